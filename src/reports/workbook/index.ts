import { type Written, writeAtomic } from '../../files/atomic.js';
import { say } from '../../messages/language.js';
import { workbookTexts } from '../../messages/workbook.js';
import type { RunReport } from '../types.js';
import { bookBytes } from './book.js';
import { casesSheet } from './cases-sheet.js';
import { coverageSheet } from './coverage-sheet.js';
import { householdsSheet } from './households-sheet.js';
import { notesSheet } from './notes-sheet.js';
import { qualitySheet } from './quality-sheet.js';
import { tableSheet } from './sheet.js';
import { townshipsSheet } from './townships-sheet.js';
import { undecidedSheet } from './undecided-sheet.js';

/** The seven sheets of 疑点清单.xlsx (FORMS.md) as bytes: the same report gives the same bytes. */
export async function workbookBytes(report: RunReport): Promise<Buffer> {
  const { summary, footer, tool } = report;
  const sheets = [
    tableSheet(notesSheet(report)),
    tableSheet(householdsSheet(report)),
    tableSheet(casesSheet(report)),
    tableSheet(undecidedSheet(report)),
    tableSheet(townshipsSheet(report)),
    tableSheet(coverageSheet(report)),
    tableSheet(qualitySheet(report)),
  ];
  const date = say(workbookTexts.asOf, { date: summary.as_of });
  return bookBytes(sheets, { title: summary.name, date, footer, creator: tool.name });
}

/** Writes 疑点清单.xlsx. IDs stand whole: it is a data file. */
export async function writeWorkbook(path: string, report: RunReport): Promise<Written> {
  return writeAtomic(path, await workbookBytes(report));
}
