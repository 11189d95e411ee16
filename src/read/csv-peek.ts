import { CsvDecodeError } from './csv/decode.js';
import { type ScanOptions, scanCsv } from './csv/scan.js';
import type { RawRow } from './types.js';

/** A file with this many bad lines before its n-th good one has no header to find. */
const MAX_LOST = 1000;

/**
 * The first `n` records of a CSV file as cells, to find its header by. Lines that cannot be read are left out here: the
 * full scan reports them. Throws DibaoError as scanCsv() does.
 */
export function peekCsv(path: string, options: ScanOptions, n: number): RawRow[] {
  const rows: RawRow[] = [];
  let lost = 0;
  if (n <= 0) return rows;
  scanCsv(
    path,
    { chunkSize: 64 * 1024, ...options },
    (record) => {
      try {
        rows.push({ row: record.line, cells: record.cells() });
      } catch (error) {
        if (!(error instanceof CsvDecodeError)) throw error;
        lost += 1;
      }
      return rows.length < n && lost < MAX_LOST;
    },
    () => {
      lost += 1;
      return lost < MAX_LOST;
    },
  );
  return rows;
}
