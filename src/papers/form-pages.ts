import type { Written } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import { writeDocx } from './docx.js';
import { formHeight, formMargins, formSizes, formWidth, onePage, type Piece } from './one-page.js';
import { pageSection } from './page.js';
import type { Cell } from './table.js';
import { dateBlank } from './words.js';
import type { Block } from './xml.js';

/** The columns of a form: twelve alike, of which its cells take so many each. */
export const grid: readonly number[] = Array.from({ length: 12 }, () => formWidth / 12);

/** A cell of so many columns. */
export const cell = (
  columns: number,
  text: string,
  more: Omit<Exclude<Cell, string>, 'text'> = {},
): Cell => ({
  text,
  columns,
  ...more,
});

/** A grey cell that names what stands beside or below it. */
export const name = (columns: number, text: string, more: Omit<Exclude<Cell, string>, 'text'> = {}): Cell =>
  cell(columns, text, { font: 'hei', align: 'center', fill: 'F2F2F2', ...more });

/** An opinion to be written, signed and sealed by hand. */
export const opinion = (columns: number, ...who: readonly string[]): Cell =>
  cell(columns, ['', '', ...who, dateBlank].join('\n'), { align: 'right', vertical: 'bottom' });

/** Title of a form and the line below it: who issues it, and its number. */
export function formHead(title: string, left: string, right: string): Piece[] {
  return [
    { text: title, set: { font: 'title', size: 20, line: 26, align: 'center', after: 2 } },
    { text: `${left}\u3000\u3000${right}`, set: { size: 10, align: 'center', after: 3 } },
  ];
}

export interface FormInfo {
  readonly title: string;
  readonly mark?: string;
  /** False: no page numbers: each page goes to somebody else. */
  readonly numbered?: boolean;
  readonly sizes?: readonly number[];
}

/**
 * Writes one page for each of the items (more only where an item does not fit): the pages are made while they are
 * written, so that a township of thousands takes no more memory than a family.
 * @param build what stands on the page of an item, set in a size (points)
 */
export async function writeForms<T>(
  path: string,
  items: readonly T[],
  frame: Frame,
  info: FormInfo,
  build: (item: T, size: number) => readonly Piece[],
): Promise<Written> {
  const { title, mark, numbered = true, sizes = formSizes } = info;
  const fit = { sizes, width: formWidth, height: formHeight };
  function* pages(): Generator<Block> {
    for (const [index, item] of items.entries())
      yield* onePage({ ...fit, build: (size) => build(item, size), breakBefore: index > 0 });
  }
  const section = pageSection(pages(), frame, { margins: formMargins, numbered, mark });
  return writeDocx(path, [section], { title, creator: frame.office });
}
