import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';
import * as xlsx from 'xlsx';
import { encode } from '../variants/csv.js';

export type Cell = string | number | Date | null;

/** A sheet as rows of cells; `merges` as `A1:D1`. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

function put(folder: string, path: string, bytes: Buffer): void {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, bytes);
}

/** Writes an .xlsx by exceljs: shared strings, merges, real dates, number cells. */
export async function writeExcel(folder: string, path: string, grids: readonly Grid[]): Promise<void> {
  const book = new exceljs.Workbook();
  for (const { name, rows, merges = [], hidden = false } of grids) {
    const sheet = book.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' });
    for (const row of rows) sheet.addRow([...row]);
    for (const range of merges) sheet.mergeCells(range);
  }
  put(folder, path, Buffer.from(await book.xlsx.writeBuffer()));
}

/** Writes a workbook by SheetJS: .xls as BIFF8, .ods, or another of its own .xlsx. */
export function writeSheets(
  folder: string,
  path: string,
  bookType: 'biff8' | 'ods' | 'xlsx',
  grids: readonly Grid[],
): void {
  const book = xlsx.utils.book_new();
  for (const { name, rows, merges = [] } of grids) {
    const sheet = xlsx.utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { cellDates: false, dateNF: 'yyyy-mm-dd' },
    );
    sheet['!merges'] = merges.map((range) => xlsx.utils.decode_range(range));
    xlsx.utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { Sheets: grids.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  put(folder, path, xlsx.write(book, { type: 'buffer', bookType }) as Buffer);
}

/** Writes a text table by csv-stringify; every row is as wide as the widest. */
export function writeText(
  folder: string,
  path: string,
  rows: readonly (readonly Cell[])[],
  style: { readonly encoding: Parameters<typeof encode>[1]; readonly delimiter?: string },
): void {
  const width = Math.max(...rows.map((row) => row.length));
  const whole = rows.map((row) => [...row, ...new Array<null>(width - row.length).fill(null)]);
  const text = stringify(whole, { delimiter: style.delimiter ?? ',', record_delimiter: 'windows' });
  put(folder, path, encode(text, style.encoding));
}
