import type { CellValue } from './sheet.js';

/** Excel's tallest row. */
const tallest = 409;

/** Half-width characters of a text, roughly: everything beyond Latin-1 counts two. */
function halves(text: string): number {
  let sum = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) sum++;
  return sum;
}

function linesOf(text: string, capacity: number): number {
  // Most cells are short: their text need not be looked at.
  if (text.length * 2 <= capacity && !text.includes('\n')) return 1;
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(halves(line) / capacity)), 0);
}

/**
 * Height of a row, in points, in which every wrapped text is seen whole. It is written into the file because not every
 * program works it out on opening (LibreOffice does not), and a cut-off reason is no reason.
 * @param widths of the columns, in characters of Excel's default font (7 pixels each)
 * @param size font size in points
 */
export function rowHeight(values: readonly CellValue[], widths: readonly number[], size: number): number {
  const halfWidth = (size / 2) * (96 / 72);
  let most = 1;
  for (const [index, value] of values.entries()) {
    if (typeof value !== 'string' || value === '') continue;
    const capacity = Math.max(1, Math.floor(((widths[index] ?? 10) * 7) / halfWidth));
    const lines = linesOf(value, capacity);
    if (lines > most) most = lines;
  }
  return Math.min(tallest, Math.ceil(most * size * 1.3 + 4));
}
