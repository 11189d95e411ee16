import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeOf, compareWith, evidenceId, readBaseline } from '../src/cases/baseline.js';
import { differencesOf } from '../src/cases/case-differences.js';
import { type ComparedRun, openComparedRun } from '../src/cases/compared-run.js';
import { type DiffEntry, diffRuns } from '../src/cases/diff.js';
import { diffNotes } from '../src/cases/diff-notes.js';
import { DiffTally } from '../src/cases/diff-tally.js';
import { evidenceKeys } from '../src/cases/evidence-key.js';
import { Judged } from '../src/cases/judged.js';
import { isExempted } from '../src/cases/nightly-types.js';
import type { Case, Outcome, Summary } from '../src/cases/types.js';
import { unknownBecause } from '../src/cases/unknown.js';
import { temporaryFolder } from './helpers/cli.js';
import { sampleReport } from './reports-fixture.js';
import { sampleCase } from './reports-fixture-cases.js';

type Rows = Case['evidence'];
const row = (fields: Record<string, string>, register = 'vehicle'): Rows[number] => ({
  ...{ register, file: '车辆.csv', sheet: null, row: 3, supplier: null, data_date: null, fields },
});
const caseOf = (n: number, over: Partial<Case> = {}): Case => ({
  ...sampleCase(n),
  ...{ case_id: `c${n}`, check: 'R04.car', title: '家有小汽车', household_id: `H${n}`, township: '新仓镇' },
  ...{ category: 'rural', evidence: [row({ plate: `浙F${n}` })] },
  ...over,
});
const exempted = (one: Case, status: 'exempted' | 'expired' = 'exempted'): Case => ({
  ...one,
  exemption: {
    ...{ status, reason: '残疾人代步', approver: '王局长', approved: null, until: '2026-12-31' },
    ...{ grant: 'g', evidence: 'e', file: '豁免.csv', row: 2 },
  },
});
/** What is left of it without the field `a.0.b`. */
function without<T extends object>(whole: T, path: string): T {
  const left = structuredClone(whole);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = left as Record<string, unknown>;
  for (const name of names) at = at[name] as Record<string, unknown>;
  delete at[last];
  return left;
}
const lines = (cases: readonly Case[]): string => cases.map((one) => `${JSON.stringify(one)}\n`).join('');

const { summary: sample } = sampleReport(0);
const checks = (outcome: Outcome): Summary['checks'] =>
  sample.checks.flatMap((one) => (one.check === 'R04.car' ? [{ ...one, title: '家有小汽车', outcome }] : []));
const source = (over: Partial<Summary['sources'][number]>): Summary['sources'] =>
  sample.sources.flatMap((one) =>
    one.register === 'vehicle' ? [{ ...one, loaded: 1, passed_over: 1, alarm: false, ...over }] : [],
  );
const township = (name: string, households: number): Summary['townships'] =>
  sample.townships.slice(0, 1).map((one) => ({ ...one, township: name, roster_households: households }));

/** The folder of a run over one check, one register and one township. */
function runFolder(cases: readonly Case[], over: Partial<Summary> = {}, undecidable = ''): string {
  const folder = join(temporaryFolder(), '疑点');
  mkdirSync(folder);
  const summary: Summary = {
    ...sample,
    ...{ checks: checks('hit'), sources: source({}), townships: township('新仓镇', 10), ...over },
  };
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ as_of: summary.as_of }));
  writeFileSync(join(folder, 'summary.json'), JSON.stringify(summary));
  writeFileSync(join(folder, 'undecidable.csv'), `\ufeff检查,户编号\r\n${undecidable}`);
  writeFileSync(join(folder, 'cases.ndjson'), lines(cases));
  return folder;
}
const runOf = (cases: readonly Case[], over: Partial<Summary> = {}, undecidable = ''): Promise<ComparedRun> =>
  openComparedRun(runFolder(cases, over, undecidable), '疑点');

async function diffed(older: ComparedRun, newer: ComparedRun): Promise<DiffEntry[]> {
  const found: DiffEntry[] = [];
  for await (const one of diffRuns(older, newer)) found.push(one);
  return found;
}
const kinds = (entries: readonly DiffEntry[]): string[] =>
  entries.map(({ kind, one }) => `${kind} ${one.case_id}`);

describe('what evidence says', () => {
  it('is the same wherever it stands and however often it is given', () => {
    const plain = evidenceKeys([row({ a: '1', b: '2' }), row({ c: '3' })]);
    expect(evidenceKeys([row({ c: '3' }), row({ b: '2', a: '1' }), { ...row({ c: '3' }), row: 99 }])).toEqual(
      plain,
    );
    expect(plain).toHaveLength(2);
  });

  it('is another with another value, another field or another register', () => {
    const keys = [row({ a: '1' }), row({ a: '2' }), row({ b: '1' }), row({ a: '1' }, 'death'), row({})];
    expect(new Set(keys.map((one) => evidenceKeys([one])[0])).size).toBe(5);
    expect(evidenceKeys([])).toEqual([]);
  });

  it('is not the number of its row, which a row more at the top makes another', () => {
    const numbered = { 序号: '1', 户序号: '2', 行号: '3', 序: '4', No: '5', 'NO.': '6', a: '1' };
    expect(evidenceKeys([row(numbered)])).toEqual(evidenceKeys([row({ a: '1' })]));
    expect(evidenceKeys([row({ 人员序号: '1' })])).not.toEqual(evidenceKeys([row({ 人员序号: '2' })]));
    expect(evidenceKeys([row({ 序号类: '1' })])).not.toEqual(evidenceKeys([row({ 序号类: '2' })]));
  });
});

describe('a case against the same case of an earlier run', () => {
  const before = caseOf(1);
  const against = async (...now: Case[]) => {
    const file = join(temporaryFolder(), 'cases.ndjson');
    writeFileSync(file, lines([before, exempted(caseOf(2)), exempted(caseOf(3), 'expired')]));
    return compareWith(await readBaseline(file, 'x'), now).map(({ change }) => change);
  };

  it('is recurring while it says the same, whatever the money does', async () => {
    expect(await against(before, { ...before, monthly_amount: 1, since: null })).toEqual([
      'recurring',
      'recurring',
    ]);
  });

  it('is changed by its grade, match, reason or evidence', async () => {
    const others: Case[] = [
      { ...before, grade: 'verify' },
      { ...before, match: 'name' },
      { ...before, reason: '' },
      { ...before, evidence: [row({ plate: '浙F99' })] },
    ];
    expect(await against(...others)).toEqual(['changed', 'changed', 'changed', 'changed']);
    expect(new Set([before, ...others].map(evidenceId)).size).toBe(5);
  });

  it('is new where there was none, or one that was exempted then', async () => {
    expect(await against(caseOf(9), caseOf(2), caseOf(3))).toEqual(['new', 'new', 'recurring']);
    expect(changeOf(undefined, before)).toBe('new');
  });

  it('is named by an exemption with sixteen digits that only what it says changes', () => {
    // Exemptions name it: it is the same in every version of the program.
    const plain = { case_id: '', grade: 'exit', match: 'exact', reason: '有车' };
    expect(evidenceId({ ...plain, evidence: [row({ b: '2', a: '1' }), row({ c: '3' }, 'death')] })).toBe(
      'a88195b6d96cd544',
    );
    expect(evidenceId({ ...before, evidence: before.evidence.map((one) => ({ ...one, row: 9 })) })).toBe(
      evidenceId(before),
    );
  });

  it('wants an earlier run that is there and can be read', async () => {
    const file = join(temporaryFolder(), 'cases.ndjson');
    await expect(readBaseline(file, 'last/cases.ndjson')).rejects.toMatchObject({
      ...{ code: 'baseline-missing', place: { file: 'last/cases.ndjson' } },
    });
    for (const text of ['{', '{"case_id":"c1"}']) {
      writeFileSync(file, text);
      await expect(readBaseline(file, 'x')).rejects.toMatchObject({
        code: 'baseline-unreadable',
        place: { file: 'x' },
      });
    }
  });
});

describe('what differs between two forms of a case', () => {
  const evidence = [row({ plate: '浙F1', owner: '甲' }), row({ plate: '浙F2' })];
  const before = caseOf(1, { overpaid: { months: 2, amount: 100, basis: 'estimate' }, evidence });

  it('is told field by field in a fixed order, money in yuan, nothing as nothing', () => {
    const after = caseOf(1, {
      ...{ grade: 'verify', match: 'near', since: null, monthly_amount: null, reason: '另', evidence },
      overpaid: { months: 9, amount: 250.5, basis: 'estimate' },
    });
    expect(differencesOf(before, after)).toEqual([
      { what: 'grade', before: before.grade, after: 'verify' },
      { what: 'match', before: 'exact', after: 'near' },
      { what: 'since', before: '2023-05-01', after: '' },
      { what: 'monthly_amount', before: '640.5', after: '' },
      { what: 'overpaid', before: '100', after: '250.5' },
      { what: 'reason', before: before.reason, after: '另' },
    ]);
    expect(differencesOf(before, { ...before, overpaid: null })).toEqual([
      { what: 'overpaid', before: '100', after: '' },
    ]);
    expect(differencesOf({ ...before, overpaid: null }, before)).toHaveLength(1);
    expect(differencesOf(before, before)).toEqual([]);
  });

  it('is of a row that changed the fields that did, beside the row most like it', () => {
    const after = [
      row({ plate: '浙F2' }),
      row({ plate: '浙F3', owner: '丁' }),
      row({ plate: '浙F1', owner: '乙', new: '1' }),
    ];
    expect(differencesOf(before, { ...before, evidence: after })).toEqual([
      {
        what: 'evidence',
        before: { register: 'vehicle', fields: { owner: '甲' } },
        after: { register: 'vehicle', fields: { owner: '乙', new: '1' } },
      },
      {
        what: 'evidence',
        before: null,
        after: { register: 'vehicle', fields: { plate: '浙F3', owner: '丁' } },
      },
    ]);
  });

  it('is a row gone and a row new where they share nothing, or stand in two registers', () => {
    const gone = {
      what: 'evidence',
      before: { register: 'vehicle', fields: { plate: '浙F2' } },
      after: null,
    };
    const first = row({ plate: '浙F1', owner: '甲' });
    expect(differencesOf(before, { ...before, evidence: [first] })).toEqual([gone]);
    expect(differencesOf(before, { ...before, evidence: [first, row({ plate: '浙F9' })] })).toEqual([
      gone,
      { what: 'evidence', before: null, after: { register: 'vehicle', fields: { plate: '浙F9' } } },
    ]);
    const other = row({ plate: '浙F2' }, 'business');
    expect(differencesOf(before, { ...before, evidence: [first, other] })).toEqual([
      gone,
      { what: 'evidence', before: null, after: { register: 'business', fields: { plate: '浙F2' } } },
    ]);
  });

  it('matches each new row with one old one', () => {
    const older = { ...before, evidence: [row({ a: '1', b: '1' }), row({ a: '1', b: '2' })] };
    const newer = { ...before, evidence: [row({ a: '1', b: '3' })] };
    expect(differencesOf(older, newer)).toEqual([
      {
        what: 'evidence',
        before: { register: 'vehicle', fields: { b: '1' } },
        after: { register: 'vehicle', fields: { b: '3' } },
      },
      { what: 'evidence', before: { register: 'vehicle', fields: { a: '1', b: '2' } }, after: null },
    ]);
  });

  it('is nothing where only places and serial numbers differ, or a row is given twice', () => {
    const moved = [...evidence, ...evidence].map((one, index) => ({
      ...{ ...one, row: index },
      fields: { ...one.fields, 序号: String(index) },
    }));
    expect(differencesOf(before, { ...before, evidence: moved })).toEqual([]);
  });
});

describe('two runs', () => {
  it('have cases that are new, changed, recurring, exempted by now, and resolved', async () => {
    const [kept, altered, gone, excused] = [caseOf(1), caseOf(2), caseOf(3), caseOf(4)];
    const now = { ...altered, reason: '另' };
    const newer = await runOf([caseOf(5), now, kept, exempted(excused), exempted(caseOf(6))]);
    const entries = await diffed(await runOf([kept, gone, altered, excused]), newer);
    expect(kinds(entries)).toEqual(['new c5', 'changed c2', 'recurring c1', 'exempted c4', 'resolved c3']);
    expect(entries.map(({ differences }) => differences)).toEqual([
      ...[[], [{ what: 'reason', before: altered.reason, after: '另' }], [], [], []],
    ]);
    expect(entries.map(({ why }) => why)).toEqual([null, null, null, null, null]);
    // What the line holds beyond what is compared goes along.
    expect(entries[0]?.one).toMatchObject({ lawful_reasons: caseOf(5).lawful_reasons });
    expect(isExempted({})).toBe(false);
  });

  it('do not call a case resolved that the newer could not have found', async () => {
    const entries = await diffed(await runOf([caseOf(1)]), await runOf([], { checks: checks('broken') }));
    expect(kinds(entries)).toEqual(['unknown c1']);
    expect(entries[0]?.why).toEqual({ why: 'not_run' });
  });

  it('name the run whose cases cannot be read, and the field', async () => {
    const broken = async (text: string, older: boolean) => {
      const folder = runFolder([caseOf(1)]);
      appendFileSync(join(folder, 'cases.ndjson'), text);
      const bad = await openComparedRun(folder, '坏的');
      const good = await runOf([caseOf(1)]);
      return diffed(...(older ? ([bad, good] as const) : ([good, bad] as const)));
    };
    const damage = (why: string) => ({
      ...{ code: 'run-damaged', values: { name: 'cases.ndjson', why }, place: { file: '坏的' } },
    });
    for (const older of [true, false]) await expect(broken('{', older)).rejects.toMatchObject(damage(''));
    await expect(broken('{"case_id":"c9"}', true)).rejects.toMatchObject(damage('grade'));
    const odd = JSON.stringify({ ...caseOf(9), evidence: [{ ...row({}), file: 1 }] });
    await expect(broken(odd, false)).rejects.toMatchObject(damage('evidence.0.file'));
    const [there, away] = [await runOf([]), await runOf([])];
    rmSync(away.cases);
    await expect(diffed(there, away)).rejects.toMatchObject({
      code: 'run-damaged',
      values: { why: 'ENOENT' },
    });
  });

  it.each([
    ...[
      'case_id',
      'rule',
      'check',
      'title',
      'grade',
      'match',
      'fact',
      'household_id',
      'township',
      'village',
      'since',
    ],
    ...[
      'monthly_amount',
      'overpaid',
      'reason',
      'category',
      'person',
      'person.name',
      'person.id_number',
      'evidence',
    ],
    ...['evidence.0.register', 'evidence.0.file', 'evidence.0.fields', 'exemption.status'],
  ])('cannot be compared where a case lacks its %s', async (path) => {
    const bad = runFolder([without(exempted(caseOf(1)), path)]);
    const newer = await openComparedRun(bad, '坏的');
    await expect(diffed(await runOf([]), newer)).rejects.toMatchObject({
      ...{ code: 'run-damaged', values: { name: 'cases.ndjson', why: path } },
    });
  });

  it('end with the error of whoever uses the cases, as it is', async () => {
    const runs = [await runOf([caseOf(1)]), await runOf([caseOf(1)])] as const;
    const use = async (): Promise<void> => {
      for await (const { kind } of diffRuns(...runs)) throw new RangeError(kind);
    };
    await expect(use()).rejects.toThrow(new RangeError('recurring'));
  });
});

describe('a case that is gone', () => {
  const gone = (over: Partial<Case> = {}) => caseOf(1, over);
  const because = async (
    over: Partial<Summary>,
    undecidable = '',
    older: Partial<Summary> = {},
    one = gone(),
  ) => unknownBecause(one, await runOf([one], older), await runOf([], over, undecidable));

  it('is resolved where the check looked at the household with the same registers', async () => {
    expect(await because({})).toBeNull();
    for (const outcome of ['hit', 'clear', 'undecidable'] as const)
      expect(await because({ checks: checks(outcome) })).toBeNull();
  });

  it('is unknown where its check did not run, broke or was not part of the run', async () => {
    for (const outcome of ['not_run', 'broken'] as const)
      expect(await because({ checks: checks(outcome) })).toEqual({ why: 'not_run' });
    expect(await because({ checks: [] })).toEqual({ why: 'not_run' });
  });

  it('is unknown where the check could not decide for its household', async () => {
    expect(await because({}, 'R04.car,H1\r\n')).toEqual({ why: 'undecidable' });
    expect(await because({}, 'R04.car,H2\r\nR02,H1\r\n')).toBeNull();
  });

  it('is unknown where nobody of its township or category was on the roster', async () => {
    const missing = { why: 'township', what: '新仓镇' };
    expect(await because({ townships: township('别镇', 9) })).toEqual(missing);
    expect(await because({ townships: township('新仓镇', 0) })).toEqual(missing);
    const nobody = { ...sample.roster.rural, households: 0 };
    expect(await because({ roster: { ...sample.roster, rural: nobody } })).toEqual({
      ...{ why: 'category', what: 'rural' },
    });
    const noTown = { roster: { ...sample.roster, urban: nobody } };
    expect(await because(noTown)).toBeNull();
    expect(await because(noTown, '', {}, gone({ category: 'urban' }))).toEqual({
      why: 'category',
      what: 'urban',
    });
    expect(await because(noTown, '', {}, gone({ category: null }))).toBeNull();
  });

  it('is unknown where a register of its evidence was absent, empty or matched nobody', async () => {
    const absent = { why: 'register', what: 'vehicle' };
    expect(await because({ sources: [] })).toEqual(absent);
    expect(await because({ sources: source({ loaded: 0, passed_over: 0 }) })).toEqual(absent);
    expect(await because({ sources: source({ alarm: true }) })).toEqual(absent);
    expect(await because({ sources: source({ loaded: 0 }) })).toBeNull();
    expect(await because({ sources: source({ passed_over: 0 }) })).toBeNull();
  });

  it('is unknown where its file is missing and there are fewer than before', async () => {
    const two = [...source({}), ...source({ file: '车辆二.csv' })];
    const lost = { why: 'register_part', what: 'vehicle' };
    expect(await because({ sources: source({ file: '车辆二.csv' }) }, '', { sources: two })).toEqual(lost);
    expect(await because({ sources: source({}) }, '', { sources: two })).toBeNull();
    expect(await because({ sources: source({ file: '车辆三.csv' }) })).toBeNull();
    expect(await because({ sources: source({ file: '车辆三.csv' }) }, '', { sources: [] })).toBeNull();
  });

  it('was judged for one check and not for another', () => {
    const judged = new Judged(new Map([['R04.car', 'clear']]), [{ check: 'R02', household_id: 'H1' }]);
    expect(judged.missing('R04.car', 'H1')).toBeNull();
    expect(judged.missing('R02', 'H1')).toBe('not_run');
  });
});

describe('a run to compare with', () => {
  const opened = (alter: (folder: string) => void) => {
    const folder = runFolder([]);
    alter(folder);
    return openComparedRun(folder, '疑点');
  };

  it('has its summary, and the registers that said something', async () => {
    const folder = runFolder([], { sources: [...source({}), ...source({ file: '二.csv' })] });
    const run = await openComparedRun(folder, '疑点');
    expect(run).toMatchObject({ shown: '疑点', cases: join(folder, 'cases.ndjson'), as_of: '2026-11-01' });
    expect(run.files).toEqual(new Map([['vehicle', new Set(['车辆.csv', '二.csv'])]]));
  });

  it('is unfinished without run.json, and damaged without another of its files', async () => {
    await expect(opened((folder) => rmSync(join(folder, 'run.json')))).rejects.toMatchObject({
      ...{ code: 'run-unfinished', place: { file: '疑点' } },
    });
    for (const name of ['summary.json', 'undecidable.csv'])
      await expect(opened((folder) => rmSync(join(folder, name)))).rejects.toMatchObject({
        ...{ code: 'run-damaged', values: { name, why: 'ENOENT' }, place: { file: '疑点' } },
      });
  });

  it('is damaged where a file is not what a run writes', async () => {
    const files: readonly [string, string][] = [
      ['run.json', '{}'],
      ['run.json', '{"as_of":"yesterday"}'],
      ['summary.json', '[]'],
      ['undecidable.csv', '检查\r\n"'],
    ];
    for (const [name, text] of files)
      await expect(opened((folder) => writeFileSync(join(folder, name), text))).rejects.toMatchObject({
        ...{ code: 'run-damaged', values: { name, why: '' }, place: { file: '疑点' } },
      });
  });

  // Everything of it that a comparison reads.
  it.each([
    ...['name', 'as_of', 'pack', 'area', 'roster', 'checks', 'sources', 'townships', 'parameters'],
    ...[
      'roster.urban',
      'roster.rural',
      'roster.urban.households',
      'roster.rural.households',
      'area.code',
      'area.name',
    ],
    ...['checks.0.check', 'checks.0.title', 'checks.0.outcome', 'townships.0.township'],
    ...['townships.0.roster_households', 'parameters.0.name', 'parameters.0.title', 'parameters.0.value'],
    ...[
      'sources.0.register',
      'sources.0.file',
      'sources.0.loaded',
      'sources.0.passed_over',
      'sources.0.alarm',
    ],
  ])('is damaged without its %s', async (path) => {
    const damage = (folder: string): void => {
      const file = join(folder, 'summary.json');
      writeFileSync(file, JSON.stringify(without(JSON.parse(readFileSync(file, 'utf8')) as object, path)));
    };
    await expect(opened(damage)).rejects.toMatchObject({
      code: 'run-damaged',
      values: { name: 'summary.json' },
    });
  });
});

describe('what makes two runs hard to compare', () => {
  const notes = async (older: Partial<Summary>, newer: Partial<Summary>) =>
    diffNotes(await runOf([], older), await runOf([], newer));

  it('is nothing where they are alike', async () => {
    expect(await notes({}, {})).toEqual([]);
  });

  it('is another campaign, area or pack, the gravest first', async () => {
    const pack = { id: 'six-categories', title: '' };
    expect(await notes({}, { name: '另一次', area: null, pack })).toEqual([
      { what: 'campaign', older: sample.name, newer: '另一次' },
      { what: 'area', older: '330482 平湖市', newer: '' },
      { what: 'pack', older: 'ten-categories', newer: 'six-categories' },
    ]);
    const nameless = { area: { code: '330482', name: '' } };
    expect(await notes(nameless, {})).toEqual([{ what: 'area', older: '330482', newer: '330482 平湖市' }]);
  });

  it('is another as-of date, and above all one that goes back', async () => {
    expect(await notes({}, { as_of: '2026-11-02' })).toEqual([
      { what: 'as_of', older: '2026-11-01', newer: '2026-11-02' },
    ]);
    expect(await notes({}, { as_of: '2026-10-31' })).toEqual([
      { what: 'reversed', older: '2026-11-01', newer: '2026-10-31' },
    ]);
  });

  it('is another value of a parameter, or a parameter that was not there', async () => {
    const [first, second] = sample.parameters;
    if (first === undefined || second === undefined) throw new Error('no parameters');
    const other = [{ ...first, value: '1300' }, second];
    expect(await notes({}, { parameters: other })).toEqual([
      { what: 'parameters', older: `${first.title} 1208`, newer: `${first.title} 1300` },
    ]);
    expect(await notes({ parameters: [] }, {})).toEqual([
      { what: 'parameters', older: '', newer: `${first.title} 1208、${second.title} 143` },
    ]);
  });

  it('is a register that is gone or has come', async () => {
    const death = source({ register: 'death' });
    const older = { sources: [...source({}), ...source({ register: 'prison' }), ...death] };
    expect(await notes(older, { sources: [...death, ...source({ register: 'student' })] })).toEqual([
      { what: 'registers_gone', older: 'vehicle prison', newer: '' },
      { what: 'registers_new', older: '', newer: 'student' },
    ]);
  });
});

describe('the counts of a comparison', () => {
  it('are of cases in all, by check and by township, and of households', () => {
    const tally = new DiffTally();
    const entry = (kind: DiffEntry['kind'], one: Case): void =>
      tally.add({ kind, one, differences: [], why: null });
    entry('new', caseOf(1));
    entry('new', caseOf(1, { check: 'R02.death', title: '已死亡' }));
    entry('new', caseOf(1, { check: 'R03', title: '养老金' }));
    entry('resolved', caseOf(2, { township: '广陈镇' }));
    const none = { new: 0, changed: 0, recurring: 0, resolved: 0, exempted: 0, unknown: 0 };
    expect(tally.total).toEqual({ ...none, new: 3, resolved: 1 });
    expect(tally.households).toEqual({ ...none, new: 1, resolved: 1 });
    expect(tally.checks).toEqual([
      { name: 'R02.death', title: '已死亡', counts: { ...none, new: 1 } },
      { name: 'R03', title: '养老金', counts: { ...none, new: 1 } },
      { name: 'R04.car', title: '家有小汽车', counts: { ...none, new: 1, resolved: 1 } },
    ]);
    expect(tally.townships).toEqual([
      { name: '广陈镇', title: '', counts: { ...none, resolved: 1 } },
      { name: '新仓镇', title: '', counts: { ...none, new: 3 } },
    ]);
  });
});
