import { type Written, writeAtomic, writePieces } from '../files/atomic.js';

function* lines(rows: Iterable<unknown>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** Writes one JSON object per line, UTF-8 without BOM, LF at the end of each line. */
export async function writeNdjson(path: string, rows: Iterable<unknown>): Promise<Written> {
  return writeAtomic(path, (write) => writePieces(write, lines(rows)));
}
