import { parsedId, parseIdBytes } from '../normalise/index.js';
import { detectCsv } from '../read/csv-format.js';
import { peekCsv } from '../read/csv-peek.js';
import { CsvDecodeError, type CsvRecord, scanCsv } from '../read/csv-scan.js';
import { knownRecord } from '../records/index.js';
import type { PartLoader } from './part.js';
import {
  type LoadContext,
  openOptions,
  PEEK,
  partResult,
  type TableLoader,
  tableLoader,
} from './table-loader.js';
import { refuseSecond } from './table-watch.js';
import type { FileResult } from './types.js';

/**
 * Tells a register's rows that concern nobody by their bytes alone: whole rows whose ID numbers are all valid and none
 * of interest. Null where rows must be looked at one by one.
 */
function byteFilter({ task, mode, interest }: LoadContext, loader: PartLoader, width: number) {
  const { plan } = loader.reader;
  const columnOf = (field: string) => plan.own.find((one) => one.slot === plan.slots.get(field))?.index;
  const ids = knownRecord(task.record).persons.flatMap((person) => columnOf(person.id) ?? []);
  if (mode === 'roster' || mode === 'members' || task.keepAll || ids.length === 0) return null;
  const household = columnOf('household_id');
  const { ids: set } = interest;
  return (row: CsvRecord): boolean => {
    if (row.count !== width) return false;
    for (const column of ids) {
      if (parseIdBytes(row.buffer, row.starts[column] as number, row.ends[column] as number) === 0)
        return false;
      if (set.has(parsedId.high, parsedId.low)) return false;
    }
    return household === undefined || row.starts[household] === row.ends[household];
  };
}

/**
 * Reads a CSV file. A register's row of nobody of interest is counted and passed over undecoded; every other row is
 * decoded and judged by the loader.
 */
export function loadCsvFile(context: LoadContext): FileResult {
  const { task } = context;
  const format = detectCsv(task.path, openOptions(task));
  const head = peekCsv(task.path, format, PEEK);
  const table = { sheet: null, sheetIndex: 0, encoding: format.encoding, delimiter: format.delimiter };
  const made = tableLoader(context, head, table);
  const { loader, layout } = made;
  for (const note of format.notes) loader.problems.list(note.row, null, note.kind, note.value ?? '', false);
  const dataLine = head[layout.dataFrom]?.row ?? (head.at(-1)?.row ?? 0) + 1;
  const width = made.width.cells;
  const isOfNobody = byteFilter(context, loader, width);
  const end = scanCsv(
    task.path,
    { ...format, fieldCount: width, progress: context.progress },
    (row) => {
      if (row.line < dataLine) loader.skip();
      else if (isOfNobody?.(row)) loader.passOver();
      else accept(made, row);
      return undefined;
    },
    (problem) => loader.reject(problem.row, problem.kind, problem.value ?? ''),
  );
  for (let blank = 0; blank < end.blank; blank++) loader.skip();
  return { task, bytes: end.bytes, sha256: end.sha256, parts: [partResult(task, table, made, end.rows)] };
}

function accept({ loader, watch, width }: TableLoader, row: CsvRecord): void {
  let cells: string[];
  try {
    cells = row.cells();
  } catch (error) {
    if (!(error instanceof CsvDecodeError)) throw error;
    loader.reject(row.line, error.kind);
    return;
  }
  refuseSecond(watch, row.line, cells);
  // Rows that all end in a delimiter too many have nothing behind it; one that has is not like the others.
  if (width.cells > width.header && cells.slice(width.named).some((cell) => cell.trim() !== '')) {
    loader.reject(row.line, 'field-count', `${cells.length}/${width.header}`);
    return;
  }
  loader.accept(row.line, cells);
}
