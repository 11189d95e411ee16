import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import type { Summary } from '../src/cases/types.js';
import { encodeGb18030 } from './csv-support.js';
import { CheckFolder, idNumber } from './helpers/check-folder.js';
import { idOf } from './helpers/county.js';

// 'Problem lists that help: grouped by column and kind with counts and three examples each, the rest in rejects.csv'.

const header = '户编号,姓名,身份证号,与户主关系,低保类别,月保障金,享受起始时间';
const row = (index: number, more = '500,2024-03-05'): string =>
  `H${index},张${index},${idOf('1970-01-01', index)},户主,农村,${more}`;
const many = (count: number, more: (index: number) => string | undefined): string[] =>
  Array.from({ length: count }, (_, index) => row(index + 1, more(index + 1)));

describe('problems of a roster', () => {
  const folder = new CheckFolder();
  const check = (content: string | Buffer): { screen: string; summary: Summary } => {
    writeFileSync(join(folder.path, '名册.csv'), content);
    const { stdout } = folder.check('--roster', '名册.csv', '-o', '疑点');
    return {
      screen: stdout.split('二、核查结果')[0]?.replace(/\s/g, '') ?? '',
      summary: JSON.parse(folder.read('疑点', 'summary.json')) as Summary,
    };
  };

  it('are grouped by column and kind, with counts and three examples; each value is in rejects.csv', () => {
    const lines = many(30, (index) =>
      index % 3 === 0 ? '五百,2024.2.30' : index % 5 === 0 ? '-5,昨天' : undefined,
    );
    const masked = `${row(31).slice(0, 8)}330482********1234,户主,农村,1,`;
    const content = [header, ...lines, `H99,李,${idOf('1970-01-01', 99)}`, masked].join('\n');
    const { screen, summary } = check(content);

    const money = summary.problems.find(({ kind }) => kind === 'money-unreadable');
    expect(money).toMatchObject({ register: 'roster', field: '月保障金', count: 10, rejected: false });
    expect(money?.examples).toEqual([4, 7, 10].map((line) => ({ row: line, value: '五百' })));
    expect(summary.problems[0]).toMatchObject({ kind: 'field-count', count: 1, rejected: true });
    expect(screen).toContain('读不了的行和值(全部见rejects.csv)');
    expect(screen).toContain(
      '低保花名册月保障金:金额看不懂,10处,仅该栏未用,如名册.csv第4行“五百”、第7行“五百”、第10行“五百”',
    );
    expect(screen).toMatch(/低保花名册享受起始时间:日期看不懂或不存在,1\d处.*2024\.2\.30/);
    expect(screen).toMatch(/列数与表头不一致,不采用,1处,整行未载入,如名册\.csv第32行“3\/7”/);
    expect(screen).not.toMatch(idNumber);

    const rejects = parse(folder.read('疑点', 'rejects.csv'), { bom: true }) as string[][];
    const all = summary.problems.reduce((sum, one) => sum + one.count, 0);
    expect(rejects.length - 1).toBe(all);
    expect(rejects.filter((cells) => cells.includes('五百')).length).toBe(10);

    const book = xlsx.read(readFileSync(join(folder.path, '疑点', '疑点清单.xlsx')));
    const cells = xlsx.utils.sheet_to_json<string[]>(book.Sheets.数据质量 ?? {}, { header: 1 }).map(String);
    expect(cells.filter((line) => line.includes('金额看不懂')).join()).toMatch(
      /第4行: 五百\n第7行: 五百\n第10行: 五百/,
    );
  });

  it('the same kind of several files is one line', () => {
    writeFileSync(join(folder.path, 'a.csv'), [header, row(1, '五百,')].join('\n'));
    writeFileSync(join(folder.path, 'b.csv'), [header, row(2, '六百,')].join('\n'));
    const { stdout } = folder.check('--roster', 'a.csv', '--roster', 'b.csv', '-o', '疑点');
    expect(stdout).toContain('金额看不懂,2处,仅该栏未用,如 a.csv 第2行“五百”、b.csv 第2行“六百”');
  });

  it('an encoding that changes midway is named with its first line', () => {
    const utf8 = `${[header, ...many(50, () => undefined)].join('\n')}\n`;
    const { screen, summary } = check(
      Buffer.concat([Buffer.from(utf8), encodeGb18030(`${row(60)}\n${row(61)}`)]),
    );
    expect(screen).toContain('同一文件里前后编码不一致,1处,如名册.csv第52行“gb18030”');
    expect(summary.sources[0]).toMatchObject({ loaded: 50, rejected: 2 });
  });

  it('a sound file has no such list', () => {
    expect(check([header, row(1)].join('\n')).screen).not.toContain('读不了');
  });
});
