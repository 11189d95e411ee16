import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import xlsx from 'xlsx/dist/xlsx.full.min.js';
import { openBook } from '../src/read/xlsx/book.js';
import { numberText } from '../src/read/xlsx/values.js';
import { scratch, take, takeFirst } from './xlsx-support.js';

const file = scratch();
const HEADINGS = ['户编号', '姓名', '身份证号', '数字号', '出生日期', '变动时间', '金额', '备注'];

/** One row as it is put into a sheet, and as it must come back. */
interface Line {
  readonly name: string;
  readonly id: string;
  readonly born: number;
  readonly amount: number;
  readonly note: string | null;
}

const line = fc.record<Line>({
  name: fc.stringMatching(/^[赵钱孙李][\u4e00-\u9fa5·]{1,3}$/),
  id: fc.stringMatching(/^33048219[5-9]\d{8}[\dX]$/),
  born: fc.integer({ min: 61, max: 60_000 }),
  amount: fc.integer({ min: -1_000_000, max: 100_000_000 }).map((cents) => cents / 100),
  note: fc.option(fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('<&>"\'', '换\n行', '=1+1', '＝'))),
});

/** Not the reader's matter: characters XML has no place for, lone halves of pairs, `_x0041_` (exceljs does not escape it). */
const writable = (text: string | null) =>
  text === null || text.trim() === '' ? null : text.replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd]|_x/g, '');

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const dateOf = (serial: number) => new Date(EPOCH + serial * DAY).toISOString().slice(0, 10);

describe('what exceljs writes comes back', () => {
  it('of any roster', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        async (lines, shared) => {
          const path = file('any.xlsx', '');
          const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
            filename: path,
            useStyles: true,
            useSharedStrings: shared,
          });
          const sheet = writer.addWorksheet('名册');
          sheet.getColumn(3).numFmt = 'yyyy"年"m"月"d"日"';
          const expected = new Map<number, string[]>();
          for (const [index, { name, id, born, amount, note }] of lines.entries()) {
            const text = writable(note);
            sheet.addRow([name, id, new Date(EPOCH + born * DAY), amount, text]).commit();
            const cells = [name, id, dateOf(born), numberText(amount), text ?? ''];
            if (cells[4]?.trim() === '') cells.pop();
            expected.set(index + 1, cells);
          }
          await writer.commit();
          const { rows, problems } = await takeFirst(path, 'xlsx');
          expect(problems).toEqual([]);
          expect(rows).toEqual(expected);
        },
      ),
      { numRuns: 60, seed: 20_240_105 },
    );
  });

  it('of a roster with all that rosters have', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('低保名册');
    sheet.addRow(['某县低保名册']);
    sheet.mergeCells('A1:H1');
    sheet.addRow([]);
    sheet.addRow(HEADINGS);
    const born = new Date(Date.UTC(1962, 4, 17));
    const changed = new Date(Date.UTC(2024, 0, 5, 8, 30, 15));
    sheet.addRow([
      'H001',
      '张三',
      '330482196205170012',
      Number('330482196205170012'),
      born,
      changed,
      0.1 + 0.2,
      true,
    ]);
    sheet.addRow([null, '张小三', '330482199001010019', 1, 33_000, 0.5, 12.5, false]);
    sheet.addRow([]);
    sheet.addRow([null, { richText: [{ text: '李' }, { text: '四', font: { bold: true } }] }, null, 2]);
    sheet.addRow([
      'H002',
      { formula: 'B4', result: '张三' },
      { formula: 'C4' },
      { formula: 'D4*2', result: 4 },
    ]);
    sheet.addRow(['H003', { error: '#N/A' }, { text: '链接', hyperlink: 'https://example.com/' }]);
    sheet.mergeCells('A4:A7');
    for (const row of [4, 5]) {
      sheet.getCell(row, 5).numFmt = 'yyyy-mm-dd';
      sheet.getCell(row, 6).numFmt = row === 4 ? 'yyyy/m/d h:mm' : 'h:mm:ss';
    }
    sheet.getRow(7).hidden = true;
    const hidden = workbook.addWorksheet('旧表', { state: 'hidden' });
    hidden.addRow(['旧']);
    workbook.addWorksheet('深藏', { state: 'veryHidden' });
    const path = file('all.xlsx', '');
    await workbook.xlsx.writeFile(path);

    const book = await openBook(path, 'xlsx');
    expect(book.sheets.map((ref) => [ref.sheet, ref.sheetIndex, ref.hidden])).toEqual([
      ['低保名册', 0, false],
      ['旧表', 1, true],
      ['深藏', 2, true],
    ]);
    const { rows, problems, end } = await take(book, book.sheets[0]);
    expect([...rows]).toEqual([
      [1, ['某县低保名册']],
      [3, HEADINGS],
      [
        4,
        [
          'H001',
          '张三',
          '330482196205170012',
          '3.30482196205170E+17',
          '1962-05-17',
          '2024-01-05 08:30:15',
          '0.3',
          'TRUE',
        ],
      ],
      [5, ['H001', '张小三', '330482199001010019', '1', '1990-05-07', '12:00:00', '12.5', 'FALSE']],
      [7, ['H001', '李四', '', '2']],
      [8, ['H002', '张三', '', '4']],
      [9, ['H003', '', '链接']],
    ]);
    expect(problems).toEqual([
      { row: 8, kind: 'formula-uncached', column: 2, rejected: false },
      { row: 9, kind: 'cell-error', column: 1, value: '#N/A', rejected: false },
    ]);
    expect(end).toEqual({ rows: 9, blank: 2, rejected: 0, hiddenRows: 1 });
    expect((await take(book, book.sheets[1])).rows.get(1)).toEqual(['旧']);
    expect((await take(book, book.sheets[2])).end).toEqual({ rows: 0, blank: 0, rejected: 0, hiddenRows: 0 });
    await book.close();
  });
});

describe('what SheetJS writes comes back', () => {
  // Its writer of .ods tells the console of every format it has no form for.
  beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
  afterAll(() => void vi.restoreAllMocks());

  it.each(['xlsx', 'xlsb', 'biff8', 'ods', 'xlml'] as const)('of any roster as %s', async (bookType) => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
        const cells = lines.map(({ name, id, born, amount, note }) => [
          { t: 's', v: name },
          { t: 's', v: id },
          { t: 'n', v: born, z: 'yyyy-mm-dd' },
          { t: 'n', v: amount },
          { t: 's', v: tidy(note) },
        ]);
        const sheet = xlsx.utils.aoa_to_sheet(cells, { dense: true });
        const workbook = xlsx.utils.book_new(sheet, '名册');
        const path = file(
          `any.${bookType}`,
          xlsx.write(workbook, { type: 'buffer', bookType, bookSST: true }),
        );
        const { rows } = await takeFirst(path, bookType === 'xlsx' ? 'xlsx' : 'workbook');
        expect(rows).toEqual(
          new Map(
            lines.map(({ name, id, born, amount, note }, index) => {
              const texts = [name, id, dateOf(born), numberText(amount), tidy(note)];
              return [index + 1, texts[4] === '' ? texts.slice(0, 4) : texts];
            }),
          ),
        );
      }),
      { numRuns: 30, seed: 20_240_105 },
    );
  });
});

/** Line ends, runs of blanks and `_x…_` are written differently by its writers: not what is looked at here. */
function tidy(note: string | null): string {
  return (writable(note) ?? '').replace(/[\s_]+/g, '');
}
