import { clip, pad, width } from './width.js';

export type Align = 'left' | 'right';

export interface TableOptions {
  /** Per column; left where it is not given. */
  readonly align?: readonly Align[];
  /** Columns of the terminal; the columns of `shrink` are clipped until the table fits. */
  readonly width?: number;
  /**
   * The columns that give way, the first first, by index, or with how narrow they may become (8 unless given); one
   * may come twice. None unless given.
   */
  readonly shrink?: readonly (number | readonly [column: number, least: number])[];
  /** Blanks before each line, 0 unless given. */
  readonly indent?: number;
}

const gap = 2;
const narrowest = 8;

/**
 * Rows as lines with aligned columns; a Chinese character takes two, colours none. Lines end without blanks.
 * @param rows cells by row, the header among them; short rows are filled with nothing
 */
export function textTable(rows: readonly (readonly string[])[], options: TableOptions = {}): string {
  const { align = [], shrink = [], indent = 0 } = options;
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(0, ...rows.map((row) => width(row[i] ?? ''))),
  );
  const total = indent + widths.reduce((sum, one) => sum + one + gap, -gap);
  let over = options.width === undefined ? 0 : total - options.width;
  const clipped = new Set<number>();
  for (const one of shrink) {
    const [column, least] = typeof one === 'number' ? [one, narrowest] : one;
    const now = widths[column] ?? 0;
    const less = Math.max(0, Math.min(over, now - least));
    widths[column] = now - less;
    over -= less;
    clipped.add(column);
  }
  const line = (row: readonly string[]) =>
    widths
      .map((columnWidth, i) => {
        const cell = row[i] ?? '';
        return pad(clipped.has(i) ? clip(cell, columnWidth) : cell, columnWidth, align[i] ?? 'left');
      })
      .join(' '.repeat(gap));
  return rows.map((row) => `${' '.repeat(indent)}${line(row)}`.trimEnd()).join('\n');
}
