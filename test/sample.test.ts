import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Happening } from '../src/ledger/events.js';
import { openLedger, readLedger } from '../src/ledger/ledger.js';
import { checkedDemo } from './helpers/checked-demo.js';
import { type CliResult, runCli } from './helpers/cli.js';
import { finding, origin } from './helpers/ledger-finding.js';

const start = mkdtempSync(join(tmpdir(), 'dibao-sample-'));
const campaign = join(start, '演示');
let focus: string[];

/** Complaints: of two households by number, one of them found to be unfounded, and one of long ago. */
beforeAll(() => {
  checkedDemo(campaign, () => {
    writeFileSync(
      join(campaign, 'data', '信访举报.csv'),
      [
        '户编号,举报日期,举报内容,办理结果',
        '33992110000051,2026-09-12,家里有人做生意,办理中',
        '33992110000052,2026-09-12,不该享受,不属实',
        '33992110000009,2025-11-01,不该享受,',
        '33992110000087,2025-11-02,不该享受,',
      ].join('\n'),
    );
    appendFileSync(join(campaign, 'dibao.yaml'), '\n  complaint: [ { file: data/信访举报.csv } ]\n');
  });
  focus = readFileSync(join(campaign, '疑点', 'focus.csv'), 'utf8')
    .trimEnd()
    .split('\r\n');
});
afterAll(() => rmSync(start, { recursive: true, force: true }));

const sample = (...args: string[]): CliResult =>
  runCli(['sample', '-c', join(campaign, 'dibao.yaml'), '--date', '2026-11-20', ...args], { cwd: start });

interface Drawn {
  readonly household_id: string;
  readonly township: string;
  readonly village: string;
  readonly status: string;
  readonly stratum: string;
  readonly stratum_households: number;
  readonly stratum_drawn: number;
  readonly chance: number;
  readonly community_chance: number;
}

function rowsOf({ code, stdout, stderr }: CliResult): Drawn[] {
  if (code !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Drawn);
}

const drawn = (...args: string[]): Drawn[] => rowsOf(sample('--seed', '甲', '--format', 'ndjson', ...args));

describe('the households to be looked at hardest', () => {
  test('are listed whether a check names them or not, with a reason that accuses nobody', () => {
    expect(focus[0]).toContain('household_id,township,village');
    const rows = focus.slice(1);
    expect(rows.some((row) => row.includes(',true,'))).toBe(true);
    expect(rows.some((row) => row.includes(',false,'))).toBe(true);
    for (const row of rows) expect(row).toContain('只是优先入户了解,不是疑点');
  });

  test('are those complained of within the months, unless it was unfounded', () => {
    const told = (id: string): string => focus.find((row) => row.startsWith(`'${id},`)) ?? '';
    expect(told('33992110000051')).toContain('有群众反映(2026-09-12)');
    expect(told('33992110000051')).not.toContain('做生意');
    expect(told('33992110000052')).not.toContain('有群众反映');
    // The as-of date is 2026-11-01: twelve months before it is too early, the day after is not.
    expect(told('33992110000009')).toBe('');
    expect(told('33992110000087')).toContain('有群众反映(2025-11-02)');
  });

  test('are counted in summary.json', () => {
    const { focus: counts } = JSON.parse(readFileSync(join(campaign, '疑点', 'summary.json'), 'utf8')) as {
      focus: Record<string, number>;
    };
    expect(counts.households).toBe(focus.length - 1);
    expect(counts.complained).toBe(2);
    expect(counts.without_case).toBe(focus.filter((row) => row.includes(',false,')).length);
  });
});

describe('a draw', () => {
  test('has every stratum, keeps its chances, and is another with another seed', () => {
    const rows = drawn('--share', '15%');
    expect(drawn('--share', '15%', '--seed', '乙')).not.toEqual(rows);
    const strata = new Map(rows.map((row) => [row.stratum, row]));
    expect([...strata.values()].reduce((sum, row) => sum + row.stratum_households, 0)).toBe(342);
    for (const row of strata.values()) {
      const own = rows.filter(({ stratum }) => stratum === row.stratum);
      expect(own).toHaveLength(row.stratum_drawn);
      expect(row.stratum_drawn).toBeGreaterThanOrEqual(Math.min(2, row.stratum_households));
      expect(row.chance).toBe(row.stratum_drawn / row.stratum_households);
    }
    const statuses = new Set(rows.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(['flagged', 'focus', 'plain']);
  });

  test('is not changed by the order in which the roster comes', () => {
    const file = join(campaign, 'dibao.yaml');
    const text = readFileSync(file, 'utf8');
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('低保花名册_城市'));
    const turned = lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '');
    const before = drawn('--share', '15%');
    writeFileSync(file, turned.join('\n'));
    expect(turned.join('\n')).not.toBe(text);
    expect(drawn('--share', '15%')).toEqual(before);
    writeFileSync(file, text);
  });

  test('of communities says of what its percentages are', () => {
    const { stdout, stderr } = sample('--level', 'district', '--seed', '甲', '--format', 'ndjson');
    expect(stderr).toContain('全部 20 个村(社区)的 15 % = 3 个(依据:低保核查清理工作方案 区、街道抽查比例)');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Drawn);
    expect(new Set(rows.map(({ township, village }) => `${township}${village}`)).size).toBe(3);
    for (const row of rows) {
      expect(row.community_chance).toBeLessThan(1);
      expect(row.chance).toBeCloseTo((row.community_chance * row.stratum_drawn) / row.stratum_households, 12);
    }
  });

  test('by the street takes half of each township', () => {
    const rows = drawn('--level', 'street');
    const places = new Map<string, Set<string>>();
    for (const { township, village } of rows)
      places.set(township, (places.get(township) ?? new Set()).add(village));
    expect([...places.values()].map((villages) => villages.size).sort()).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test.each([
    ['a share', ['--share', '50%'], 171],
    ['a precision with an expected rate', ['--margin', '5%', '--expect', '20%'], 144],
  ])('is as large as %s says', (_, args, size) => {
    expect(drawn(...args, '--minimum', '1')).toHaveLength(size);
  });

  test('takes every household to be looked at hardest where that is wished', () => {
    const wanted = focus.slice(1).filter((row) => row.includes(',false,'));
    const rows = drawn('--share', '30%', '--focus-all');
    expect(rows.filter(({ status }) => status === 'focus')).toHaveLength(wanted.length);
  });

  test.each([
    ['two sizes', ['--share', '10%', '--size', '5'], /--share --size 只能写一个/],
    ['a share above all', ['--share', '150%'], /--share/],
    ['a margin of nothing', ['--margin', '0'], /--margin/],
    ['a level that there is not', ['--level', '省'], /--level/],
    ['a run that there is not', ['--run', '没有'], /run.json/],
  ])('refuses %s', (_, args, message) => {
    const { code, stderr } = sample(...args, '-q');
    expect(code).toBeGreaterThanOrEqual(2);
    expect(code).toBeLessThan(70);
    expect(stderr).toMatch(message);
  });
});

describe('the list', () => {
  let book: ExcelJS.Workbook;
  beforeAll(async () => {
    const { code, stdout, stderr } = sample('--share', '20%', '--seed', '甲', '-o', '抽样');
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/\d{17}[\dX]/);
    expect(stdout).toContain('种子 甲');
    expect(stderr).toContain('dibao dispatch --sample');
    book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(start, '抽样', '入户抽查名单.xlsx'));
  });

  test('has a cover with the seed, a sheet a township, and the strata', () => {
    const names = book.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name);
    expect(names[0]).toBe('说明');
    expect(names.at(-1)).toBe('抽样层');
    expect(names).toHaveLength(8);
    const texts: string[] = [];
    book.getWorksheet('说明')?.eachRow((row) => texts.push(row.getCell(1).text));
    expect(texts.join('\n')).toContain('种子 甲');
    expect(texts.join('\n')).toContain('名册共 342 户');
    for (const file of ['入户抽查名单.xlsx', 'sample.ndjson'])
      expect(statSync(join(start, '抽样', file)).mode & 0o777).toBe(0o600);
  });

  test('does not say who has a case', () => {
    for (const sheet of book.worksheets.slice(1, 7))
      sheet.eachRow((row) => expect(JSON.stringify(row.values)).not.toMatch(/有疑点|重点核查/));
  });

  test('is not overwritten, and the same twice', () => {
    const again = sample('--share', '20%', '--seed', '乙', '-o', '抽样', '-q');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('已经有一次抽样');
    expect(sample('--share', '20%', '--seed', '甲', '-o', '又', '-q').code).toBe(0);
    for (const file of ['入户抽查名单.xlsx', 'sample.ndjson'])
      expect(readFileSync(join(start, '又', file)).equals(readFileSync(join(start, '抽样', file)))).toBe(
        true,
      );
  });

  test('filled in gives the error rate, in words and by kind', async () => {
    let wrong = 0;
    let filled = 0;
    for (const sheet of book.worksheets.slice(1, 7)) {
      let column = 0;
      sheet.eachRow((row, at) => {
        const cells = row.values as unknown[];
        if (cells.includes('核查结果')) column = cells.indexOf('核查结果');
        else if (column > 0) {
          const isWrong = at % 5 === 0;
          row.getCell(column).value = isWrong ? '有差错' : '正确';
          wrong += isWrong ? 1 : 0;
          filled += 1;
        }
      });
    }
    const path = join(start, '抽样', '填好.xlsx');
    await book.xlsx.writeFile(path);
    const estimate = (...args: string[]) => sample('--estimate', path, ...args);
    const { code, stdout } = estimate('-o', '估计');
    expect(code).toBe(0);
    expect(stdout).toContain(`随机抽取 ${filled} 户入户核查,全部核实,发现差错 ${wrong} 户`);
    expect(stdout).toMatch(/全部户的差错率为 [\d.]+ %,95 % 置信区间 [\d.]+ % 至 [\d.]+ %/);
    expect(readdirSync(join(start, '估计'))).toEqual(['抽查差错率.xlsx']);
    const rows = JSON.parse(estimate('--format', 'json', '--confidence', '90%').stdout) as Record<
      string,
      number
    >[];
    const [all] = rows;
    expect(all).toMatchObject({ by: 'all', drawn: filled, answered: filled, wrong, method: 'weighted' });
    expect(Number(all?.lower)).toBeLessThan(Number(all?.rate));
    expect(Number(all?.upper)).toBeGreaterThan(Number(all?.rate));
    expect(new Set(rows.map((row) => row.by)).size).toBe(6);
    for (const row of rows.filter(({ by }) => String(by) === 'stratum'))
      expect(['exact', 'whole']).toContain(row.method);
  });

  test.each([
    ['another word', '户编号,核查结果\n33992110000009,大概对\n', /“大概对”不是/],
    ['two results', '户编号,核查结果\n33992110000009,正确\n33992110000009,有差错\n', /两个不同的核查结果/],
    ['no result column', '户编号,结论\n33992110000009,正确\n', /没有“户编号”和“核查结果”/],
  ])('is refused with %s', (_, text, message) => {
    writeFileSync(join(start, '错.csv'), text);
    const { code, stderr } = sample('--estimate', join('抽样', 'sample.ndjson'), '错.csv');
    expect(code).toBe(3);
    expect(stderr).toMatch(message);
  });

  test('without its draw is refused, and so is a draw that was changed', () => {
    writeFileSync(join(start, '名单.csv'), '户编号,核查结果\n');
    expect(sample('--estimate', '名单.csv').stderr).toContain('没有给出样本文件');
    writeFileSync(join(start, '改.ndjson'), '{"household_id":"1"}\n');
    const { code, stderr } = sample('--estimate', '改.ndjson');
    expect(code).toBe(3);
    expect(stderr).toContain('第 1 行');
  });
});

describe('dispatch', () => {
  const surveyed = async (): Promise<Set<string>> => {
    const { state } = await readLedger(campaign);
    return new Set(state.batches.flatMap(({ households }) => households));
  };

  test('sends the households drawn, and those to be looked at hardest, as households to visit; their answers give the rate', async () => {
    expect(sample('--share', '20%', '--seed', '甲', '-o', '发', '-q').code).toBe(0);
    const rows = readFileSync(join(start, '发', 'sample.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Drawn);
    const dispatch = (...args: string[]) =>
      runCli(['dispatch', '-c', join(campaign, 'dibao.yaml'), '--date', '2026-11-20', '-q', ...args], {
        cwd: start,
      });
    expect(dispatch('--sample', join('发', 'sample.ndjson')).code).toBe(0);
    expect(await surveyed()).toEqual(new Set(rows.map((row) => row.household_id)));
    expect(dispatch('--focus').code).toBe(0);
    const listed = focus.slice(1).map((row) => row.split(',')[0]?.replace("'", '') ?? '');
    expect(await surveyed()).toEqual(new Set([...rows.map((row) => row.household_id), ...listed]));

    const before = sample('--estimate', join('发', 'sample.ndjson')).stdout;
    expect(before).toContain('还没有一户有核查结果');
    const ledger = await openLedger(
      campaign,
      { who: '测试', command: 'test', at: '2026-11-25T00:00:00.000Z' },
      () => () => undefined,
    );
    const cases = [...ledger.state.cases.values()];
    const visited = (household_id: string, measure: 'keep' | 'lower', seen = 1): Happening => ({
      ...{ what: 'visited', household_id, batch: '2026-001', visited: '2026-11-22' },
      ...{
        persons_due: 1,
        persons_seen: seen,
        unseen_reason: '',
        note: '',
        investigators: ['甲', '乙'],
        origin,
      },
      ...(seen === 0
        ? {}
        : {
            survey: {
              ...{
                household_size: null,
                covered_size: null,
                income: null,
                electricity: null,
                water: null,
                gas: null,
              },
              ...{
                housing: '',
                vehicles: '',
                measure,
                opinion: null,
                village_officer: '',
                reviewer: '',
                reviewed: null,
                remark: '',
              },
            },
          }),
    });
    const plain = rows.filter(({ status }) => status !== 'flagged');
    const flagged = rows.filter(({ status }) => status === 'flagged');
    await ledger.append([
      // The first is wrong by its measure, of the second nobody was seen; the others are right.
      ...plain.map(({ household_id }, index) =>
        visited(household_id, index === 0 ? 'lower' : 'keep', index === 1 ? 0 : 1),
      ),
      // Of households with a case the first two are confirmed, the last one is still open.
      ...flagged.slice(0, -1).flatMap(({ household_id }, index): Happening[] =>
        cases
          .filter(({ slip }) => slip.household_id === household_id)
          .map(({ slip }) => ({
            what: 'verified',
            case_id: slip.case_id,
            batch: '2026-001',
            finding: finding({ verdict: index < 2 ? 'confirmed' : 'dismissed' }),
            origin,
          })),
      ),
    ]);
    await ledger.close();
    const after = sample('--estimate', join('发', 'sample.ndjson')).stdout;
    expect(after).toContain(
      `随机抽取 ${rows.length} 户入户核查,核实 ${rows.length - 2} 户,发现差错 3 户;其余 2 户`,
    );
  });
});
