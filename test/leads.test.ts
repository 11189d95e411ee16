import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, Summary } from '../src/cases/types.js';
import { runCli } from './helpers/cli.js';
import { idOf, people, type Row, writeRoster, writeTable } from './helpers/county.js';

// D10 is after people on no roster: of disability and illness only the rows that may be theirs are loaded, and of deaths
// and other relief those of the same people. What it finds must be what it finds in everything.
const lead = (serial: number): string => idOf('1960-04-05', 100 + serial);
const old = (id: string): string => id.slice(0, 6) + id.slice(8, 17);

const disability: readonly Row[] = [
  ['甲', lead(1), '肢体', '一级', ''],
  ['乙', lead(2), '肢体', '四级', ''],
  ['丙', lead(3), '肢体', '三级', ''],
  ['丁', lead(4), '精神', '三级', ''],
  ['戊', lead(5), '', '3', ''],
  ['己', lead(6), '', '', `${lead(6)}61`],
  ['庚', lead(7), '肢体', '二级', ''],
  ['辛', old(lead(8)), '视力', '2级', ''],
  ['壬', `'${lead(9)}`, '"听力"', '"一级"', ''],
  ['癸', lead(10), '肢体', '特级', ''],
  ['子', `${lead(11).slice(0, 17)}`, '肢体', '一级', ''],
  ['钱美华', people.daughter, '肢体', '四级', ''],
  ['乙', lead(2), '肢体', '四级', ''],
];
const illness: readonly Row[] = [
  ['丑', lead(12), '重大疾病'],
  ['寅', lead(13), '慢性病'],
  ['卯', lead(14), ''],
  ['丙', lead(3), '大病'],
];
const death: readonly Row[] = [
  ['庚', lead(7), '2025-01-02'],
  ['乙', lead(2), '2025-01-02'],
  ['外人', lead(30), '2025-01-02'],
];
const relief: readonly Row[] = [
  ['丑', lead(12), '特困供养', '2020-01-01'],
  ['外人', lead(31), '特困供养', '2020-01-01'],
];
const headers = {
  disability: '姓名,身份证号,残疾类别,残疾等级,残疾证号',
  illness: '姓名,身份证号,程度',
  death: '姓名,身份证号,死亡日期',
  other_relief: '姓名,身份证号,救助项目,开始时间',
};

const folder = mkdtempSync(join(tmpdir(), 'dibao-leads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Found {
  readonly leads: Record<string, string>;
  readonly cases: string[];
  readonly passedOver: Record<string, number>;
}

function found(config: string, ...more: string[]): Found {
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  const { stderr, code } = runCli(['check', '-c', join(folder, config), '-o', out, '--quiet', ...more]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 1 });
  const read = (name: string): string => readFileSync(join(out, name), 'utf8');
  const cases = read('cases.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
  const { sources } = JSON.parse(read('summary.json')) as Summary;
  return {
    leads: Object.fromEntries(
      cases.flatMap(({ check, person, reason }) => (check === 'D10.missed' ? [[person?.name, reason]] : [])),
    ),
    cases: cases.map(({ case_id, evidence }) => `${case_id} ${evidence.map(({ row }) => row).join(' ')}`),
    passedOver: Object.fromEntries(sources.map((one) => [one.register, one.passed_over])),
  };
}

function campaign(name: string, disabilityFile: string, parameters = ''): void {
  const text = `name: 线索
as_of: 2026-06-30
standards:
  rural: [ { from: 2025-07-01, monthly: 1100 } ]
${parameters}sources:
  roster: [ roster.csv ]
  disability: [ ${disabilityFile} ]
  illness: [ illness.csv ]
  death: [ death.csv ]
  other_relief: [ other_relief.csv ]
`;
  writeFileSync(join(folder, name), text);
}

describe('persons on no roster, whom D10 is after', () => {
  beforeAll(async () => {
    writeRoster(folder);
    const rows = { disability, illness, death, other_relief: relief };
    for (const [key, table] of Object.entries(rows))
      writeTable(folder, `${key}.csv`, headers[key as keyof typeof rows], table);
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('残疾人');
    sheet.addRow(headers.disability.split(','));
    for (const row of disability) sheet.addRow(row.map((cell) => String(cell).replaceAll(/['"]/g, '')));
    await book.xlsx.writeFile(join(folder, 'disability.xlsx'));
    campaign('csv.yaml', 'disability.csv');
    campaign('xlsx.yaml', 'disability.xlsx');
    campaign(
      'fourth.yaml',
      'disability.csv',
      'parameters:\n  no_work_disability_levels: [ { from: 2020-01-01, words: ["1", "2", "4"], document: 县文件 } ]\n',
    );
  });

  it.each(['csv.yaml', 'xlsx.yaml', 'fourth.yaml'])('%s: found as in everything', (config) => {
    const some = found(config);
    const all = found(config, '--keep-all');
    expect(some.leads).toEqual(all.leads);
    expect(some.cases).toEqual(all.cases);
  });

  it('are those whose rows say so, alive, without other relief', () => {
    expect(Object.keys(found('csv.yaml').leads).sort()).toEqual([...'甲丁己辛壬丙'].sort());
  });

  it('are told by the levels that the campaign sets', () => {
    const { leads } = found('fourth.yaml');
    // 乙 is dead.
    expect(Object.keys(leads).sort()).toEqual([...'甲丁己辛壬丙'].sort());
    writeTable(folder, 'death.csv', headers.death, death.slice(0, 1));
    expect(found('fourth.yaml').leads.乙).toContain('残疾4级');
    writeTable(folder, 'death.csv', headers.death, death);
  });

  it('are found beside rows whose bytes are no characters', () => {
    const broken = Buffer.from(`\n路\u0001人,${idOf('1950-01-01', 1)},肢体,一级,\n外\u0001,1,\u0001,一级,\n`);
    const bytes = broken.map((byte) => (byte === 1 ? 0xff : byte));
    writeFileSync(
      join(folder, 'broken.csv'),
      Buffer.concat([readFileSync(join(folder, 'disability.csv')), bytes]),
    );
    campaign('broken.yaml', 'broken.csv');
    expect(found('broken.yaml').cases).toEqual(found('broken.yaml', '--keep-all').cases);
    expect(found('broken.yaml').leads).toEqual(found('csv.yaml').leads);
  });

  it('are found by worker threads, too', () => {
    // Above 16 MB of input: people elsewhere whose disability is slight.
    const some = Array.from({ length: 1000 }, (_, index) => `路人,${idOf('1950-01-01', index)},肢体,四级,\n`);
    const text = readFileSync(join(folder, 'disability.csv'), 'utf8') + some.join('').repeat(420);
    writeFileSync(join(folder, 'many.csv'), text);
    campaign('many.yaml', 'many.csv');
    const few = found('csv.yaml');
    const many = found('many.yaml');
    expect(Buffer.byteLength(text)).toBeGreaterThan(16_000_000);
    expect(many.leads).toEqual(few.leads);
    expect(many.passedOver.disability).toBe((few.passedOver.disability ?? 0) + 420_000);
  });

  it('make no other row be loaded', () => {
    const { passedOver } = found('csv.yaml');
    // Level four twice and a number too short; the chronic; the strangers among the dead and the relieved.
    expect(passedOver).toMatchObject({ disability: 3, illness: 1, death: 2, other_relief: 1 });
  });
});
