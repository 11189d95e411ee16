import { A4 } from './page.js';
import { cellLine, padding, type Row, table } from './table.js';
import { gap, paragraph, type TextOptions } from './text.js';
import { pointsOf } from './units.js';
import type { Block } from './xml.js';

/** A part of a page whose height is known before it is made. */
export type Piece =
  | { readonly text: string; readonly set: TextOptions & { readonly size: number } }
  /** A table; in a size of its own where one is given. */
  | { readonly rows: readonly Row[]; readonly widths: readonly number[]; readonly size?: number }
  /** Points. */
  | { readonly space: number };

export interface Fit {
  /** What the paper says, set in this size (points) throughout. */
  readonly build: (size: number) => readonly Piece[];
  /** Sizes to try, largest first. */
  readonly sizes: readonly number[];
  /** Millimetres between the margins. */
  readonly width: number;
  readonly height: number;
  /** Begins a new page. */
  readonly breakBefore: boolean;
}

/** What word processors set differently from one another, in points for each page. */
const slack = 14;

const ems = (text: string): number => {
  let sum = 0;
  for (const char of text) sum += char.charCodeAt(0) > 0xff ? 1 : 0.53;
  return sum;
};

/** Lines that a paragraph takes; a character less than fits: a closing mark takes the last one of a line along. */
function linesOf(text: string, width: number, size: number, indent = 0): number {
  const room = Math.max(1, Math.floor(width / size) - 1);
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((ems(part) + indent) / room)), 0);
}

function rowHeight({ cells, height = 0 }: Row, widths: readonly number[], size: number): number {
  let column = 0;
  let most = pointsOf(height);
  for (const cell of cells) {
    const { columns = 1, rows = 1, text, ...set } = typeof cell === 'string' ? { text: cell } : cell;
    const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
    column += columns;
    // A cell over several rows is no higher than they are: it holds a label.
    if (rows > 1) continue;
    const own = set.size ?? size;
    const room = pointsOf(width) - (2 * padding.side) / 20;
    const tall = linesOf(text, room, own) * (set.line ?? own * cellLine) + (2 * padding.above) / 20 + 0.5;
    most = Math.max(most, tall);
  }
  return most;
}

function heightOf(piece: Piece, size: number, width: number): number {
  if ('space' in piece) return piece.space;
  if ('rows' in piece) {
    const own = piece.size ?? size;
    return piece.rows.reduce((sum, row) => sum + rowHeight(row, piece.widths, own), 0);
  }
  const { line = piece.set.size * cellLine, before = 0, after = 0, indent = 0, size: own } = piece.set;
  return linesOf(piece.text, pointsOf(width), own, indent) * line + before + after;
}

const growthOf = (piece: Piece): number =>
  'rows' in piece ? piece.rows.reduce((sum, { grow = 0 }) => sum + grow, 0) : 0;

/** Rows that may grow, each by its share of the millimetres that are left. */
function grown(rows: readonly Row[], widths: readonly number[], size: number, each: number): Row[] {
  return rows.map((row) => {
    if (row.grow === undefined) return row;
    const now = rowHeight(row, widths, size);
    return { ...row, height: (now / 72) * 25.4 + row.grow * each };
  });
}

function made(piece: Piece, size: number, each: number, breakBefore: boolean): Block {
  if ('space' in piece) return gap(piece.space);
  if ('rows' in piece) {
    const own = piece.size ?? size;
    return table(grown(piece.rows, piece.widths, own, each), piece.widths, own);
  }
  const line = piece.set.line ?? piece.set.size * cellLine;
  return paragraph(piece.text, { ...piece.set, line, ...(breakBefore ? { pageBreakBefore: true } : {}) });
}

/**
 * Sets a paper on one page: in the largest size in which it fits, what is then left given to the rows that may grow.
 * What fits in none (a family of twenty) goes on over the page, in the middle one of the sizes: small print helps nobody.
 */
export function onePage({ build, sizes, width, height, breakBefore }: Fit): Block[] {
  const room = pointsOf(height) - slack;
  const tall = (size: number): number =>
    build(size).reduce((sum, piece) => sum + heightOf(piece, size, width), 0);
  const fitting = sizes.find((size) => tall(size) <= room);
  const size = fitting ?? sizes[Math.floor(sizes.length / 2)] ?? 9;
  const pieces = build(size);
  const shares = pieces.reduce((sum, piece) => sum + growthOf(piece), 0);
  const left = fitting === undefined || shares === 0 ? 0 : room - tall(size);
  const each = shares === 0 ? 0 : ((left / 72) * 25.4) / shares;
  return pieces.map((piece, index) => made(piece, size, each, breakBefore && index === 0));
}

/** Margins of forms that are filled in by hand, and what they leave, in millimetres. */
export const formMargins = { top: 19, right: 18, bottom: 16, left: 18 } as const;
export const formWidth = A4.width - formMargins.left - formMargins.right;
export const formHeight = A4.height - formMargins.top - formMargins.bottom;
export const formSizes = [11, 10.5, 10, 9.5, 9, 8.5, 8] as const;
