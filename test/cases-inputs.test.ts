import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { doubtWarnings, type EarlierInputs, inputDoubts } from '../src/cases/input-doubts.js';
import type { InputDoubt } from '../src/cases/nightly-types.js';
import { problemGroups, problemWords, sourceResults } from '../src/cases/sources.js';
import type { FileResult, ProblemCount } from '../src/load/types.js';
import { fileResult, partResult } from './helpers/case-parts.js';
import { temporaryFolder } from './helpers/cli.js';
import { plainCampaign } from './helpers/plain-campaign.js';

const slept = vi.hoisted(() => vi.fn(async (_milliseconds: number): Promise<void> => {}));
vi.mock('node:timers/promises', () => ({ setTimeout: slept }));

const parameters = { stale_days: 90, shrink_share: 0.5, settle_seconds: 5, alarm_register_rows: 1000 };
const asOf = '2026-11-15';
const campaign = plainCampaign({ asOf, parameters });
const file = (shown: string, rows: number, sha256 = 'new', record = 'vehicle'): FileResult =>
  fileResult({ task: { shown, record }, sha256, parts: [partResult({ rows })] });
const earlier = (...inputs: [string, number, string?, string?][]): EarlierInputs => ({
  as_of: '2026-11-14',
  inputs: inputs.map(([name, rows, sha256 = 'old', register = 'vehicle']) => ({
    ...{ register, file: name, sha256, rows },
  })),
});
const doubtsOf = (files: readonly FileResult[], before: EarlierInputs | null = null, of = campaign) =>
  inputDoubts(of, files, before, false);
const told = (doubts: readonly InputDoubt[]): string[] =>
  doubts.map((one) => `${one.kind} ${one.register} ${one.file}: ${one.text}`);

describe('a late input', () => {
  it('is told with its date and the limit', async () => {
    const late = fileResult({ spec: { data_date: '2026-08-16' } });
    const files = [late, fileResult({ spec: { data_date: '2026-08-17' } }), fileResult()];
    expect(await doubtsOf(files)).toEqual([
      { kind: 'late', register: 'vehicle', file: '车辆.csv', text: '数据截止日2026-08-16,距核查日超过90天' },
    ]);
  });
});

describe('an input beside the run before', () => {
  it('is missing where a register has fewer files and not the one of before', async () => {
    const before = earlier(['一.csv', 10], ['二.csv', 10], ['死亡.csv', 5, 'old', 'death']);
    expect(told(await doubtsOf([file('一.csv', 10)], before))).toEqual([
      'missing vehicle 二.csv: 上次(2026-11-14)有,这次没有',
      'missing death 死亡.csv: 上次(2026-11-14)有,这次没有',
    ]);
  });

  it('is not missing where as many others have come: files are named after their day', async () => {
    const before = earlier(['11-13.csv', 10], ['11-14.csv', 10]);
    expect(await doubtsOf([file('11-14.csv', 10), file('11-15.csv', 10)], before)).toEqual([]);
    expect(await doubtsOf([file('11-15.csv', 10, 'x', 'death')], earlier())).toEqual([]);
  });

  it('is unchanged where its bytes are, under whatever name', async () => {
    const before = earlier(['11-14.csv', 10, 'same']);
    expect(told(await doubtsOf([file('11-15.csv', 10, 'same')], before))).toEqual([
      'unchanged vehicle 11-15.csv: 与上次(2026-11-14)完全相同',
    ]);
    expect(await doubtsOf([file('11-15.csv', 10, 'same')], earlier(['x', 10, 'same', 'death']))).toHaveLength(
      1,
    );
  });

  it('may stay as it is where the register is one of the slow ones', async () => {
    const before = earlier(['一.csv', 10, 'same'], ['册.csv', 10, 'roster', 'roster']);
    const files = [file('一.csv', 10, 'same'), file('册.csv', 10, 'roster', 'roster')];
    const slow = plainCampaign({ asOf, parameters: { ...parameters, slow_registers: ['roster'] } });
    expect(told(await doubtsOf(files, before, slow))).toEqual([
      'unchanged vehicle 一.csv: 与上次(2026-11-14)完全相同',
    ]);
    const without = { ...slow, parameters: slow.parameters.filter(({ name }) => name !== 'slow_registers') };
    expect(await doubtsOf(files, before, without)).toHaveLength(2);
    const oneWord = plainCampaign({ asOf, parameters: { ...parameters, slow_registers: 0 } });
    expect(await doubtsOf(files, before, oneWord)).toHaveLength(2);
  });

  it('is far smaller below the share, file by file', async () => {
    const before = earlier(['一.csv', 100], ['二.csv', 100]);
    expect(told(await doubtsOf([file('一.csv', 49), file('二.csv', 50)], before))).toEqual([
      'smaller vehicle 一.csv: 只有49行,上次(2026-11-14)有100行,不到50%',
    ]);
  });

  it('is far smaller as a whole register where no file of a name is', async () => {
    const before = earlier(['11-13.csv', 100], ['11-14.csv', 101]);
    const whole = [file('a.csv', 60), file('b.csv', 40)];
    expect(told(await doubtsOf(whole, before))).toEqual([
      'smaller vehicle : 只有100行,上次(2026-11-14)有201行,不到50%',
    ]);
    expect(await doubtsOf([file('a.csv', 60), file('b.csv', 41)], before)).toEqual([]);
    // The one file that shrank is told, and not the register again.
    expect(told(await doubtsOf([file('11-13.csv', 10), file('b.csv', 1)], before))).toEqual([
      'smaller vehicle 11-13.csv: 只有10行,上次(2026-11-14)有100行,不到50%',
    ]);
  });

  it('counts the rows of all its sheets', async () => {
    const book = fileResult({ parts: [partResult({ rows: 30 }), partResult({ rows: 20 })] });
    expect(await doubtsOf([book], earlier(['车辆.csv', 100]))).toEqual([]);
    expect(await doubtsOf([book], earlier(['车辆.csv', 101]))).toHaveLength(1);
  });

  it('is looked at before: late ones are told though nothing is there to compare with', async () => {
    const late = fileResult({ spec: { data_date: '2026-01-01' } });
    expect((await doubtsOf([late], null)).map(({ kind }) => kind)).toEqual(['late']);
    expect((await doubtsOf([late], earlier(['车辆.csv', 99]))).map(({ kind }) => kind)).toEqual([
      'late',
      'smaller',
    ]);
  });
});

describe('a file that changes while it is read', () => {
  afterEach(() => {
    slept.mockClear();
    vi.useRealTimers();
  });

  /** A file that changed so many seconds ago, as it was seen then. */
  function lying(secondsAgo: number): FileResult {
    const path = join(temporaryFolder(), '车辆.csv');
    writeFileSync(path, 'x');
    const then = new Date(Date.now() - secondsAgo * 1000);
    utimesSync(path, then, then);
    const { size, mtimeMs } = statSync(path);
    return fileResult({ task: { path, seen: { size, mtimeMs } } });
  }

  it('is growing where its size or its time is another, or it is gone', async () => {
    const still = lying(100);
    expect(await doubtsOf([still])).toEqual([]);
    const { seen } = still.task;
    if (seen === undefined) throw new Error('not seen');
    const larger = fileResult({ task: { ...still.task, seen: { ...seen, size: 2 } } });
    const later = fileResult({ task: { ...still.task, seen: { ...seen, mtimeMs: seen.mtimeMs - 1 } } });
    const gone = fileResult({ task: { seen } });
    expect((await doubtsOf([larger, still, later, gone])).map(({ kind }) => kind)).toEqual([
      ...['growing', 'growing', 'growing'],
    ]);
    expect(told(await doubtsOf([larger]))).toEqual([
      'growing vehicle 车辆.csv: 读的时候还在变化,可能没有写完',
    ]);
  });

  it('is none that nobody saw before', async () => {
    expect(await doubtsOf([fileResult()])).toEqual([]);
  });

  /** For how many seconds a strict run waits. */
  async function waits(...files: FileResult[]): Promise<number> {
    await inputDoubts(campaign, files, null, true);
    return Number(slept.mock.calls[0]?.[0]) / 1000;
  }

  it('is waited for in a strict run until it has lain still for five seconds', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-15T08:00:00Z'), toFake: ['Date'] });
    expect(await waits(lying(60), lying(2), lying(4))).toBe(3);
  });

  it('is not waited for where all lie still, nor longer where its clock is ahead, nor in a plain run', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-15T08:00:00Z'), toFake: ['Date'] });
    expect(await waits(lying(60), fileResult())).toBe(0);
    slept.mockClear();
    expect(await waits(lying(-3600))).toBe(5);
    slept.mockClear();
    await doubtsOf([lying(1)]);
    expect(slept).not.toHaveBeenCalled();
  });
});

describe('doubts in sentences', () => {
  it('name the files of a kind together', () => {
    const doubt = (kind: InputDoubt['kind'], name: string, text = ''): InputDoubt => ({
      ...{ kind, register: 'vehicle', file: name, text },
    });
    const doubts = [
      doubt('late', '一.csv'),
      doubt('smaller', '二.csv', '只有1行'),
      doubt('late', '三.csv'),
      doubt('smaller', '', '只有2行'),
      ...(['missing', 'unchanged', 'growing'] as const).map((kind) => doubt(kind, '四.csv')),
    ];
    expect(doubtWarnings(campaign, doubts, earlier())).toEqual([
      '数据陈旧(截止日距核查日超过90天):一.csv、三.csv',
      '比上次(2026-11-14)少得多:二.csv:只有1行、机动车登记共:只有2行',
      '上次(2026-11-14)有、这次没有的文件:四.csv',
      '与上次(2026-11-14)完全相同的文件:四.csv',
      '读的时候还在变化、可能没有写完的文件:四.csv',
    ]);
    expect(doubtWarnings(campaign, [doubt('growing', '四.csv')], null)).toHaveLength(1);
    expect(doubtWarnings(campaign, [], null)).toEqual([]);
  });
});

describe('the sources of a run', () => {
  const sources = (
    files: readonly FileResult[],
    matched: [number, number][] = [],
    doubts: InputDoubt[] = [],
  ) => sourceResults(campaign, files, new Map(matched), doubts);

  it('say of each table how many rows came to what', () => {
    const part = partResult({
      ...{
        part: 7,
        sheet: '一',
        encoding: null,
        rows: 10,
        loaded: 4,
        passedOver: 3,
        rejected: 2,
        skipped: 1,
      },
      ...{ columns: [{ header: '号牌', field: 'plate' }], notes: ['甲'], doubts: ['乙'] },
    });
    const spec = { supplier: '交警', data_date: '2026-11-01' };
    expect(sources([fileResult({ spec, parts: [part] })], [[7, 3]])).toEqual([
      {
        ...{ register: 'vehicle', title: '机动车登记', file: '车辆.csv', sheet: '一', encoding: null },
        ...{ supplier: '交警', data_date: '2026-11-01', stale: false, rows: 10, loaded: 4, passed_over: 3 },
        ...{ rejected: 2, skipped: 1, matched_persons: 3, alarm: false },
        ...{ columns: [{ header: '号牌', field: 'plate' }], notes: ['甲'], doubts: ['乙'] },
      },
    ]);
  });

  it('are stale when old, but an earlier roster is old by intent', () => {
    const spec = { data_date: '2025-01-01' };
    expect(sources([fileResult({ spec })])[0]?.stale).toBe(true);
    const snapshot = fileResult({ spec, parts: [partResult({ record: 'snapshot' })] });
    expect(sources([snapshot])[0]?.stale).toBe(false);
  });

  it('are alarming when none of a thousand rows matches, headings not counted; a roster never is', () => {
    const alarm = (over: Parameters<typeof partResult>[0], matched = 0) =>
      sources([fileResult({ parts: [partResult(over)] })], [[1, matched]])[0]?.alarm;
    expect(alarm({ rows: 1001 })).toBe(true);
    expect(alarm({ rows: 1001, skipped: 1 })).toBe(false);
    expect(alarm({ rows: 1001 }, 1)).toBe(false);
    expect(alarm({ rows: 1001, record: 'roster' })).toBe(false);
    expect(sources([fileResult({ parts: [partResult({ rows: 1001 })] })])[0]).toMatchObject({
      ...{ alarm: true, matched_persons: 0 },
    });
  });

  it('carry the doubts about themselves, and no other file’s', () => {
    const doubt = (kind: InputDoubt['kind'], over: Partial<InputDoubt> = {}): InputDoubt => ({
      ...{ kind, register: 'vehicle', file: '车辆.csv', text: kind },
      ...over,
    });
    const doubts = [
      ...[doubt('late'), doubt('unchanged'), doubt('growing'), doubt('smaller'), doubt('missing')],
      ...[doubt('growing', { file: '别.csv' }), doubt('growing', { register: 'death' })],
    ];
    const part = partResult({ notes: ['甲'], doubts: ['乙'] });
    expect(sources([fileResult({ parts: [part] })], [], doubts)[0]).toMatchObject({
      ...{ notes: ['甲', 'unchanged'], doubts: ['乙', 'growing', 'smaller'] },
    });
  });
});

describe('problems', () => {
  it('are called by their title with what to ask for; one that is not known by its kind', () => {
    expect(problemWords('id-checksum').title).toContain('校验');
    expect(problemWords('id-checksum').remedy).not.toBe('');
    expect(problemWords('no-such')).toEqual({ title: 'no-such', remedy: '' });
  });

  it('come rejects first, then by how many there are', () => {
    const problem = (kind: string, rejected: boolean, count: number): ProblemCount => ({
      ...{ field: 'id_number', kind, rejected, count, examples: [{ row: 3, value: '…' }] },
    });
    const parts = [
      partResult({ problems: [problem('a', false, 9), problem('b', true, 1)] }),
      partResult({ sheet: '二', problems: [problem('c', true, 2), problem('d', false, 10)] }),
    ];
    const groups = problemGroups([fileResult({ spec: { supplier: '交警' }, parts })]);
    expect(groups.map(({ kind }) => kind)).toEqual(['c', 'b', 'd', 'a']);
    expect(groups[0]).toEqual({
      ...{
        register: 'vehicle',
        file: '车辆.csv',
        sheet: '二',
        supplier: '交警',
        field: 'id_number',
        kind: 'c',
      },
      ...{ title: 'c', remedy: '', rejected: true, count: 2, examples: [{ row: 3, value: '…' }] },
    });
  });
});
