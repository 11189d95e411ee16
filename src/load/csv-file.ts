import { parsedId, parseIdBytes } from '../normalise/index.js';
import { detectCsv } from '../read/csv-format.js';
import { peekCsv } from '../read/csv-peek.js';
import { CsvDecodeError, type CsvRecord, scanCsv } from '../read/csv-scan.js';
import type { Encoding } from '../read/types.js';
import { knownRecord } from '../records/index.js';
import { PlainCells } from './bytes/plain-cells.js';
import { NUMBER } from './bytes/shapes.js';
import type { PartLoader } from './part.js';
import { type LoadContext, openOptions, PEEK, partResult, tableLoader } from './table-loader.js';
import type { FileResult } from './types.js';

/** What the bytes of a row's keys tell of it; `unsure` where they must be read as texts. */
type Concern = 'nobody' | 'somebody' | 'unsure';

/**
 * Judges whole rows by the bytes of their keys alone: of nobody is one whose ID numbers are all valid and none of
 * interest, of somebody one with a valid number of interest, or any whole row of a roster.
 */
function judgeBytes(
  { task, mode, interest }: LoadContext,
  loader: PartLoader,
  width: number,
  encoding: Encoding,
) {
  const { plan } = loader.reader;
  const columnOf = (field: string) => plan.own.find((one) => one.slot === plan.slots.get(field))?.index;
  const ids = knownRecord(task.record).persons.flatMap((person) => columnOf(person.id) ?? []);
  const household = columnOf('household_id');
  const { ids: set, households } = interest;
  const plain = new PlainCells(encoding);
  const inert = mode === 'roster' || task.keepAll;
  return (row: CsvRecord): Concern => {
    if (inert || row.count !== width) return 'unsure';
    let concern: Concern = ids.length === 0 ? 'unsure' : 'nobody';
    for (const column of ids) {
      if (parseIdBytes(row.buffer, row.starts[column] as number, row.ends[column] as number) === 0)
        concern = 'unsure';
      else if (mode === 'members' || set.has(parsedId.high, parsedId.low)) return 'somebody';
    }
    if (household === undefined) return concern;
    const start = row.starts[household] as number;
    const end = row.ends[household] as number;
    if (start === end) return concern;
    if (mode === 'members') return 'unsure';
    const length = plain.take(NUMBER, row.buffer, start, end);
    return length > 0 && households.hasPlain(plain.bytes, length) ? 'somebody' : 'unsure';
  };
}

/**
 * Reads a CSV file. A register's row of nobody of interest is counted and passed over undecoded; a plain row of somebody
 * goes to the spool as bytes; every other row is decoded and judged by the loader.
 */
export function loadCsvFile(context: LoadContext): FileResult {
  const { task } = context;
  const format = detectCsv(task.path, openOptions(task));
  const head = peekCsv(task.path, format, PEEK);
  const table = { sheet: null, sheetIndex: 0, encoding: format.encoding };
  const made = tableLoader(context, head, table);
  const { loader, layout } = made;
  for (const note of format.notes) loader.problems.list(note.row, null, note.kind, note.value ?? '', false);
  const dataLine = head[layout.dataFrom]?.row ?? (head.at(-1)?.row ?? 0) + 1;
  const width = head.find((row) => row.row === layout.headerRow)?.cells.length ?? 0;
  const concern = judgeBytes(context, loader, width, format.encoding);
  const end = scanCsv(
    task.path,
    { ...format, fieldCount: width, progress: context.progress },
    (row) => {
      if (row.line < dataLine) loader.skip();
      else take(loader, row, concern(row));
      return undefined;
    },
    (problem) => loader.reject(problem.row, problem.kind, problem.value ?? ''),
  );
  for (let blank = 0; blank < end.blank; blank++) loader.skip();
  return { task, bytes: end.bytes, sha256: end.sha256, parts: [partResult(task, table, made, end.rows)] };
}

function take(loader: PartLoader, row: CsvRecord, concern: Concern): void {
  if (concern === 'nobody') {
    loader.passOver();
    return;
  }
  if (concern === 'somebody' && loader.acceptBytes(row)) return;
  let cells: string[];
  try {
    cells = row.cells();
  } catch (error) {
    if (!(error instanceof CsvDecodeError)) throw error;
    loader.reject(row.line, error.kind);
    return;
  }
  loader.accept(row.line, cells);
}
