import type { SharedString } from './shared-strings.js';

/** Excel's tallest row. */
const tallest = 409;

/**
 * How many half-width characters stand in one line of a column.
 * @param width of the column, in characters of Excel's default font (7 pixels each)
 * @param size font size in points
 */
export function capacityOf(width: number, size: number): number {
  const halfWidth = (size / 2) * (96 / 72);
  return Math.max(1, Math.floor((width * 7) / halfWidth));
}

/** Lines that a text takes in a column of that capacity, roughly. */
export function linesOf({ text, halves, broken }: SharedString, capacity: number): number {
  if (!broken) return halves <= capacity ? 1 : Math.ceil(halves / capacity);
  // Of a broken text each line may be short: the halves are shared out by length.
  const each = halves / text.length;
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * each) / capacity)), 0);
}

/**
 * Height in points of a row of so many lines. It is written into the file because not every program works it out on
 * opening (LibreOffice does not), and a cut-off reason is no reason.
 */
export function heightOf(lines: number, size: number): number {
  return Math.min(tallest, Math.ceil(lines * size * 1.3 + 4));
}
