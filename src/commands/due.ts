import path from 'node:path';
import { plainReviews } from '../campaign-file/review-rules.js';
import { ensurePrivateDir } from '../files/atomic.js';
import { frameOf } from '../forms/frame.js';
import { dueTexts as texts } from '../messages/due.js';
import { say, workInLanguage } from '../messages/language.js';
import { textTable } from '../reports/text-table.js';
import { writeDueBook } from '../review/book.js';
import { asksRenewal, countByVillage, countDue, type DueCount } from '../review/counts.js';
import { readReviewed } from '../review/read.js';
import { type ReviewSettings, renewalOf, reviewOf } from '../review/rules.js';
import { dueSentences } from '../review/sentences.js';
import type { DueRow } from '../review/types.js';
import type { OutputFormat } from './options.js';
import { readPassword } from './password.js';
import { printRows, type Row } from './print-rows.js';
import { Progress } from './progress.js';
import { startWork, type Work, type WorkOptions } from './work.js';
import { writing } from './write-error.js';

const BOOK = '定期复核清单.xlsx';

export interface DueOptions extends WorkOptions {
  /** Folder for the workbook, as written; undefined: none is written. */
  readonly output?: string;
  readonly format: OutputFormat;
}

const collator = new Intl.Collator('zh', { numeric: true });

/** The way of somebody who walks from door to door. */
function byPlace(a: DueRow, b: DueRow): number {
  for (const key of ['township', 'village', 'village_group', 'household_id'] as const) {
    const order = collator.compare(a[key], b[key]);
    if (order !== 0) return order;
  }
  return 0;
}

/** One row a household, for programs; states by their codes. */
function flat({ declared, hasUndated: _, why, renewal, next_due, ...row }: DueRow): Row {
  const { monthly_amount, start_date, last_review, ...rest } = row;
  return {
    ...rest,
    monthly_amount: monthly_amount ?? '',
    start_date: start_date ?? '',
    last_review: last_review ?? '',
    next_due: next_due ?? '',
    why: why ?? '',
    renewal: renewal ?? '',
    declared,
  };
}

function screen(rows: readonly DueRow[], sentences: readonly string[]): string {
  const { township, village, households, overdue, later, unknown, undeclared } = texts;
  const asked = asksRenewal(rows);
  const header = [
    ...[township, village, households, overdue, later, unknown],
    ...(asked ? [undeclared] : []),
  ].map((one) => say(one));
  const cells = (one: DueCount): string[] =>
    [one.households, one.overdue, one.later, one.unknown, ...(asked ? [one.undeclared] : [])].map(String);
  const villages = countByVillage(rows);
  const told = villages.filter((one) => one.overdue + one.undeclared + one.unknown > 0);
  const body = told.map((one) => [one.township, one.village, ...cells(one)]);
  const align = ['left', 'left', 'right', 'right', 'right', 'right', 'right'] as const;
  const table = textTable([header, ...body, [say(texts.total), '', ...cells(countDue(rows))]], { align });
  const more = villages.length - told.length;
  const rest = more === 0 ? '' : `${say(texts.more, { count: more })}\n`;
  return `${sentences.join('\n')}\n\n${table}\n${rest}`;
}

async function rowsOf(work: Work): Promise<{ rows: DueRow[]; settings: ReviewSettings }> {
  const { campaign, context, passwordFile, date } = work;
  const password =
    passwordFile === undefined ? null : await readPassword(path.resolve(context.cwd, passwordFile));
  const progress = new Progress(context);
  try {
    const onCleanup = (hook: () => Promise<void>) => context.onCleanup(hook);
    const read = await readReviewed({ ...campaign, as_of: date }, { password, progress, onCleanup });
    const { households, hasDeclarations } = read;
    const { review: rules = plainReviews, parameters } = campaign;
    const settings = { rules, parameters, date, hasDeclarations };
    const rows = households.map((one) => ({
      ...one,
      ...reviewOf(one, settings),
      renewal: renewalOf(one, settings),
    }));
    return { rows: rows.sort(byPlace), settings };
  } finally {
    progress.end();
  }
}

/**
 * `due`: whose periodic review is overdue, by class, and who has not declared again in the period of renewal. The day is
 * --date, else the campaign's as-of date.
 * @returns 0
 * @throws DibaoError campaign-*, review-months, cannot-write, and for sources that cannot be read
 */
export async function due(options: DueOptions): Promise<number> {
  const { context, output, format } = options;
  const started = await startWork(options, 'due');
  const work = { ...started, date: options.date ?? started.campaign.as_of };
  const { rows, settings } = await rowsOf(work);
  if (output !== undefined) {
    const folder = path.resolve(context.cwd, output);
    await writing(output, async () => {
      await ensurePrivateDir(folder);
      await workInLanguage('zh', () =>
        writeDueBook(path.join(folder, BOOK), {
          ...{ frame: frameOf(work.campaign, work.date), rows },
          sentences: dueSentences(rows, settings),
        }),
      );
    });
    if (!context.quiet) context.stderr.write(`${say(texts.written, { file: path.join(output, BOOK) })}\n`);
  }
  if (format === 'table') context.stdout.write(screen(rows, dueSentences(rows, settings)));
  else {
    const flatRows = rows.map(flat);
    const columns = Object.keys(flatRows[0] ?? {}).map((key) => ({ key, title: key }));
    printRows(context, format, columns, flatRows);
  }
  return 0;
}
