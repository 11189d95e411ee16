import { join } from 'node:path';
import { writeAtomic } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import { writeDocx } from '../papers/docx.js';
import { writeTableBook } from '../reports/table-book.js';
import { figureSheet } from './figure-sheet.js';
import type { CampaignReport } from './model.js';
import { pageText } from './page.js';
import { paperOf, reportTitle } from './paper.js';
import { reportSections } from './report-sections.js';
import { reportTables } from './report-tables.js';
import { bookHead } from './status-files.js';
import { chineseWords } from './status-sections.js';
import { statusTables } from './status-tables.js';

export const summaryFiles = {
  paper: '总结.docx',
  book: '总结表.xlsx',
  page: '总结.html',
  data: '总结.json',
} as const;

/** Writes the summary as DOCX, XLSX, HTML and JSON into a folder that is there; every number is of `report`. */
export async function writeSummary(
  folder: string,
  report: CampaignReport,
  frame: Frame,
  creator: string,
): Promise<void> {
  const title = reportTitle(report);
  await writeDocx(join(folder, summaryFiles.paper), paperOf(report), { title, creator, evenPages: true });
  const { townships, rules, measures, data } = reportTables(report);
  const status = statusTables(report.progress, chineseWords);
  const tables = [townships, rules, measures, data, ...Object.values(status)];
  await writeTableBook(
    join(folder, summaryFiles.book),
    tables.map(figureSheet),
    bookHead(frame, title, creator),
  );
  const lines = [
    [report.area, report.office].filter(Boolean).join(' '),
    `截至 ${report.date};核查基准日 ${report.as_of};${report.pack}`,
  ];
  const page = pageText({ title, lines, footer: report.footer, creator }, reportSections(report));
  await writeAtomic(join(folder, summaryFiles.page), page);
  await writeAtomic(join(folder, summaryFiles.data), `${JSON.stringify(report, null, 2)}\n`);
}
