import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { loadTexts } from '../messages/load.js';
import type { RawRow, ReadProblem, TableRef } from '../read/types.js';
import { type Book, type BookKind, openBook } from '../read/xlsx/book.js';
import {
  type LoadContext,
  openOptions,
  PEEK,
  partResult,
  type TableLoader,
  tableLoader,
} from './table-loader.js';
import type { FileResult, PartResult } from './types.js';

/** What a sheet is refused with that is none of this record set; any other trouble must be told. */
const NOT_THIS_RECORD = new Set<string>(['table-empty', 'header-missing-field', 'header-missing-category']);

/** Rows of a sheet on their way to its loader, which is made once enough of them are seen to find the header. */
class SheetLoader {
  made: TableLoader | null = null;
  /** Why the sheet is none of this record set. */
  failed: DibaoError | null = null;
  readonly #head: RawRow[] = [];
  readonly #make: (head: readonly RawRow[]) => TableLoader;

  constructor(make: (head: readonly RawRow[]) => TableLoader) {
    this.#make = make;
  }

  row(row: number, cells: string[]): void {
    if (this.failed) return;
    if (this.made) {
      this.made.loader.accept(row, cells);
      return;
    }
    this.#head.push({ row, cells: [...cells] });
    if (this.#head.length === PEEK) this.start();
  }

  start(): void {
    if (this.made || this.failed) return;
    try {
      this.made = this.#make(this.#head);
    } catch (error) {
      if (!(error instanceof DibaoError) || !NOT_THIS_RECORD.has(error.code)) throw error;
      this.failed = error;
      return;
    }
    const { loader, layout } = this.made;
    this.#head.forEach((row, index) => {
      if (index < layout.dataFrom) loader.skip();
      else loader.accept(row.row, row.cells);
    });
  }
}

interface Unused {
  readonly unused: DibaoError;
  readonly sheet: string;
  readonly rows: number;
}

/** Reads one sheet; where it lacks the columns, what is missing. */
async function loadSheet(context: LoadContext, book: Book, ref: TableRef): Promise<PartResult | Unused> {
  const table = { sheet: ref.sheet, sheetIndex: ref.sheetIndex, encoding: null };
  const sheet = new SheetLoader((head) => tableLoader(context, head, table));
  const problems: ReadProblem[] = [];
  const end = await book.read(ref, {
    row: (row, cells) => {
      sheet.row(row, cells);
      return undefined;
    },
    problem: (problem) => problems.push(problem),
  });
  sheet.start();
  const { made, failed } = sheet;
  if (failed || !made) {
    const empty = () => new DibaoError('table-empty', {}, { file: context.task.shown, sheet: ref.sheet });
    return { unused: failed ?? empty(), sheet: ref.sheet ?? '', rows: end.rows };
  }
  for (const { row, column, kind, value } of problems) {
    const header = made.layout.columns.find((one) => one.index === column)?.header ?? null;
    made.loader.problems.list(row, header, kind, value ?? '', false);
  }
  for (let blank = 0; blank < end.blank; blank++) made.loader.skip();
  if (ref.hidden) made.notes.push(say(loadTexts['sheet-hidden']));
  if (end.hiddenRows > 0) made.notes.push(say(loadTexts['hidden-rows'], { count: end.hiddenRows }));
  return partResult(context.task, table, made, end.rows);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Reads a workbook: each sheet that carries the starred fields, or the one that the source names.
 * @throws DibaoError of the first sheet with rows, if no sheet does
 */
export async function loadBookFile(context: LoadContext, kind: BookKind, bytes: number): Promise<FileResult> {
  const { task } = context;
  const book = await openBook(task.path, kind, openOptions(task));
  const parts: PartResult[] = [];
  const unused: Unused[] = [];
  try {
    for (const ref of book.sheets) {
      const part = await loadSheet(context, book, ref);
      if ('unused' in part) unused.push(part);
      else parts.push(part);
    }
  } finally {
    await book.close();
  }
  const [first] = parts;
  if (!first) {
    const told = unused.find((one) => one.rows > 0) ?? unused[0];
    throw told?.unused ?? new DibaoError('table-empty', {}, { file: task.shown });
  }
  for (const { sheet, rows } of unused)
    if (rows > 0) first.notes.push(say(loadTexts['sheet-unused'], { sheet, rows }));
  context.progress(bytes);
  return { task, bytes, sha256: await sha256Of(task.path), parts };
}
