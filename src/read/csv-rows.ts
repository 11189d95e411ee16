import { CsvDecodeError } from './csv/decode.js';
import { type ScanEnd, type ScanOptions, scanCsvPausing } from './csv/scan.js';
import type { RowSink } from './types.js';

/**
 * Gives the records of a CSV file to the sink, as a sheet's reader gives its rows; a record that cannot be decoded is
 * a problem and counts as rejected. Waits for `sink.pause` after each chunk. Throws DibaoError as scanCsv() does.
 */
export async function readCsvRows(path: string, options: ScanOptions, sink: RowSink): Promise<ScanEnd> {
  let undecodable = 0;
  const end = await scanCsvPausing(
    path,
    options,
    (record) => {
      let cells: string[];
      try {
        cells = record.cells();
      } catch (error) {
        if (!(error instanceof CsvDecodeError)) throw error;
        undecodable += 1;
        sink.problem({ row: record.line, kind: error.kind, rejected: true });
        return undefined;
      }
      return sink.row(record.line, cells);
    },
    (problem) => sink.problem(problem),
    async () => sink.pause?.(),
  );
  return { ...end, rejected: end.rejected + undecodable };
}
