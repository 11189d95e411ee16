import { detectDialect } from './csv/delimiter.js';
import { detectEncoding, type TextEncoding } from './encoding.js';
import type { OpenOptions } from './types.js';

export interface CsvFormat extends TextEncoding {
  readonly delimiter: string;
  /** False where quotes are characters like others. */
  readonly quotes: boolean;
}

/**
 * How a CSV file is to be read: encoding and delimiter by content unless `given`, quoting by content, and the notes on
 * them. Its result can be spread into the options of scanCsv(). Throws DibaoError as detectEncoding() does.
 * @param trust as for detectEncoding()
 */
export function detectCsv(
  path: string,
  given: Pick<OpenOptions, 'encoding' | 'delimiter'> = {},
  trust = false,
): CsvFormat {
  const found = detectEncoding(path, given.encoding, trust);
  return { ...found, ...detectDialect(path, found, given.delimiter) };
}
