import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import type { Summary } from '../src/cases/types.js';
import { CheckFolder, expectRefusal, idNumber } from './helpers/check-folder.js';
import { type CliResult, runCli } from './helpers/cli.js';
import { people, type Row, strangers, writeDeaths, writeRoster, writeTable } from './helpers/county.js';
import { type Grid, writeSheets } from './helpers/folder-books.js';

// Beside the villages' files a folder holds others: a summary table, an explanation, files that cannot be used.

const county = new CheckFolder();
const summaryRows = [
  ['2026年低保情况汇总表'],
  ['序号', '村', '户数', '人数', '月保障金'],
  [1, '沈家弄村', 3, 6, 1920],
  [2, '钟埭村', 5, 9, 3000],
];

function book(name: string, rows: Grid['rows'], sheet = 'Sheet1'): void {
  writeSheets(county.path, name, 'xlsx', [{ name: sheet, rows }]);
}

const summaryBook = (name = '名册/汇总表.xlsx'): void => book(name, summaryRows);

/** A roster's rows under a header that does not say whose numbers they are. */
const unnamed = (id: string): Row[] => [
  ['户编号', '姓名', '号', '低保类别'],
  ['20260007', '孙大山', id, '农村'],
];

/** The container of a workbook under a password, of a method that nobody can open without it. */
function encrypted(name: string): void {
  const file = xlsx.CFB.utils.cfb_new();
  xlsx.CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.from([9, 0, 9, 0, 0, 0, 0, 0]));
  xlsx.CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(4096, 7));
  writeFileSync(join(county.path, name), xlsx.CFB.write(file, { type: 'buffer' }) as Buffer);
}

const roster = (...args: string[]): CliResult => county.check('--roster', '名册/', ...args, '-o', 'out');
const summary = (): Summary => JSON.parse(county.read('out', 'summary.json')) as Summary;
const plain = (text: string): string => text.replace(/\s/g, '');

describe('files of a folder that are no rosters and name nobody', () => {
  it('are left out, and that is said: on the screen, in the summary, and in no sum of rows', () => {
    writeRoster(county.path, '名册/钟埭.csv', 0);
    summaryBook();
    book('名册/空白.xlsx', []);
    writeTable(county.path, '名册/说明.csv', '说明', [['本表由民政办填写'], ['电话0573-85012345']]);
    const result = roster();
    expect(result.stderr).toBe('');
    expect(result.code).toBe(0);
    const files = '名册/汇总表.xlsx(4行)、名册/空白.xlsx(0行)、名册/说明.csv(3行)';
    const note = summary().warnings.filter((warning) => warning.includes('汇总表'));
    expect(note).toEqual([expect.stringMatching(/^名册\/ 中有的文件不是低保花名册.*没有身份证号.*没有读/)]);
    expect(note[0]).toContain(files);
    expect(plain(result.stdout)).toContain(plain(files));
    expect(summary().sources.map(({ file, rows }) => [file, rows])).toEqual([['名册/钟埭.csv', 7]]);
    expect(county.read('out', 'run.json')).not.toContain('汇总表');
  });

  it('are left out of what a pattern in the campaign file matches', () => {
    writeSheets(county.path, '名册/钟埭.xlsx', 'xlsx', [{ name: '名册', rows: rosterRows() }]);
    summaryBook();
    writeTable(county.path, 'dibao.yaml', campaignWith('名册/*.xlsx'), []);
    const result = runCli(['check', '-o', 'out'], { cwd: county.path });
    expect(result.stderr).toBe('');
    expect(summary().sources.map(({ file }) => file)).toEqual(['名册/钟埭.xlsx']);
    expect(summary().warnings.join('\n')).toContain('名册/*.xlsx 中有的文件不是低保花名册');
    expect(plain(result.stdout)).toContain('名册/汇总表.xlsx(4行)');
  });

  it('are left out where the source names a sheet that they have not', () => {
    writeSheets(county.path, '名册/钟埭.xlsx', 'xlsx', [{ name: '名册', rows: rosterRows() }]);
    summaryBook();
    writeTable(county.path, 'dibao.yaml', campaignWith('名册/', 'sheet: 名册'), []);
    const result = runCli(['check', '-o', 'out'], { cwd: county.path });
    expect(result.stderr).toBe('');
    expect(plain(result.stdout)).toContain('名册/汇总表.xlsx(4行)');
    book('名册/钟埭村.xlsx', rosterRows());
    const refused = runCli(['check', '-o', 'out2'], { cwd: county.path });
    expectRefusal(refused, 3, /^名册\/钟埭村\.xlsx: 工作簿里没有工作表“名册”/);
  });

  it('are left out where worker threads read, of rosters and of registers', () => {
    writeRoster(county.path, '名册/钟埭.csv');
    summaryBook();
    writeTable(county.path, '名册/说明.csv', '说明', [['本表由民政办填写']]);
    writeDeaths(county.path, '死亡/火化.csv');
    writeFar('死亡/外地.csv');
    summaryBook('死亡/汇总表.xlsx');
    expect(roster('--death', '死亡/').stderr).toBe('');
    expect(summary().sources.map(({ file }) => file)).toEqual([
      '名册/钟埭.csv',
      '死亡/外地.csv',
      '死亡/火化.csv',
    ]);
    expect(summary().warnings.join('\n')).toContain('名册/汇总表.xlsx(4行)、名册/说明.csv(2行)');
    expect(summary().warnings.join('\n')).toMatch(/死亡\/ 中有的文件不是死亡登记.*死亡\/汇总表\.xlsx\(4行\)/);
  });

  it('are all there is: refused, with what the first of them lacks', () => {
    summaryBook();
    const message =
      /^名册\/: .*没有一个文件是低保花名册.*名册\/汇总表\.xlsx 工作表“Sheet1” 第2行 .*还缺.*身份证号/;
    expectRefusal(roster(), 3, message);
    writeRoster(county.path);
    const none = county.check('--roster', 'roster.csv', '--death', '名册', '-o', 'out');
    expectRefusal(none, 3, /^名册: .*没有一个文件是死亡登记/);
  });

  it('are refused where they are named by themselves', () => {
    summaryBook();
    const result = county.check('--roster', '名册/汇总表.xlsx', '-o', 'out');
    expectRefusal(result, 3, /^名册\/汇总表\.xlsx 工作表“Sheet1” 第2行 .*还缺:.*身份证号.*试过的写法/);
    writeTable(county.path, '名册/说明.csv', '说明', [['本表由民政办填写']]);
    expectRefusal(county.check('--roster', '名册/说明.csv'), 3, /^名册\/说明\.csv .*表头里没有“户编号”/);
    expect(result.stderr).not.toContain('另有');
    writeRoster(county.path, '名册/钟埭.csv');
    const both = county.check('--roster', '名册/', '--roster', '名册/汇总表.xlsx', '-o', 'out');
    expectRefusal(both, 3, /^名册\/汇总表\.xlsx 工作表/);
  });
});

describe('files of a folder that hold persons and cannot be used', () => {
  it('are all named in one refusal: the first in full, the others with the reason', () => {
    writeRoster(county.path, '名册/钟埭.csv');
    summaryBook();
    book('名册/东溪镇.xlsx', unnamed(people.owner));
    writeTable(county.path, '名册/西岭镇.csv', '户编号,姓名,号,低保类别', unnamed(people.widow).slice(1));
    encrypted('名册/青山镇.xlsx');
    const result = roster();
    expectRefusal(
      result,
      3,
      /^名册\/东溪镇\.xlsx 工作表“Sheet1” 第1行 “身份证号”: 表头里没有“身份证号”这一列.*试过/,
    );
    const [, , ...others] = result.stderr.trimEnd().split('\n');
    expect(others).toEqual([
      '另有2个文件也读不了:',
      expect.stringMatching(/^ {2}- 名册\/西岭镇\.csv 第1行 “身份证号”: 表头里没有“身份证号”这一列[^试]*$/),
      '  - 名册/青山镇.xlsx: 工作簿设有打开密码',
    ]);
  });

  it('are named in the same order whichever thread is done first', () => {
    writeRoster(county.path, '名册/钟埭.csv');
    writeFar('死亡/外地.csv');
    book('死亡/丁.xlsx', unnamed(people.dead));
    book('死亡/乙.xlsx', unnamed(people.widow));
    encrypted('死亡/丙.xlsx');
    const result = roster('--death', '死亡/');
    expectRefusal(result, 3, /^死亡\/丁\.xlsx/);
    expect(result.stderr.match(/死亡\/.\.xlsx/g)).toEqual(['死亡/丁.xlsx', '死亡/丙.xlsx', '死亡/乙.xlsx']);
  });

  it('are told in English too', () => {
    book('名册/东溪镇.xlsx', unnamed(people.owner));
    encrypted('名册/青山镇.xlsx');
    expect(roster('--lang', 'en').stderr).toMatch(
      /\n1 more file cannot be read:\n {2}- 名册\/青山镇\.xlsx: the workbook is protected/,
    );
  });

  it.each([
    ['cut short by a spreadsheet', '3.30482197002031E+17'],
    ['rounded', `${people.owner.slice(0, 15)}000`],
    ['masked', `${people.owner.slice(0, 6)}********${people.owner.slice(14)}`],
    ['mistyped', `${people.owner.slice(0, 17)}${people.owner.endsWith('1') ? '2' : '1'}`],
    ['of the first generation', `${people.owner.slice(0, 6)}${people.owner.slice(8, 17)}`],
  ])('are refused where the ID numbers are %s', (_, id) => {
    writeRoster(county.path, '名册/钟埭.csv');
    book('名册/东溪镇.xlsx', unnamed(id));
    const result = roster();
    expect(result.code).toBe(3);
    expect(result.stderr).toMatch(/^名册\/东溪镇\.xlsx/);
    expect(result.stderr).not.toMatch(idNumber);
  });

  it('are refused where persons stand in another sheet than the one the source names', () => {
    writeSheets(county.path, '名册/钟埭.xlsx', 'xlsx', [{ name: '名册', rows: rosterRows() }]);
    const sheets = [
      { name: '封面', rows: summaryRows },
      { name: '名册', rows: rosterRows() },
    ];
    writeSheets(county.path, '名册/东溪镇.xlsx', 'xlsx', sheets);
    writeTable(county.path, 'dibao.yaml', campaignWith('名册/', 'sheet: 1'), []);
    const result = runCli(['check', '-o', 'out'], { cwd: county.path });
    expectRefusal(result, 3, /^名册\/东溪镇\.xlsx 工作表“封面”/);
  });

  it('are refused where persons stand far below, in CSV', () => {
    writeRoster(county.path, '名册/钟埭.csv');
    const rows = Array.from({ length: 500 }, (_, index): Row => [`第${index}条`, '']);
    writeTable(county.path, '名册/东溪镇.csv', '说明,', [...rows, ['王建国', people.owner]]);
    expectRefusal(roster(), 3, /^名册\/东溪镇\.csv/);
  });
});

describe('a workbook of many sheets', () => {
  const blank = (count: number): Grid[] =>
    Array.from({ length: count }, (_, index) => ({ name: `第${index + 1}页`, rows: [['说明']] }));

  it('is refused where the sheets cannot be numbered', () => {
    writeSheets(county.path, 'r.xlsx', 'xlsx', blank(300));
    const result = county.check('--roster', 'r.xlsx', '-o', 'out');
    expectRefusal(result, 3, /^r\.xlsx: 工作簿里的表太多,最多256个/);
  });

  it('is read from its last sheet', () => {
    writeSheets(county.path, 'r.xlsx', 'xlsx', [...blank(199), { name: '名册', rows: rosterRows() }]);
    expect(county.check('--roster', 'r.xlsx', '--fail-on', 'never', '-o', 'out').code).toBe(0);
    expect(summary().sources.map(({ sheet, rows, loaded }) => [sheet, rows, loaded])).toEqual([
      ['名册', 7, 6],
    ]);
  });
});

/** Deaths elsewhere, so many that worker threads read. */
function writeFar(name: string): void {
  const rows = strangers(5000).map((id): Row => [id, '生人', '2025-01-01', '某'.repeat(1200)]);
  writeTable(county.path, name, '身份证号,姓名,死亡日期,备注', rows);
}

/** The roster of the county as rows of cells. */
function rosterRows(): string[][] {
  const name = writeRoster(county.path, 'all.csv');
  const text = readFileSync(join(county.path, name), 'utf8').trimEnd();
  return text.split('\n').map((line) => line.split(','));
}

function campaignWith(source: string, more = ''): string {
  return `name: 测试
as_of: 2026-11-01
standards:
  rural: [ { from: 2025-07-01, monthly: 1100 } ]
sources:
  roster: [ { file: '${source}'${more === '' ? '' : `, ${more}`} } ]`;
}
