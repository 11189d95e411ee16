import path from 'node:path';
import type { LedgerEvent } from '../ledger/events.js';
import type { Column } from '../reports/table-book.js';
import { tableSheet, writeTableBook } from '../reports/table-book.js';

/** What went out and what came back, for people, in the campaign folder; the ledger is where it comes from. */
export const DISPATCH_LOG = '下发回收登记.xlsx';

interface Line {
  readonly batch: string;
  readonly on: string;
  readonly who: string;
  readonly recipient: string;
  readonly file: string;
  readonly cases: number;
  readonly households: number;
  readonly deadline: string;
  readonly sha256: string;
  answered: number;
  visited: number;
  last: string;
  readonly files: Set<string>;
}

/** What of the ledger's lines the log is made of. */
export type Logged = Pick<LedgerEvent, 'event' | 'at' | 'who'>;

/** A line a workbook that went out, with the answers of its batch. */
function linesOf(events: Iterable<Logged>): Line[] {
  const lines: Line[] = [];
  const owner = new Map<string, Line>();
  const seen = new Set<string>();
  for (const { event, at, who } of events) {
    if (event.what === 'dispatched') {
      const { batch, recipient, file, deadline, sha256 } = event;
      const counts = { cases: event.cases.length, households: event.households.length };
      const none = { answered: 0, visited: 0, last: '', files: new Set<string>() };
      const on = event.on ?? at.slice(0, 10);
      const line = { batch, on, who, recipient, file, ...counts, deadline, sha256, ...none };
      lines.push(line);
      for (const id of event.cases) owner.set(`${batch} ${id}`, line);
      for (const id of event.households) owner.set(`${batch} ${id}`, line);
    }
    if (event.what !== 'verified' && event.what !== 'visited') continue;
    const key = `${event.batch} ${event.what === 'verified' ? event.case_id : event.household_id}`;
    const line = owner.get(key);
    if (line === undefined) continue;
    // An answer that was corrected is one answer.
    if (!seen.has(key)) line[event.what === 'verified' ? 'answered' : 'visited']++;
    seen.add(key);
    line.last = at.slice(0, 10);
    line.files.add(event.origin.file);
  }
  return lines;
}

const columns: readonly Column<Line>[] = [
  { title: '序号', width: 6, kind: 'int', value: (_, index) => index + 1 },
  { title: '批次', width: 12, kind: 'text', value: ({ batch }) => batch },
  { title: '下发日期', width: 12, kind: 'day', value: ({ on }) => on },
  { title: '经办人', width: 12, kind: 'text', value: ({ who }) => who },
  { title: '接收单位', width: 18, kind: 'text', value: ({ recipient }) => recipient },
  { title: '文件', width: 44, kind: 'text', value: ({ file }) => file },
  { title: '疑点数', width: 8, kind: 'int', value: ({ cases }) => cases },
  { title: '调查户数', width: 9, kind: 'int', value: ({ households }) => households },
  { title: '交回期限', width: 12, kind: 'day', value: ({ deadline }) => deadline },
  { title: '已收回疑点数', width: 9, kind: 'int', value: ({ answered }) => answered },
  { title: '已收回调查户数', width: 9, kind: 'int', value: ({ visited }) => visited },
  { title: '最近收回日期', width: 12, kind: 'day', value: ({ last }) => (last === '' ? null : last) },
  { title: '收回文件', width: 44, kind: 'text', value: ({ files }) => [...files].join('\n') },
  { title: '下发文件 SHA-256', width: 36, kind: 'text', value: ({ sha256 }) => sha256 },
];

/**
 * Writes 下发回收登记.xlsx anew from the ledger's events.
 * @param folder the campaign folder
 * @param campaign its name and the foot of its pages
 * @throws what the file system says
 */
export async function writeDispatchLog(
  folder: string,
  events: Iterable<Logged>,
  { name, footer }: { readonly name: string; readonly footer: string },
): Promise<void> {
  const rows = linesOf(events);
  const sheet = tableSheet({ name: '下发回收登记', columns, rows, frozen: 2, lines: ['下发回收登记'] });
  const head = { title: name, date: '', footer, creator: 'dibao', isChinese: true };
  await writeTableBook(path.join(folder, DISPATCH_LOG), [sheet], head);
}
