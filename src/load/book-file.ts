import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { loadTexts } from '../messages/load.js';
import type { ReadProblem, TableRef } from '../read/types.js';
import { type Book, type BookKind, openBook } from '../read/xlsx/book.js';
import { leaveOut } from './left-out.js';
import { seemsPerson } from './persons.js';
import { SheetTables } from './sheet-tables.js';
import { LIMITS } from './source-number.js';
import {
  accountedOf,
  type LoadContext,
  openOptions,
  partResult,
  type TableId,
  tableLoader,
} from './table-loader.js';
import type { FileResult, FileTask, PartResult } from './types.js';

interface Unused {
  readonly unused: DibaoError;
  readonly sheet: string;
  readonly rows: number;
  readonly persons: number;
}

/**
 * Reads the tables of one sheet; where it lacks the columns, what is missing.
 * @param furtherIndex number of the part of a table below the first one
 */
async function loadSheet(
  context: LoadContext,
  book: Book,
  ref: TableRef,
  furtherIndex: () => number,
): Promise<PartResult[] | Unused> {
  const ids: TableId[] = [];
  const tables = new SheetTables((head, number) => {
    const sheetIndex = number === 0 ? ref.sheetIndex : furtherIndex();
    const id = { sheet: ref.sheet, sheetIndex, encoding: null, isFurther: number > 0 };
    const made = tableLoader(context, head, id);
    ids.push(id);
    if (number > 0) made.notes.push(say(loadTexts['table-below'], { row: made.layout.headerRow }));
    return made;
  });
  const problems: ReadProblem[] = [];
  const end = await book.read(ref, {
    row: (row, cells) => {
      tables.row(row, cells);
      return undefined;
    },
    problem: (problem) => problems.push(problem),
  });
  tables.end();
  const { made, failed, persons } = tables;
  const [first] = made;
  if (!first) {
    const empty = () => new DibaoError('table-empty', {}, { file: context.task.shown, sheet: ref.sheet });
    return { unused: failed ?? empty(), sheet: ref.sheet ?? '', rows: end.rows, persons };
  }
  for (const { row, column, kind, value } of problems) {
    const { loader, layout } = made.findLast((one) => one.layout.headerRow <= row) ?? first;
    const header = layout.columns.find((one) => one.index === column)?.header ?? null;
    loader.problems.list(row, header, kind, value ?? '', false);
  }
  for (let blank = 0; blank < end.blank; blank++) first.loader.skip();
  if (ref.hidden) first.notes.push(say(loadTexts['sheet-hidden']));
  if (end.hiddenRows > 0) first.notes.push(say(loadTexts['hidden-rows'], { count: end.hiddenRows }));
  const further = made.slice(1).map(({ loader }) => accountedOf(loader));
  const rows = [end.rows - further.reduce((sum, count) => sum + count, 0), ...further];
  return made.map((one, index) =>
    partResult(context.task, ids[index] as TableId, one, rows[index] as number),
  );
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The workbook; of one out of a folder that lacks the sheet the source names, the error. */
async function openWanted(task: FileTask, kind: BookKind): Promise<Book | DibaoError> {
  try {
    return await openBook(task.path, kind, openOptions(task));
  } catch (error) {
    if (!task.named && error instanceof DibaoError && error.code === 'sheet-missing') return error;
    throw error;
  }
}

/** Counts the rows of all sheets of a workbook, also beside the one wanted, and those in which persons stand. */
async function lookThrough(task: FileTask, kind: BookKind, bytes: number) {
  const { sheet, ...options } = openOptions(task);
  const book = await openBook(task.path, kind, options);
  let [rows, persons] = [0, 0];
  try {
    for (const ref of book.sheets) {
      const row = (_: number, cells: readonly string[]): undefined => {
        if (seemsPerson(cells)) persons++;
      };
      rows += (await book.read(ref, { row, problem: () => undefined })).rows;
    }
  } finally {
    await book.close();
  }
  return { bytes, sha256: await sha256Of(task.path), rows, persons };
}

/**
 * Reads a workbook: each sheet that carries the starred fields, or the one that the source names.
 * @throws DibaoError of the first sheet with rows, if no sheet does
 */
export async function loadBookFile(context: LoadContext, kind: BookKind, bytes: number): Promise<FileResult> {
  const { task } = context;
  const book = await openWanted(task, kind);
  if (book instanceof DibaoError) return leaveOut(task, book, await lookThrough(task, kind, bytes));
  const parts: PartResult[] = [];
  const unused: Unused[] = [];
  let last = Math.max(0, ...book.sheets.map(({ sheetIndex }) => sheetIndex));
  const limited = (index: number): number => {
    if (index < LIMITS.sheets) return index;
    throw new DibaoError('too-many-tables', { limit: LIMITS.sheets }, { file: task.shown });
  };
  const furtherIndex = (): number => limited(++last);
  try {
    for (const ref of book.sheets) {
      limited(ref.sheetIndex);
      const loaded = await loadSheet(context, book, ref, furtherIndex);
      if ('unused' in loaded) unused.push(loaded);
      else parts.push(...loaded);
    }
  } finally {
    await book.close();
  }
  const [first] = parts;
  if (!first) {
    const told = unused.find((one) => one.rows > 0) ?? unused[0];
    const error = told?.unused ?? new DibaoError('table-empty', {}, { file: task.shown });
    if (task.named) throw error;
    return leaveOut(task, error, await lookThrough(task, kind, bytes));
  }
  for (const { sheet, rows, persons } of unused)
    if (rows > 0 && persons === 0) first.notes.push(say(loadTexts['sheet-unused'], { sheet, rows }));
  const left = unused.filter(({ persons }) => persons > 0);
  context.progress(bytes);
  return {
    task,
    bytes,
    sha256: await sha256Of(task.path),
    parts,
    left: left.map(({ sheet, rows, persons }) => ({ sheet, rows, persons })),
  };
}
