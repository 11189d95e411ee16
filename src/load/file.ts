import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { DibaoError } from '../errors.js';
import type { Interest } from '../match/interest.js';
import { say } from '../messages/language.js';
import { layoutTexts } from '../messages/layout.js';
import { loadTexts } from '../messages/load.js';
import { detectCsv } from '../read/csv-format.js';
import { peekCsv } from '../read/csv-peek.js';
import { detectFile } from '../read/detect.js';
import { findLayout } from '../read/header.js';
import type { Layout } from '../read/layout.js';
import type { OpenOptions, RawRow, TableRef } from '../read/types.js';
import { type Book, openBook } from '../read/xlsx/book.js';
import { knownRecord } from '../records/index.js';
import { loadCsv } from './csv-part.js';
import { givenValues } from './given.js';
import { PartLoader } from './part.js';
import { partNumber } from './source-number.js';
import type { FileResult, FileTask, PartResult } from './types.js';

/** Rows looked at to find the header. */
const PEEK = 200;

export interface LoadHooks {
  /** Rows seen so far in this file. */
  readonly progress: (bytes: number) => void;
  /** Told of the relatives that loaded rows name. */
  readonly found?: (id: string) => void;
}

/** How the roster and the relatives' registers are read: they add to the persons of interest. */
export type LoadMode = 'roster' | 'relatives' | 'register';

function openOptions(task: FileTask): OpenOptions {
  const { encoding, delimiter, sheet } = task.spec;
  return {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(sheet && { sheet }),
    ...(task.password && { password: task.password }),
  };
}

function layoutNotes(layout: Layout): string[] {
  return layout.notes.map((note) => say(layoutTexts[note.kind], note.values));
}

/** A loader for one table, once its header is known. */
function loaderFor(
  task: FileTask,
  mode: LoadMode,
  interest: Interest,
  head: readonly RawRow[],
  table: { sheet: string | null; sheetIndex: number; csv: boolean },
  hooks: LoadHooks,
): { loader: PartLoader; layout: Layout; notes: string[] } {
  const record = knownRecord(task.record);
  const place = { file: task.shown, sheet: table.sheet };
  const around = (preamble: readonly RawRow[]) => ({ shown: task.shown, sheet: table.sheet, preamble });
  const before = givenValues(record, task.spec, around(head.slice(0, 3)));
  const layout = findLayout(head, record, place, task.spec.columns, { given: Object.keys(before.values) });
  const { values, notes } = givenValues(record, task.spec, around(layout.preamble));
  const carried = new Set(layout.columns.map((column) => column.field));
  const part = partNumber(task.number, table.sheetIndex);
  const header = head.find((row) => row.row === layout.headerRow);
  const loader = new PartLoader({
    part,
    record,
    layout,
    given: { ...before.values, ...values },
    width: table.csv ? (header?.cells.length ?? null) : null,
    interest,
    found: hooks.found ?? null,
    keepAll: task.keepAll,
    nameMatching: task.nameMatching,
    spoolPath: mode === 'relatives' ? null : path.join(task.spoolDir, `${task.record}-${part}.csv`),
    serialPrefix: `${path.basename(task.shown).replace(/\.[^.]+$/, '')}${table.sheet ? `/${table.sheet}` : ''}#`,
  });
  return {
    loader,
    layout,
    notes: [...layoutNotes(layout), ...notes.filter((_, at) => !carried.has(Object.keys(values)[at] ?? ''))],
  };
}

function partResult(
  task: FileTask,
  table: { sheet: string | null; encoding: string | null },
  layout: Layout,
  loader: PartLoader,
  rows: number,
  notes: string[],
): PartResult {
  loader.spool?.close();
  const accounted = loader.loaded + loader.passedOver + loader.rejected + loader.skipped;
  if (accounted !== rows) {
    throw new Error(`rows do not add up in ${task.shown}: ${rows} in the file, ${accounted} accounted for`);
  }
  return {
    part: partNumber(task.number, 0),
    record: task.record,
    file: task.shown,
    sheet: table.sheet,
    encoding: table.encoding,
    rows,
    loaded: loader.loaded,
    passedOver: loader.passedOver,
    rejected: loader.rejected,
    skipped: loader.skipped,
    tableRows: loader.spool?.rows ?? 0,
    spool: loader.spool && loader.spool.rows > 0 ? loader.spool.path : null,
    columns: layout.columns.map(({ header, field }) => ({ header, field })),
    notes,
    problems: loader.problems.groups,
    listed: loader.problems.listed,
  };
}

async function loadCsvFile(
  task: FileTask,
  mode: LoadMode,
  interest: Interest,
  hooks: LoadHooks,
): Promise<FileResult> {
  const format = detectCsv(task.path, openOptions(task));
  const head = peekCsv(task.path, format, PEEK);
  const table = { sheet: null, sheetIndex: 0, csv: true };
  const { loader, layout, notes } = loaderFor(task, mode, interest, head, table, hooks);
  const dataLine = head[layout.dataFrom]?.row ?? (head.at(-1)?.row ?? 0) + 1;
  const end = loadCsv(loader, {
    path: task.path,
    format,
    dataLine,
    width: head.find((row) => row.row === layout.headerRow)?.cells.length ?? 0,
    record: knownRecord(task.record),
    interest,
    mayPass: mode !== 'roster' && !task.keepAll,
    progress: hooks.progress,
  });
  loader.skipped += end.blank;
  const part = partResult(task, { sheet: null, encoding: format.encoding }, layout, loader, end.rows, notes);
  return { task, bytes: end.bytes, sha256: end.sha256, parts: [part] };
}

/** Reads one sheet; null if it lacks the columns, with the error that says so. */
async function loadSheet(
  task: FileTask,
  mode: LoadMode,
  interest: Interest,
  book: Book,
  ref: TableRef,
  hooks: LoadHooks,
): Promise<PartResult | { unused: DibaoError; rows: number }> {
  const head: RawRow[] = [];
  const held: { row: number; kind: string; column?: number }[] = [];
  let made: ReturnType<typeof loaderFor> | null = null;
  let failed: DibaoError | null = null;
  const table = { sheet: ref.sheet, sheetIndex: ref.sheetIndex, csv: false };
  const start = (): void => {
    try {
      made = loaderFor(task, mode, interest, head, table, hooks);
    } catch (error) {
      if (!(error instanceof DibaoError)) throw error;
      failed = error;
      return;
    }
    const { loader, layout } = made;
    head.forEach((row, index) => {
      if (index < layout.dataFrom) loader.skip();
      else loader.accept(row.row, row.cells);
    });
  };
  const end = await book.read(ref, {
    row(row, cells) {
      if (failed) return undefined;
      if (made) made.loader.accept(row, cells);
      else {
        head.push({ row, cells: [...cells] });
        if (head.length === PEEK) start();
      }
      return undefined;
    },
    problem(problem) {
      held.push(problem);
    },
  });
  if (!made && !failed) start();
  if (failed || !made)
    return {
      unused: failed ?? new DibaoError('table-empty', {}, { file: task.shown, sheet: ref.sheet }),
      rows: end.rows,
    };
  const { loader, layout, notes } = made as ReturnType<typeof loaderFor>;
  for (const problem of held) {
    const column = layout.columns.find((one) => one.index === problem.column);
    loader.problems.list(problem.row, column?.header ?? null, problem.kind, '', false);
  }
  loader.skipped += end.blank;
  if (ref.hidden) notes.push(say(loadTexts['sheet-hidden']));
  if (end.hiddenRows > 0) notes.push(say(loadTexts['hidden-rows'], { count: end.hiddenRows }));
  const result = partResult(task, { sheet: ref.sheet, encoding: null }, layout, loader, end.rows, notes);
  return { ...result, part: partNumber(task.number, ref.sheetIndex) };
}

async function loadBook(
  task: FileTask,
  kind: 'xlsx' | 'workbook',
  mode: LoadMode,
  interest: Interest,
  hooks: LoadHooks,
): Promise<PartResult[]> {
  const book = await openBook(task.path, kind, openOptions(task));
  const parts: PartResult[] = [];
  const unused: { error: DibaoError; sheet: string; rows: number }[] = [];
  try {
    for (const ref of book.sheets) {
      if (task.spec.sheet !== null && ref.sheet !== task.spec.sheet) continue;
      const part = await loadSheet(task, mode, interest, book, ref, hooks);
      if ('unused' in part) unused.push({ error: part.unused, sheet: ref.sheet ?? '', rows: part.rows });
      else parts.push(part);
    }
  } finally {
    await book.close();
  }
  const [first] = parts;
  if (!first) {
    const told = unused.find((one) => one.rows > 0) ?? unused[0];
    throw (
      told?.error ??
      new DibaoError(
        'sheet-missing',
        { sheet: task.spec.sheet ?? '', sheets: book.sheets.map((one) => one.sheet).join('、') },
        { file: task.shown },
      )
    );
  }
  for (const { sheet, rows } of unused) first.notes.push(say(loadTexts['sheet-unused'], { sheet, rows }));
  return parts;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Reads one file as one record set into spools.
 * @throws DibaoError if the file cannot be read as such (src/messages/errors-read.ts).
 */
export async function loadFile(
  task: FileTask,
  mode: LoadMode,
  interest: Interest,
  hooks: LoadHooks,
): Promise<FileResult> {
  const { kind, bytes } = await detectFile(task.path).catch((error: unknown) => {
    throw error instanceof DibaoError
      ? new DibaoError(error.code, { ...error.values }, { ...error.place, file: task.shown })
      : error;
  });
  if (kind === 'csv') return loadCsvFile(task, mode, interest, hooks);
  const parts = await loadBook(task, kind, mode, interest, hooks);
  hooks.progress(bytes);
  return { task, bytes, sha256: await sha256Of(task.path), parts };
}
