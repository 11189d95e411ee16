import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { MARK_SHEET } from '../forms/mark.js';
import { detectCsv } from '../read/csv-format.js';
import { readCsvRows } from '../read/csv-rows.js';
import { detectFile } from '../read/detect.js';
import { openBook } from '../read/xlsx/book.js';
import { StampReader } from './stamp.js';
import { AnswerTable } from './table.js';
import type { AnswerFile, AnswerSheet, Fault, Stamp } from './types.js';

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Reads one file that came back, whatever became of it: any format, sheets by any name, columns in any order.
 * @param shown the file as messages and the ledger name it
 * @param password for protected workbooks
 * @throws DibaoError where the file is no table at all, or cannot be opened
 */
export async function readAnswers(path: string, shown: string, password?: string): Promise<AnswerFile> {
  const { kind } = await detectFile(path);
  const sheets: AnswerSheet[] = [];
  const faults: Fault[] = [];
  let stamp: Stamp | null = null;
  const keep = (table: AnswerTable): void => {
    if (table.result !== null) sheets.push(table.result);
    faults.push(...table.faults);
  };
  if (kind === 'csv') {
    const table = new AnswerTable(null);
    await readCsvRows(path, detectCsv(path), table);
    keep(table);
  } else {
    const book = await openBook(path, kind, { password });
    try {
      for (const ref of book.sheets) {
        const reader = ref.sheet === MARK_SHEET ? new StampReader() : new AnswerTable(ref.sheet);
        await book.read(ref, reader);
        if (reader instanceof StampReader) stamp = reader.stamp;
        else keep(reader);
      }
    } finally {
      await book.close();
    }
  }
  if (sheets.length === 0) {
    faults.push({ code: 'no-form', sheet: null, row: null, column: '', value: '', values: {} });
  }
  return { shown, sha256: await sha256Of(path), stamp, sheets, faults };
}
