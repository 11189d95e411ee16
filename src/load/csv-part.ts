import type { Interest } from '../match/interest.js';
import { parsedId, parseIdBytes } from '../normalise/index.js';
import type { CsvFormat } from '../read/csv-format.js';
import { CsvDecodeError, type CsvRecord, type ScanEnd, scanCsv } from '../read/csv-scan.js';
import type { RecordSet } from '../records/types.js';
import type { PartLoader } from './part.js';

export interface CsvPartOptions {
  readonly path: string;
  readonly format: CsvFormat;
  /** First line that may be data. */
  readonly dataLine: number;
  readonly width: number;
  readonly record: RecordSet;
  readonly interest: Interest;
  /** Whether rows of nobody of interest may be passed over undecoded. */
  readonly mayPass: boolean;
  readonly progress: (bytes: number) => void;
}

/**
 * Scans a CSV file into the loader. A register's row whose ID numbers are whole, valid and of nobody of interest is
 * counted and passed over on its bytes alone; every other row is decoded and judged by the loader.
 */
export function loadCsv(loader: PartLoader, options: CsvPartOptions): ScanEnd {
  const { record, interest, width, dataLine } = options;
  const ids = record.persons.flatMap((person) => {
    const slot = loader.plan.slots.get(person.id);
    const column = loader.plan.own.find((one) => one.slot === slot);
    return column ? [column.index] : [];
  });
  const householdSlot = loader.plan.slots.get('household_id');
  const household = loader.plan.own.find((one) => one.slot === householdSlot)?.index;
  const idSet = interest.ids;

  const isOfNobody = (row: CsvRecord): boolean => {
    if (row.count !== width) return false;
    for (const column of ids) {
      if (parseIdBytes(row.buffer, row.starts[column] as number, row.ends[column] as number) === 0)
        return false;
      if (idSet.has(parsedId.high, parsedId.low)) return false;
    }
    // A household number beside the ID is judged by the loader.
    return household === undefined || row.starts[household] === row.ends[household];
  };
  const passable = options.mayPass && ids.length > 0;

  return scanCsv(
    options.path,
    { ...options.format, fieldCount: width, progress: options.progress },
    (row) => {
      if (row.line < dataLine) {
        loader.skip();
      } else if (passable && isOfNobody(row)) {
        loader.passedOver++;
      } else {
        let cells: string[];
        try {
          cells = row.cells();
        } catch (error) {
          if (!(error instanceof CsvDecodeError)) throw error;
          loader.reject(row.line, 'undecodable');
          return undefined;
        }
        loader.accept(row.line, cells);
      }
      return undefined;
    },
    (problem) => loader.reject(problem.row, problem.kind, problem.value ?? ''),
  );
}
