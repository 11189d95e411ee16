import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { writeAtomic } from '../atomic.js';
import { fixedTime, stampZip } from '../stamp.js';
import type { RunReport } from '../types.js';
import { casesSheet } from './cases-sheet.js';
import { coverageSheet } from './coverage-sheet.js';
import { householdsSheet } from './households-sheet.js';
import { notesSheet } from './notes-sheet.js';
import { qualitySheet } from './quality-sheet.js';
import { writeSheet } from './sheet.js';
import { townshipsSheet } from './townships-sheet.js';
import { undecidedSheet } from './undecided-sheet.js';

function collector(chunks: Buffer[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
}

/** The seven sheets of 疑点清单.xlsx (FORMS.md) as bytes: the same report gives the same bytes. */
export async function workbookBytes(report: RunReport): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: collector(chunks),
    useStyles: true,
    useSharedStrings: false,
  });
  book.creator = report.tool.name;
  book.lastModifiedBy = report.tool.name;
  book.created = fixedTime;
  book.modified = fixedTime;
  await writeSheet(book, report, notesSheet(report));
  await writeSheet(book, report, householdsSheet(report));
  await writeSheet(book, report, casesSheet(report));
  await writeSheet(book, report, undecidedSheet(report));
  await writeSheet(book, report, townshipsSheet(report));
  await writeSheet(book, report, coverageSheet(report));
  await writeSheet(book, report, qualitySheet(report));
  await book.commit();
  return stampZip(Buffer.concat(chunks));
}

/** Writes 疑点清单.xlsx. IDs stand whole: it is a data file. */
export async function writeWorkbook(path: string, report: RunReport): Promise<void> {
  await writeAtomic(path, await workbookBytes(report));
}
