import type { ReadProblem } from '../types.js';
import type { CsvRecord } from './record.js';
import { type ScanEnd, Scanner, type ScanOptions } from './scanner.js';
import { ByteSource } from './source.js';

export type { ScanEnd, ScanOptions };

/**
 * Reads a CSV file record by record over its raw bytes, in bounded memory. CRLF, LF and CR each end a line; an empty
 * line is counted as blank. `visit` gets each sound record (one object, used again: take what you need during the
 * call) and returns false to stop; counting fields is its business, and so is a CsvDecodeError from cells().
 * `problem` gets each rejected line: quote-unclosed (the line alone is lost, reading goes on at the next), quote-stray,
 * nul, line-too-long; it may return false to stop too. Throws DibaoError as openFile() does.
 */
export function scanCsv(
  path: string,
  options: ScanOptions,
  visit: (record: CsvRecord) => boolean | undefined,
  problem: (problem: ReadProblem) => unknown,
): ScanEnd {
  const source = new ByteSource(path, options, options.rows?.buffer);
  try {
    const scanner = new Scanner(source, options, visit, problem);
    while (scanner.advance());
    return scanner.end();
  } finally {
    source.close();
  }
}

/** As scanCsv(), and waits for `pause` after each chunk: for visitors whose output must not run ahead of its reader. */
export async function scanCsvPausing(
  path: string,
  options: ScanOptions,
  visit: (record: CsvRecord) => boolean | undefined,
  problem: (problem: ReadProblem) => unknown,
  pause: () => Promise<void>,
): Promise<ScanEnd> {
  const source = new ByteSource(path, options, options.rows?.buffer);
  try {
    const scanner = new Scanner(source, options, visit, problem);
    while (scanner.advance()) await pause();
    return scanner.end();
  } finally {
    source.close();
  }
}
