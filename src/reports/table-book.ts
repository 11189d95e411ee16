import { type Written, writeAtomic } from '../files/atomic.js';
import { bookBytes } from './workbook/book.js';
import type { BookHead, BookSheet } from './workbook/spec.js';

export { coverSheet } from './workbook/cover.js';
export { tableSheet } from './workbook/sheet.js';
export type {
  Block,
  BookHead,
  BookSheet,
  CellValue,
  Column,
  Entry,
} from './workbook/spec.js';

/**
 * Writes a workbook whole or not at all (0600). IDs stand whole: it is a data file.
 * @param sheets made by `tableSheet` and `coverSheet`, in their order; lists of drop-downs get a hidden sheet behind
 */
export async function writeTableBook(
  path: string,
  sheets: readonly BookSheet[],
  head: BookHead,
): Promise<Written> {
  return writeAtomic(path, await bookBytes(sheets, head));
}
