/** What is used of a SheetJS cell. */
export interface BookCell {
  t: string;
  v?: string | number | boolean | null;
  f?: string;
  /** The range of an array formula. */
  F?: string;
  [more: string]: unknown;
}

interface Point {
  r: number;
  c: number;
}

export interface BookRange {
  s: Point;
  e: Point;
}

/** What is used of a SheetJS sheet read with `dense`; rows and columns from 0. */
export interface BookSheet {
  '!data'?: (BookCell | undefined)[][];
  '!merges'?: BookRange[];
  '!rows'?: unknown[];
  '!ref'?: string;
  '!autofilter'?: { ref: string };
  [more: string]: unknown;
}

export interface Book {
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<Record<string, BookSheet | undefined>>;
  readonly Workbook?: { readonly Names?: { Name: string; Ref: string }[] };
}

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,6})?$/;

/** A cell of a new text in the kind of the one it replaces, without its formula; undefined for a blank. */
export function withText(base: BookCell | undefined, text: string): BookCell | undefined {
  if (text === '') return undefined;
  const { f: _f, F: _F, w: _w, h: _h, r: _r, ...rest } = base ?? { t: 'n' };
  if (rest.t === 'b' && /^(?:TRUE|FALSE)$/i.test(text)) return { ...rest, v: /^T/i.test(text) };
  if (rest.t === 'n' && DECIMAL.test(text)) return { ...rest, v: Number(text) };
  return { ...rest, t: 's', v: text };
}

/** The same cell with what its formula came to and no formula. */
export function withoutFormula(cell: BookCell): BookCell {
  const { f: _f, F: _F, ...rest } = cell;
  return rest as BookCell;
}

export function isFilled(cell: BookCell | undefined): boolean {
  return cell !== undefined && cell.v !== undefined && cell.v !== null && String(cell.v).trim() !== '';
}
