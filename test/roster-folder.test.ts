import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../src/cases/types.js';
import { type CliResult, runCli } from './helpers/cli.js';
import { plantedTotals, townships } from './helpers/folder-people.js';
import { styles } from './helpers/folder-styles.js';

// The test of 'Files as they come': what twenty townships hand in, each in its own fashion, is read in one go without a
// campaign file. No file of it is made by the program's own writer.

const query = `
  SELECT h.township, h.village, CASE h.category WHEN 'rural' THEN '农村' WHEN 'urban' THEN '城市' END,
    count(*), sum(p.persons)::INTEGER, sum(h.monthly_amount)::VARCHAR
  FROM household h JOIN (SELECT household_id, count(*) AS persons FROM member GROUP BY 1) p USING (household_id)
  GROUP BY 1, 2, 3`;

async function totals(database: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(database, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(query)).getRows();
  connection.closeSync();
  instance.closeSync();
  return rows.map((row) => row.map(String).join(' ')).sort();
}

/** The items of a block of the screen, each in one line without blanks. */
function block(screen: string, title: RegExp): string[] {
  const lines = screen.split('\n');
  const first = lines.findIndex((line) => title.test(line)) + 1;
  const end = lines.findIndex((line, index) => index >= first && line.trim() === '');
  const items: string[] = [];
  for (const line of lines.slice(first, end)) {
    if (line.startsWith('  - ')) items.push(line.slice(4));
    else items.push((items.pop() ?? '') + line.trim());
  }
  return items.map((item) => item.replaceAll(' ', ''));
}

describe('a folder of twenty townships', () => {
  let folder = '';
  let result: CliResult;
  let summary: Summary;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dibao-test-'));
    const roster = join(folder, '名册');
    for (const [index, one] of townships.entries()) await styles[index]?.(roster, one);
    copyFileSync(join(roster, '平乐镇/永乐村.xlsx'), join(roster, '平乐镇/永乐村(最终版).xlsx'));
    writeFileSync(join(roster, '~$秀水镇.xlsx'), 'somebody has it open');
    for (const other of ['说明.docx', '黄泥乡/下坪村.pdf', 'Thumbs.db'])
      writeFileSync(join(roster, other), 'no table');
    const standards = ['--urban-standard', '1200', '--rural-standard', '1000'];
    const told = ['--roster', '名册/', ...standards, '--as-of', '2026-06-30', '--keep-db', '-o', '疑点'];
    result = runCli(['check', ...told], { cwd: folder });
    expect(result.stderr).toBe('');
    summary = JSON.parse(readFileSync(join(folder, '疑点/summary.json'), 'utf8')) as Summary;
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read without a campaign file: households, persons and yuan per village are those planted', async () => {
    expect(result.code).toBe(0);
    expect(await totals(join(folder, '疑点/loaded.duckdb'))).toEqual(plantedTotals());
    expect(summary.roster.uncheckable_members).toBe(0);
    expect(summary.sources.every(({ rejected }) => rejected === 0)).toBe(true);
  });

  it('what each file was taken for stands on the screen', () => {
    expect(result.stdout).toMatch(/无日期 {2}低保花名册 {2}\d+个表,见下/);
    const readings = block(result.stdout, /名册各表的读法/);
    const reading = (name: string): string => readings.find((one) => one.startsWith(name)) ?? '';
    const lines: readonly (readonly [string, ...RegExp[]])[] = [
      [
        '柳岸村.xlsx',
        /低保类别取自文件夹名:农村/,
        /乡镇\(街道\)取自文件夹名:东溪镇/,
        /村\(社区\)取自文件名:柳岸村/,
      ],
      ['2026年西岭镇石桥村', /每户一个的“序号”/, /取自标题:西岭镇/, /取自标题:石桥村/, /单位:元/],
      ['云台街道城镇低保.csv', /低保类别取自文件名:城市/],
      ['南圃镇.xlsx[县前村]', /乡镇\(街道\)取自文件名:南圃镇/, /村\(社区\)取自工作表名:县前村/],
      ['前进村.xls', /以“户主身份证号”作为户的编号/, /每户一行,其余成员在各列中,最多3人/],
      ['三官塘村.xlsx', /表头占两行/, /村\(社区\)取自标题:三官塘村/],
      ['白沙村.xlsx', /以“户主身份证号”作为户的编号/, /未采用的栏:户主姓名/],
      ['各村名册.xlsx[Sheet1](20行18人)', /取自标题:下坪村/, /第\d+行起的另一张表/],
      ['各村名册.xls[Sheet1](14行12人)', /取自标题:竹园村/, /第\d+行起的另一张表/],
      ['古渡镇农村低保.xlsx[新渡村]', /工作表是隐藏的,照样读取/],
      ['长林乡.ods', /低保类别取自文件夹名:农村/, /未采用的栏:数据批次/],
      ['低桥村汇总.xlsx', /“低保类别”一列按其内容读作“施保类别”/, /低保类别取自文件夹名:农村/],
      ['秀水镇.xlsx', /乡镇\(街道\)取自标题:秀水镇/],
    ];
    for (const [name, ...patterns] of lines)
      for (const pattern of patterns) expect(reading(name), name).toMatch(pattern);
    expect(readings.length).toBeLessThanOrEqual(summary.sources.length);
  });

  it('asks only about doubts: a file named after another village, and rows without a header', () => {
    const asked = block(result.stdout, /请确认或改正\(2处\)/);
    expect(asked.length).toBe(2);
    expect(asked[0]).toMatch(/^南圃镇\.xlsx\[县前村\]:工作表“Sheet5”没有表头.*2行没有读,其中2行有身份证号/);
    expect(asked[1]).toMatch(
      /^前进村-副本\.xls:工作表名说“村\(社区\)”是光明村,文件名却说是前进村;用了光明村/,
    );
    const doubts = summary.sources.flatMap((source) => source.doubts);
    expect(doubts.length).toBe(2);
    expect(doubts.join()).toContain('set: { village: 前进村 }');
  });

  it('a file given twice is read once, and it is said', () => {
    expect(summary.warnings.join('\n')).toMatch(
      /永乐村\.xlsx: 与名册\/平乐镇\/永乐村\(最终版\)\.xlsx内容相同,只读一次/,
    );
    expect(result.stdout.replace(/\s/g, '')).toContain('内容相同,只读一次');
  });

  it('files that are no tables are named: rows may be missing', () => {
    const told = summary.warnings.find((warning) => warning.includes('不是表格')) ?? '';
    expect(told).toMatch(/:名册\/说明\.docx、名册\/黄泥乡\/下坪村\.pdf$/);
  });

  it('a dry run says the same of the files', () => {
    const dry = runCli(['check', '--roster', '名册/', '--rural-standard', '1000', '--dry-run'], {
      cwd: folder,
    });
    expect(block(dry.stdout, /名册各表的读法/)).toEqual(block(result.stdout, /名册各表的读法/));
    expect(block(dry.stdout, /请确认或改正/)).toEqual(block(result.stdout, /请确认或改正/));
  });
});
