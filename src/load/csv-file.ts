import { NotUtf8Error } from '../read/csv/utf8-proof.js';
import { type CsvFormat, detectCsv } from '../read/csv-format.js';
import { peekCsv } from '../read/csv-peek.js';
import { CsvDecodeError, type CsvRecord, type ScanEnd, type ScanOptions, scanCsv } from '../read/csv-scan.js';
import { PEEK } from '../read/layout.js';
import { type Concern, judgeBytes, plainRows } from './concern.js';
import { isNotThisRecord, leaveOut } from './left-out.js';
import { seemsPerson } from './persons.js';
import {
  type LoadContext,
  namesPersons,
  openOptions,
  partResult,
  type TableLoader,
  tableLoader,
} from './table-loader.js';
import { refuseSecond } from './table-watch.js';
import type { FileResult } from './types.js';

const SPACE = 0x20;
const QUOTE = 0x22;

/**
 * Reads a CSV file, a large one once: a head of UTF-8 is taken for a whole file of it until a line proves that it is not.
 */
export function loadCsvFile(context: LoadContext): FileResult {
  const { path } = context.task;
  const given = openOptions(context.task);
  // What an observer has been told of is told.
  const trusted = detectCsv(path, given, context.observe === undefined);
  if (!trusted.unproven) return loadRows(context, trusted);
  try {
    return loadRows(context, trusted);
  } catch (error) {
    const proven = detectCsv(path, given);
    // What is wrong in it is wrong either way.
    if (proven.encoding === trusted.encoding && !(error instanceof NotUtf8Error)) throw error;
    return loadRows(context, proven);
  }
}

/**
 * Reads a CSV file. A register's row of nobody of interest is counted and passed over undecoded; a plain row of somebody
 * goes to the spool as bytes; every other row is decoded and judged by the loader.
 */
function loadRows(context: LoadContext, format: CsvFormat): FileResult {
  const { task } = context;
  const head = peekCsv(task.path, format, PEEK);
  const table = { sheet: null, sheetIndex: 0, encoding: format.encoding, delimiter: format.delimiter };
  let made: TableLoader;
  try {
    made = tableLoader(context, head, table);
  } catch (error) {
    if (task.named || !isNotThisRecord(error)) throw error;
    return leaveOut(task, error, lookThrough(task.path, { ...format, progress: context.progress }));
  }
  const { loader, layout } = made;
  for (const note of format.notes) loader.problems.list(note.row, null, note.kind, note.value ?? '', false);
  const dataLine = head[layout.dataFrom]?.row ?? (head.at(-1)?.row ?? 0) + 1;
  const width = made.width.cells;
  const concern = judgeBytes(context, loader, width, format.encoding);
  const rows = plainRows(context, made, format.delimiter, dataLine);
  let end: ScanEnd;
  try {
    end = scanCsv(
      task.path,
      { ...format, fieldCount: width, progress: context.progress, rows, digest: !namesPersons(context.mode) },
      (row) => {
        if (row.line < dataLine) loader.skip();
        else take(made, row, concern(row));
        return undefined;
      },
      (problem) => loader.reject(problem.row, problem.kind, problem.value ?? ''),
    );
  } catch (error) {
    loader.spool?.discard();
    throw error;
  } finally {
    rows?.close();
  }
  for (let blank = 0; blank < end.blank; blank++) loader.skip();
  return { task, bytes: end.bytes, sha256: end.sha256, parts: [partResult(task, table, made, end.rows)] };
}

/** Counts the rows of a file that is not read, and those in which persons stand; who is in a broken row nobody knows. */
function lookThrough(path: string, options: ScanOptions) {
  let persons = 0;
  const end = scanCsv(
    path,
    options,
    (row) => {
      if (mayHoldPerson(row)) persons++;
      return undefined;
    },
    () => persons++,
  );
  return { ...end, persons };
}

function mayHoldPerson(row: CsvRecord): boolean {
  try {
    return seemsPerson(row.cells());
  } catch (error) {
    if (!(error instanceof CsvDecodeError)) throw error;
    return true;
  }
}

function take(made: TableLoader, row: CsvRecord, concern: Concern): void {
  const { loader, watch, width } = made;
  if (concern === 'nobody') {
    watch.record();
    loader.passOver();
    return;
  }
  // Rows that all end in a delimiter too many have nothing behind it; one that has is not like the others.
  if (width.cells > width.header && !isEmptyFrom(row, width.named)) {
    loader.reject(row.line, 'field-count', `${row.count}/${width.header}`);
    return;
  }
  if (concern === 'somebody' && loader.acceptBytes(row)) {
    watch.record();
    return;
  }
  let cells: string[];
  try {
    cells = row.cells();
  } catch (error) {
    if (!(error instanceof CsvDecodeError)) throw error;
    loader.reject(row.line, error.kind);
    return;
  }
  refuseSecond(watch, row.line, cells);
  loader.accept(row.line, cells);
}

/** By the bytes, so that cells of no use need not be decoded: nothing but blanks and quotes. */
function isEmptyFrom(row: CsvRecord, column: number): boolean {
  for (let at = column; at < row.count; at++)
    for (let i = row.starts[at] as number; i < (row.ends[at] as number); i++) {
      const byte = row.buffer[i] as number;
      if (byte > SPACE && byte !== QUOTE) return false;
    }
  return true;
}
