import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';

/** A workbook as a program that did not write it reads it. */
export async function bookAt(file: string): Promise<ExcelJS.Workbook> {
  const bytes = readFileSync(file);
  const content = new ArrayBuffer(bytes.length);
  new Uint8Array(content).set(bytes);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content);
  return book;
}

/** Header row of our forms: below title and purpose. */
export const HEADER = 3;

/** The rows of a form by the titles of its columns. */
export function rowsOf(book: ExcelJS.Workbook, sheet: string): Record<string, ExcelJS.CellValue>[] {
  const found = book.getWorksheet(sheet);
  const titles = ((found?.getRow(HEADER).values ?? []) as string[]).slice(1);
  const rows: Record<string, ExcelJS.CellValue>[] = [];
  found?.eachRow((row, at) => {
    if (at <= HEADER) return;
    rows.push(Object.fromEntries(titles.map((title, index) => [title, row.getCell(index + 1).value])));
  });
  return rows;
}
