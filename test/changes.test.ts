import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { idNumber } from './helpers/check-folder.js';
import { type CliResult, runCli } from './helpers/cli.js';
import { idOf, type Row, writeTable } from './helpers/county.js';
import { demo, temporary } from './helpers/demo-run.js';

const folder = temporary();
afterAll(folder.remove);

const header =
  '户编号,姓名,身份证号,与户主关系,是否享受,低保类别,施保类别,乡镇,村,家庭人口,保障人口,月保障金,停保时间';
const number = (serial: number): string => idOf(`19${40 + serial}-03-05`, serial);
/** 15 digits: without the century and the check sign. */
const old = (id: string): string => id.slice(0, 6) + id.slice(8, 17);

interface Home {
  readonly id: string;
  readonly place?: readonly [township: string, village: string];
  readonly category?: string;
  readonly class?: string;
  readonly amount: number | string;
  readonly size?: number;
  readonly ended?: string;
  /** Name, number, covered; the first is the head. */
  readonly members: readonly (readonly [name: string, id: string, covered?: boolean])[];
}

function rowsOf({ id, place = ['东溪镇', '石桥村'], category = '农村', ...home }: Home): Row[] {
  const size = home.size ?? home.members.length;
  return home.members.map(([name, person, covered = true], index) => [
    ...[id, name, person, index === 0 ? '户主' : '子', covered ? '是' : '否', category, home.class ?? 'B'],
    ...[...place, size, size, home.amount, home.ended ?? ''],
  ]);
}

const roster = (name: string, homes: readonly Home[]): string =>
  join(folder.path, writeTable(folder.path, name, header, homes.flatMap(rowsOf)));

const p = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [index + 1, number(index + 1)]));
const id = (serial: number): string => p[serial] ?? '';
const person = (serial: number, covered = true) => [`人${serial}`, id(serial), covered] as const;

const olders: readonly Home[] = [
  { id: 'A01', amount: 600, members: [person(1), person(2), person(3)] },
  { id: 'A02', amount: 500, members: [person(4)] },
  { id: 'A03', amount: 400.1, members: [person(5), person(6)] },
  { id: 'A04', amount: 300, members: [person(7), person(8)] },
  { id: 'A05', amount: 700, place: ['西岭镇', '渔浦村'], members: [person(9)] },
  {
    id: 'A06',
    amount: 800,
    category: '城市',
    members: [['人10', '330482194003051', true], person(11, false)],
  },
  {
    id: 'A07',
    amount: 100,
    members: [['改坏', '3.3048219400305E+17', true], person(20)],
  },
  { id: 'A08', amount: 900, size: 3, members: [person(12)] },
  { id: 'A09', amount: 250, members: [person(13), person(14)] },
];
const newers: readonly Home[] = [
  // Raised; a member left, one came, and one went to A02.
  { id: 'A01', amount: 660.5, members: [person(1), person(15)] },
  { id: 'A02', amount: 450, members: [person(4), person(3)] },
  // Under another number, an ID of 15 digits.
  { id: 'B03', amount: 400.1, members: [['人5', old(id(5)), true], person(6)] },
  // A04 left; its member 8 did not.
  { id: 'B10', amount: 320, members: [person(8), person(16)] },
  { id: 'A05', amount: 700, place: ['东溪镇', '石桥村'], class: 'A', members: [person(9)] },
  // Changed to rural; the head's number was mended; 11 is covered now.
  { id: 'A06', amount: 800, members: [['人10', id(10), true], person(11)] },
  {
    id: 'A07',
    amount: 100,
    members: [['改坏', '3.3048219400305E+17', true], person(20)],
  },
  { id: 'A08', amount: 900, size: 2, members: [person(12)] },
  { id: 'A09', amount: 250, ended: '2026-11-05', members: [person(13), person(14)] },
];
const files = [roster('旧/10月.csv', olders), roster('新/11月.csv', newers)] as const;
const dated = ['--from', '2026-10-31', '--to', '2026-11-30'];

interface Change {
  readonly change: string;
  readonly household_id: string;
  readonly person: string;
  readonly before: string;
  readonly after: string;
}

function changesOf(older: string, newer: string, ...args: string[]): Change[] {
  const { code, stdout, stderr } = runCli(['changes', older, newer, '--format', 'ndjson', ...args]);
  if (code !== 0) throw new Error(stderr);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Change);
}

const short = (list: readonly Change[]): string[] =>
  list.map(({ change, household_id, person, before, after }) =>
    [change, household_id, person, before, after].join(' ').trim(),
  );

describe('changes', () => {
  const table: CliResult = runCli(['changes', ...files, ...dated, '--period', '2026年11月']);

  it('tells what came, left, moved and changed, and nothing else', () => {
    expect(short(changesOf(...files, ...dated))).toEqual([
      'household_in B10   320.00',
      'household_out A04  300.00',
      'household_out A09  250.00',
      'amount_up A01  600.00 660.50',
      'amount_down A02  500.00 450.00',
      'member_in A01 人15',
      'member_out A01 人2',
      'member_moved A02 人3 A01 A02',
      'member_moved B10 人8 A04 B10',
      'member_covered A06 人11',
      `id_corrected A06 人10 330482194003051 ${id(10)}`,
      'household_moved A05  西岭镇 渔浦村 东溪镇 石桥村',
      'household_renumbered B03  A03 B03',
      'category_changed A06  urban rural',
      'class_changed A05  B A',
    ]);
  });

  it('says it in the sentence of a monthly report, with control totals', () => {
    expect(table).toMatchObject({ code: 0 });
    const text = table.stdout.replaceAll(/\n */g, '');
    expect(text).toContain(
      '2026年11月新增1户1人,月保障金320元;停发2户3人,月保障金550元;在保户增员2人,减员2人;' +
        '调增1户,每月增加60.50元;调减1户,每月减少50元。' +
        '保障对象由9户17人、每月4,550.10元变为8户15人、每月4,330.60元。',
    );
    expect(text).toContain('核对(元):4,550.10 + 320 − 550 + 60.50 − 50 = 4,330.60');
    expect(text).toContain('核对(人):17 + 1 + 2 − 3 − 2 = 15');
    expect(text).toContain('户间变动2人,迁移1户,改号1户,换户主0户,类别变动1户,施保类别变动1户');
    expect(table.stdout).not.toMatch(idNumber);
  });

  it('adds up in every township and category, with what moved between them', () => {
    const { stdout } = runCli(['changes', ...files, ...dated, '--format', 'json', '-q']);
    const { totals, townships, categories } = JSON.parse(stdout) as Record<
      'totals' | 'townships' | 'categories',
      Record<string, number>[]
    >;
    expect(townships).toHaveLength(2);
    expect(townships[1]).toMatchObject({
      before_households: 1,
      moved_out_households: 1,
      after_households: 0,
    });
    expect(categories[1]).toMatchObject({ category: 'urban', before_amount: 800, moved_out_amount: 800 });
    const rows = [totals as unknown as Record<string, number>, ...townships, ...categories];
    for (const row of rows) {
      const of = (name: string): number => Math.round((row[name] ?? Number.NaN) * 100);
      const flow = (what: string): number =>
        of(`before_${what}`) +
        of(`in_${what}`) -
        of(`out_${what}`) +
        of(`moved_in_${what}`) -
        of(`moved_out_${what}`);
      expect(flow('households')).toBe(of('after_households'));
      expect(flow('persons') + of('added') - of('removed')).toBe(of('after_persons'));
      expect(flow('amount') + of('up_amount') - of('down_amount')).toBe(of('after_amount'));
    }
    for (const what of ['households', 'persons', 'amount'])
      expect(townships.reduce((sum, row) => sum + (row[`after_${what}`] ?? 0), 0)).toBeCloseTo(
        (totals as unknown as Record<string, number>)[`after_${what}`] ?? Number.NaN,
        2,
      );
  });

  it('of a roster with itself in another file is nothing, whatever its form and the order of its rows', async () => {
    const backwards = [...olders].reverse();
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('花名册');
    sheet.addRow(['东溪镇低保花名册']);
    sheet.addRow(header.split(','));
    // Household values stand at the head alone, as merged cells give them.
    for (const home of backwards)
      for (const [index, row] of rowsOf(home).entries())
        sheet.addRow(row.map((cell, at) => (index > 0 && (at === 0 || at > 4) ? '' : String(cell))));
    const xlsx = join(folder.path, 'backwards.xlsx');
    await book.xlsx.writeFile(xlsx);
    expect(changesOf(files[0], xlsx)).toEqual([]);
    const plain = join(folder.path, 'plain.csv');
    writeFileSync(plain, runCli(['cat', xlsx]).stdout);
    expect(changesOf(plain, xlsx)).toEqual([]);
    expect(runCli(['changes', files[0], files[0]]).stderr).toContain('两边是同一份花名册');
  });

  it('takes households numbered anew for the same by their members', () => {
    const anew = olders.map((home, index) => ({ ...home, id: `A0${((index + 3) % olders.length) + 1}` }));
    const list = changesOf(files[0], roster('anew.csv', anew));
    expect(new Set(list.map(({ change }) => change))).toEqual(new Set(['household_renumbered']));
    expect(list).toHaveLength(olders.length);
  });

  it('reads the demo county by its campaign file, in GB18030 and XLSX, with its standards', () => {
    const campaign = join(demo, 'dibao.yaml');
    const days = ['--from', '2025-06-30', '--to', '2026-11-01'];
    const args = ['changes', campaign, join(demo, 'data', '低保花名册*'), '-c', campaign, ...days];
    const { code, stdout, stderr } = runCli(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const text = stdout.replaceAll(/\n */g, '');
    expect(text).toContain('城市低保标准由每人每年13,800元调整为14,496元');
    expect(text).toContain('农村低保标准由每人每年12,600元调整为13,200元');
    expect(text).toContain('云栖县低保动态变动情况');
  });

  it('writes a workbook with every change', async () => {
    const file = join(folder.path, '变动.xlsx');
    const { code, stderr } = runCli(['changes', ...files, ...dated, '-o', file]);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('已写入') });
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...['变动情况', '控制总数', '新增和停发', '调增调减', '人员变动', '其他变动'],
    ]);
    const rows = book.worksheets.slice(2).map((sheet) => sheet.actualRowCount - 2);
    expect(rows).toEqual([3, 2, 6, 4]);
  });

  it('says what makes the comparison doubtful', () => {
    const part = roster(
      'part.csv',
      newers.filter(({ place }) => place === undefined).map((home) => ({ ...home, amount: '' })),
    );
    const { stderr } = runCli(['changes', files[0], part, '--from', '2026-11-30', '--to', '2026-10-31']);
    expect(stderr).toContain('新花名册有8户没有月保障金');
    expect(stderr).toContain('西岭镇的户全部不在新花名册上');
    expect(stderr).toContain('旧花名册的日期(2026-11-30)晚于新花名册(2026-10-31)');
  });

  it('refuses what is no roster', () => {
    expect(runCli(['changes', files[0], join(folder.path, 'none.csv')])).toMatchObject({
      code: 3,
      stdout: '',
    });
    expect(runCli(['changes', files[0], files[1], '--category', 'town'])).toMatchObject({ code: 2 });
    expect(runCli(['changes', files[0], files[1], '-o', join(folder.path, 'no', 'a.xlsx')])).toMatchObject({
      code: 2,
    });
  });
});
