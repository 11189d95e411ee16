import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type CliResult, runCli, temporaryFolder } from './helpers/cli.js';
import { inventedId } from './reports-fixture-cases.js';

interface DueCase {
  readonly name: string;
  readonly date?: string;
  readonly household: Readonly<Record<'class' | 'last_review' | 'start_date', string | undefined>>;
  readonly declared?: readonly string[];
  readonly expect: Readonly<Record<string, string | number>>;
}
interface DueFile {
  readonly about: string;
  readonly date: string;
  readonly campaign: Record<string, unknown>;
  readonly cases: readonly DueCase[];
}

const folder = fileURLToPath(new URL('due', import.meta.url));
const start = mkdtempSync(join(tmpdir(), 'dibao-due-'));
afterAll(() => rmSync(start, { recursive: true, force: true }));

/** A campaign with a household a case, two villages in turn; declarations where any case has one. */
function writeCampaign(path: string, file: DueFile): void {
  const roster = file.cases.map(({ household }, index) => {
    const { class: kind = '', last_review = '', start_date = '' } = household;
    const place = ['新仓镇', index % 2 === 0 ? '芦湾村' : '双红村'];
    return [
      `H${index + 1}`,
      `张${index + 1}`,
      inventedId(index),
      '户主',
      '农村',
      kind,
      ...place,
      start_date,
      last_review,
      500,
    ];
  });
  const titles =
    '户编号,姓名,身份证号,与户主关系,低保类别,施保类别,乡镇,村,享受起始时间,最近复核时间,月保障金';
  writeFileSync(join(path, 'roster.csv'), `${[titles, ...roster.map((row) => row.join(','))].join('\n')}\n`);
  const declared = file.cases.flatMap(({ declared: days = [] }, index) =>
    days.map((day) => `H${index + 1},0,${day}`),
  );
  if (declared.length > 0)
    writeFileSync(join(path, 'declared.csv'), `${['户编号,申报车辆数,日期', ...declared].join('\n')}\n`);
  const sources = { roster: 'roster.csv', ...(declared.length > 0 ? { declaration: 'declared.csv' } : {}) };
  writeFileSync(join(path, 'dibao.yaml'), stringify({ name: '测试专项', ...file.campaign, sources }));
}

const due = (path: string, ...args: string[]): CliResult =>
  runCli(['due', '-c', join(path, 'dibao.yaml'), ...args]);

function rowsOf({ code, stdout, stderr }: CliResult): Map<string, Record<string, unknown>> {
  if (code !== 0) throw new Error(stderr);
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return new Map(rows.map((row) => [String(row.household_id), row]));
}

describe.each(readdirSync(folder).sort())('%s', (name) => {
  const file = parse(readFileSync(join(folder, name), 'utf8')) as DueFile;
  const path = join(start, name.replace('.yaml', ''));
  const found = new Map<string, ReturnType<typeof rowsOf>>();

  /** All cases of one day are households of one run. */
  function on(date: string): ReturnType<typeof rowsOf> {
    if (!existsSync(path)) {
      mkdirSync(path);
      writeCampaign(path, file);
    }
    const known = found.get(date) ?? rowsOf(due(path, '--date', date, '--format', 'ndjson'));
    found.set(date, known);
    return known;
  }

  test.each(file.cases.map((one, index) => [one.name, one, index] as const))('%s', (_, one, index) => {
    const row = on(one.date ?? file.date).get(`H${index + 1}`) ?? {};
    const told = Object.fromEntries(Object.keys(one.expect).map((key) => [key, row[key]]));
    expect(told).toEqual(one.expect);
  });
});

const small: DueFile = {
  about: '',
  date: '2026-11-15',
  campaign: { renewal: { from: '2026-10-01', to: '2026-11-30' } },
  cases: [
    {
      name: '',
      household: { class: 'C类', last_review: '2026-01-05', start_date: '2020-01-01' },
      expect: {},
    },
    { name: '', household: { class: 'A类', last_review: '2026-01-05', start_date: undefined }, expect: {} },
    { name: '', household: { class: undefined, last_review: undefined, start_date: undefined }, expect: {} },
  ],
};

function smallCampaign(campaign: Record<string, unknown> = {}): string {
  const path = temporaryFolder();
  writeCampaign(path, { ...small, campaign: { ...small.campaign, ...campaign } });
  return path;
}

describe('the list', () => {
  test('counts by village on the screen, and says how reviews fall due', () => {
    const { code, stdout, stderr } = due(smallCampaign(), '--date', '2026-11-15');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('2026-11-15 复核情况:3户中逾期未复核1户,未到期1户,不能判断1户');
    expect(stdout).toContain('A类每12个月、B类每6个月、C类每3个月');
    expect(stdout).toContain('没有家庭申报数据');
    expect(stdout).toMatch(/新仓镇 +芦湾村 +2 +1 +0 +1 +0\n/);
    expect(stdout).not.toMatch(/\d{17}[\dX]/);
  });

  test('is a workbook with a sheet for each thing to do, private, and the same twice', async () => {
    const path = smallCampaign();
    const write = (out: string): Buffer => {
      expect(due(path, '--date', '2026-11-15', '-o', join(path, out), '-q').code).toBe(0);
      return readFileSync(join(path, out, '定期复核清单.xlsx'));
    };
    const bytes = write('一');
    expect(write('二').equals(bytes)).toBe(true);
    expect(statSync(join(path, '一', '定期复核清单.xlsx')).mode & 0o777).toBe(0o600);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(path, '一', '定期复核清单.xlsx'));
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      ...['说明', '逾期未复核', '续保未申报', '不能判断', '下次复核'],
    ]);
    const overdue = book.getWorksheet('逾期未复核')?.getRow(3).values as unknown[];
    expect(overdue).toEqual(
      expect.arrayContaining(['新仓镇', '芦湾村', 'H1', '张1', 'C类', '2026-04-05', 224]),
    );
  });

  test('finds in the demo, of every class, households that are late, due this month, in time, and unknown', () => {
    const demo = join(import.meta.dirname, '../fixtures/demo');
    const { stdout } = due(demo, '--format', 'json');
    const rows = JSON.parse(stdout) as { class: string; state: string; next_due: string }[];
    expect(rows).toHaveLength(342);
    for (const name of ['A', 'B', 'C']) {
      const own = rows.filter((row) => row.class === name);
      const of = (state: string) => own.filter((row) => row.state === state).length;
      expect(of('later')).toBeGreaterThan(own.length / 2);
      expect(of('overdue')).toBeGreaterThan(5);
      expect(of('unknown')).toBeGreaterThan(1);
      expect(of('overdue') + of('later') + of('unknown')).toBe(own.length);
      expect(own.filter((row) => row.next_due.startsWith('2026-11')).length).toBeGreaterThan(5);
    }
    // The demo's campaign has no period of renewal: nobody is said to have declared, or not.
    expect(due(demo).stdout).toMatch(/未到期 +不能判断\n/);
  });

  test.each(['csv', 'json'])('is %s for programs', (format) => {
    const { stdout } = due(smallCampaign(), '--date', '2026-11-15', '--format', format);
    for (const part of ['H1', 'overdue', '2026-04-05', 'next_due']) expect(stdout).toContain(part);
  });

  test.each([
    [
      'a period that ends before it begins',
      { renewal: { from: '2026-11-01', to: '2026-10-01' } },
      /续保期.*早于/,
    ],
    ['a mode that there is not', { review: { mode: 'weekly' } }, /mode/],
    [
      'a month that there is not',
      { review: { mode: 'calendar' }, parameters: { review_calendar_c: ['13'] } },
      /“13”不是月份/,
    ],
  ])('refuses %s', (_, campaign, message) => {
    const { code, stderr } = due(smallCampaign(campaign), '--date', '2026-11-15');
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
