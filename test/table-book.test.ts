import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { coverSheet, tableSheet, writeTableBook } from '../src/reports/table-book.js';
import { temporaryFolder } from './helpers/cli.js';

/** What forms need of the writer of workbooks, as a program that did not write it reads it. */
const head = {
  title: '专项',
  date: '2026-11-12',
  footer: '内部资料',
  creator: 'dibao',
  purposeLine: '用途:核查',
};
const long = Array.from({ length: 40 }, (_, index) => `第${index}种情形,写得长一些`);

interface Row {
  readonly id: string;
  readonly day: string | null;
  readonly key: string;
}

const sheet = () =>
  tableSheet<Row>({
    name: '表',
    lines: ['标题'],
    isProtected: true,
    columns: [
      { title: '编号', width: 24, kind: 'text', value: ({ id }) => id },
      { title: '日期', width: 12, kind: 'day', value: ({ day }) => day },
      { title: '长单', width: 12, kind: 'text', value: () => null, entry: { type: 'choice', of: long } },
      { title: '键', width: 12, kind: 'text', value: ({ key }) => key },
      {
        title: '随行',
        width: 12,
        kind: 'text',
        value: () => null,
        entry: { type: 'lookup', column: 3, lists: new Map([['甲', ['一', '二']]]) },
      },
    ],
    rows: [
      { id: '330482199001011234', day: '2026-02-28', key: '甲' },
      { id: '=1+1', day: null, key: '乙' },
    ],
  });

async function written(name: string): Promise<{ book: ExcelJS.Workbook; sha256: string }> {
  const file = join(temporaryFolder(), name);
  const cover = coverSheet({
    name: '说明',
    widths: [20, 20],
    blocks: [
      { type: 'title', text: '怎样填' },
      { type: 'table', header: ['村', '户'], rows: [['甲村', 3]] },
    ],
  });
  const { sha256 } = await writeTableBook(file, [cover, sheet()], head);
  const bytes = readFileSync(file);
  const content = new ArrayBuffer(bytes.length);
  new Uint8Array(content).set(bytes);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content);
  return { book, sha256 };
}

test('title lines stand above a header that stays, and days are dates', async () => {
  const { book } = await written('一.xlsx');
  const table = book.getWorksheet('表');
  expect([1, 2, 3].map((row) => table?.getCell(row, 1).value)).toEqual(['标题', '用途:核查', '编号']);
  expect(table?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  expect(table?.autoFilter).toBe('A3:E5');
  expect(table?.getCell('A4').value).toBe('330482199001011234');
  expect(table?.getCell('A5').value).toBe('=1+1');
  expect(table?.getCell('B4').value).toEqual(new Date(Date.UTC(2026, 1, 28)));
  expect(table?.getCell('B5').value).toBeNull();
  expect(book.getWorksheet('说明')?.getCell('B3').value).toBe(3);
});

test('lists too long for a rule, and those of a row, stand on a hidden sheet', async () => {
  const { book } = await written('二.xlsx');
  const lists = book.getWorksheet('_lists');
  expect(lists?.state).toBe('hidden');
  const rows: string[][] = [];
  lists?.eachRow(
    (row, at) => at > 1 && rows.push([String(row.getCell(1).value), String(row.getCell(2).value)]),
  );
  const [first] = rows;
  expect(rows.filter(([name]) => name === first?.[0]).map(([, item]) => item)).toEqual(long);
  expect(rows.filter(([name]) => name === '甲')).toEqual([
    ['甲', '一'],
    ['甲', '二'],
  ]);
  const table = book.getWorksheet('表');
  expect(String(table?.getCell('C4').dataValidation.formulae[0])).toContain(`"${first?.[0]}"`);
  expect(String(table?.getCell('E4').dataValidation.formulae[0])).toContain('$D4');
  expect(table?.getCell('C4').protection?.locked).toBe(false);
  expect(table?.getCell('A4').protection?.locked).not.toBe(false);
});

test('the same sheets give the same bytes', async () => {
  expect((await written('三.xlsx')).sha256).toBe((await written('四.xlsx')).sha256);
});

test('a sheet of two pages has its title behind the columns that both repeat, where it is not cut off', async () => {
  const file = join(temporaryFolder(), '宽表.xlsx');
  const columns = ['一', '二', '三'].map((title) => ({
    title,
    width: 9,
    kind: 'text' as const,
    value: () => title,
  }));
  const wide = tableSheet({
    name: '宽',
    lines: ['很长的标题'],
    columns,
    rows: [1],
    printed: { pages: 2, repeated: 2 },
  });
  await writeTableBook(file, [wide], head);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const first = book.getWorksheet('宽')?.getRow(1);
  expect([first?.getCell(1).value, first?.getCell(3).value]).toEqual([null, '很长的标题']);
});
