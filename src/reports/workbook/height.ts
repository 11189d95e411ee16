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

/** Lines that a text takes in a column of that capacity; everything beyond Latin-1 counts two halves. */
export function linesOf(text: string, capacity: number): number {
  let lines = 0;
  let halves = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = text.charCodeAt(i);
    if (i === text.length || code === 0x0a) {
      lines += Math.max(1, Math.ceil(halves / capacity));
      halves = 0;
    } else halves += code > 0xff ? 2 : 1;
  }
  return lines;
}

/**
 * Height in points of a row of so many lines. It is written into the file because not every program works it out on
 * opening (LibreOffice does not), and a cut-off reason is no reason.
 */
export function heightOf(lines: number, size: number): number {
  return Math.min(tallest, Math.ceil(lines * size * 1.3 + 4));
}
