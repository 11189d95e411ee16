import { join } from 'node:path';
import { writeAtomic } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import type { Progress } from '../progress/types.js';
import { type BookHead, writeTableBook } from '../reports/table-book.js';
import { figureSheet } from './figure-sheet.js';
import { pageText } from './page.js';
import { curly } from './sentences.js';
import { chineseWords, statusSections } from './status-sections.js';
import { statusTables } from './status-tables.js';

export const statusFiles = { book: '进度.xlsx', page: '进度.html' } as const;

/** What stands on every sheet; `date` is that of the work. */
export function bookHead(frame: Frame, title: string, creator: string): BookHead {
  const said = [frame.purpose && `用途:${frame.purpose}`, frame.authority && `依据:${frame.authority}`];
  return {
    title,
    date: `截至 ${frame.date}`,
    footer: frame.footer,
    creator,
    purposeLine: said.filter(Boolean).join('  '),
  };
}

/** Writes 进度.xlsx and 进度.html into a folder that is there: Chinese, without an ID number. */
export async function writeStatus(
  folder: string,
  progress: Progress,
  frame: Frame,
  creator: string,
): Promise<void> {
  const { townships, visits, checks, again, pairs } = statusTables(progress, chineseWords);
  const sheets = [townships, visits, checks, again, pairs].map(figureSheet);
  const title = `${curly(frame.name)} 进度`;
  await writeTableBook(join(folder, statusFiles.book), sheets, bookHead(frame, title, creator));
  const lines = [
    [frame.area, frame.office].filter(Boolean).join(' '),
    `截至 ${frame.date}${progress.last_run === null ? '' : `;上次核查基准日 ${progress.last_run}`}`,
  ];
  const head = { title, lines, footer: frame.footer, creator };
  await writeAtomic(join(folder, statusFiles.page), pageText(head, statusSections(progress)));
}
