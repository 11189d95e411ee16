import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectCsv } from '../src/read/csv-format.js';
import { peekCsv } from '../src/read/csv-peek.js';
import { guessRecord } from '../src/read/header-guess.js';
import { findTableHead } from '../src/read/table-head.js';
import { isValue } from '../src/read/value-like.js';
import { corpora } from './csv-support.js';
import { table } from './header-helpers.js';

describe('a header is found by what stands below it', () => {
  it.each<[string, string[], number | null, number, number | null]>([
    ['at once', ['姓名|金额', '张三|5', '李四|6'], 1, 0, 2],
    ['below a title', ['某县登记表', '姓名|金额', '张三|5'], 2, 1, 2],
    ['below a title over a whole row', ['某县登记表|||', '姓名|证号|金额|备注', '张三|1|5|'], 2, 1, 4],
    ['below a title in every cell of it', ['登记表|登记表|登记表', '姓名|证号|金额', '张三|1|5'], 2, 1, 3],
    [
      'below who made it, when, and the unit',
      [
        '登记表',
        '填报单位:民政局||单位:元',
        '制表日期:2026-01-01||',
        '姓名|日期|金额',
        '张三|2026-01-01|5',
        '李四|2026-01-01|6',
      ],
      4,
      3,
      3,
    ],
    ['with a unit in brackets', ['姓名|金额(单位:元)', '张三|5'], 1, 0, 2],
    [
      'with years among the labels',
      ['姓名|证号|2024|2025', '张三|33048219|5|6', '李四|33048219|7|8'],
      1,
      0,
      4,
    ],
    ['with months alone among the labels', ['姓名|1|2|3', '张三|5|6|7', '李四|7|8|9'], null, 0, 4],
    ['of texts, over texts', ['姓名|地址', '张三|城关镇', '李四|广陈镇'], 1, 0, 2],
    ['alone', ['姓名|身份证号|金额'], 1, 0, 3],
    ['of one column', ['姓名', '张三', '李四'], 1, 0, 1],
    ['with gaps below it', ['姓名|甲|乙|金额', '张三|||5', '李四||好|6'], 1, 0, 4],
    ['with a header that has no name', ['a|b||d', '1|2|3|4'], 1, 0, 4],
    ['not in data', ['张三|1|2024-01-01', '李四|2|2024-02-01'], null, 0, 3],
    ['not in data that begin with a gap', ['张三||2024-01-01', '李四|2|2024-02-01'], null, 0, 3],
    ['not in texts that come again', ['男|城关镇', '女|广陈镇', '男|城关镇'], null, 0, 2],
    ['not in numbers alone', ['32'], null, 0, 1],
    ['not in rows of any width', ['1|2', '3', '4|5|6'], null, 0, null],
    ['not in nothing', [], null, 0, null],
  ])('%s', (_, lines, headerRow, preamble, width) => {
    expect(findTableHead(table(...lines))).toEqual({ headerRow, headerRows: 1, preamble, width });
  });

  it.each<[string, string[]]>([
    ['a group over two', ['序号|姓名|收入||备注', '||工资|养老金|', '1|张三|5|6|', '2|李四|7|8|']],
    ['labels merged over both', ['序号|姓名|收入||备注', '序号|姓名|工资|养老金|备注', '1|张三|5|6|']],
    ['two groups', ['户主||配偶||户号', '姓名|证号|姓名|证号|户号', '甲|1|乙|2|3']],
  ])('in two rows: %s', (_, lines) => {
    const rows = [
      { row: 1, cells: ['登记表'] },
      ...table(...lines).map((one) => ({ ...one, row: one.row + 1 })),
    ];
    expect(findTableHead(rows)).toMatchObject({ headerRow: 2, headerRows: 2, preamble: 1, width: 5 });
  });

  it('is named by its own row, whatever rows are missing above it', () => {
    const rows = [
      { row: 3, cells: ['登记表'] },
      { row: 7, cells: ['姓名', '金额'] },
      { row: 9, cells: ['张三', '5'] },
    ];
    expect(findTableHead(rows)).toMatchObject({ headerRow: 7, preamble: 1 });
  });
});

describe('what fills a column rather than heads it', () => {
  it.each([
    '5',
    '-5',
    '−5',
    '1,200.50',
    '¥12',
    '12%',
    '1E+17',
    '.5',
    '１２００',
    '120元',
    '2024-01-05',
    '2024.1',
    '2024年1月5日',
    '15:30',
    '2024-01-05 12:00:00',
    '330482196305151234',
    '浙F12345',
    '6228****1234',
  ])('%s', (text) => expect(isValue(text)).toBe(true));
  it.each(['', '姓名', '金额(元)', '3月工资', '在保', 'col_1', 'a b', '2楼'])('not %s', (text) =>
    expect(isValue(text)).toBe(false),
  );
});

const golden = join(import.meta.dirname, '../../shared/golden');
const counties = ['plain', 'real'].map((county) => join(golden, county, 'data')).filter(existsSync);
const files = counties.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));

describe.skipIf(files.length === 0)('the golden counties', () => {
  it.each(files)('%s: the header is that of its record set', (path) => {
    const format = detectCsv(path);
    const rows = peekCsv(path, format, 200);
    const [best] = guessRecord(rows, path, null);
    const { headerRow, headerRows, preamble } = findTableHead(rows);
    expect({ headerRow, headerRows, preamble }).toEqual({
      headerRow: best?.layout?.headerRow,
      headerRows: best?.layout?.headerRows,
      preamble: best?.layout?.preamble.length,
    });
  });
});

/** Header rows of files whose header, or lack of one, a person sees. */
const seen: Readonly<Record<string, number | null>> = {
  'csv-spectrum/csvs/comma_in_quotes.csv': 1,
  'csv-spectrum/csvs/json.csv': 1,
  'csv-spectrum/csvs/newlines.csv': 1,
  'csv-spectrum/csvs/utf8.csv': 1,
  'duckdb/data/csv/comments/simple.csv': 3,
  'duckdb/data/csv/comments/comment_skip.csv': 3,
  'duckdb/data/csv/comments/big.csv': 3,
  'duckdb/data/csv/error/banklist.csv': null,
  'duckdb/data/csv/error/time.csv': null,
  'duckdb/data/csv/error/mismatch/bad.csv': null,
  'duckdb/data/csv/error/mismatch/big_bad.csv': null,
  'duckdb/data/csv/error/mismatch/example.tsv': null,
  'duckdb/data/csv/error/mismatch/half1.csv': 1,
  'duckdb/data/csv/headers/all_varchar.csv': 1,
  'duckdb/data/csv/headers/empty_1.csv': 1,
  'duckdb/data/csv/headers/empty_4.csv': 1,
  'duckdb/data/csv/headers/integer.csv': null,
  'duckdb/data/csv/headers/single_line.csv': 1,
  'duckdb/data/csv/inconsistencies/line_with_spaces.csv': 2,
  'duckdb/data/csv/null/hive_partition_null_overwrite.csv': 1,
  'duckdb/data/csv/rejects/dr_who.csv': 1,
  'duckdb/data/csv/rejects/frankstein/nightmare.csv': 1,
  'duckdb/data/csv/rejects/multiple_errors/multiple_errors.csv': 1,
  'duckdb/data/csv/unescaped_quotes/stops.csv': 1,
  'duckdb/data/csv/unescaped_quotes/unescaped_quote.csv': null,
  'duckdb/data/csv/中文/中.csv': 1,
};

describe.skipIf(!existsSync(corpora))('the corpora', () => {
  it.each(Object.entries(seen))('%s: row %s', (name, row) => {
    const path = join(corpora, name);
    expect(findTableHead(peekCsv(path, detectCsv(path), 200)).headerRow).toBe(row);
  });
});
