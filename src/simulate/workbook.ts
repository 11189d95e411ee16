import { readFile, rm } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { writeAtomic } from '../files/atomic.js';
import { fixedTime, stampZip } from '../files/stamp.js';

/** An amount or a count: everything else stays text, or a sheet would round a number of 18 digits. */
const plainNumber = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,2})?$/;

/** Makes a workbook (0600) of a CSV file in UTF-8, and takes the CSV file away. @returns its bytes */
export async function toWorkbook(csv: string, xlsx: string, sheetName: string): Promise<number> {
  const rows: string[][] = parse(await readFile(csv), { relax_column_count: true, skip_empty_lines: false });
  const workbook = new exceljs.Workbook();
  workbook.created = fixedTime;
  workbook.modified = fixedTime;
  const sheet = workbook.addWorksheet(sheetName);
  for (const cells of rows)
    sheet.addRow(cells.map((cell) => (plainNumber.test(cell) ? Number(cell) : cell === '' ? null : cell)));
  const { bytes } = await writeAtomic(xlsx, stampZip(Buffer.from(await workbook.xlsx.writeBuffer())));
  await rm(csv);
  return bytes;
}
