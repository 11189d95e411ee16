import { say, type Text } from '../../messages/language.js';
import type { SheetPart } from './package.js';
import type { Kind, Size, Tone } from './styles.js';

/** A day stands as YYYY-MM-DD in a column of the kind `day`, and becomes a date of the spreadsheet's. */
export type CellValue = string | number | null;

/** What may be typed into a cell that is to be filled in. */
export type Entry =
  | { readonly type: 'text' | 'day' | 'month' | 'money' | 'count' }
  | { readonly type: 'choice'; readonly of: readonly string[] }
  /**
   * A list of the row's own: the one named like the text in another column of the same row, so that it holds when the
   * rows are sorted.
   */
  | {
      readonly type: 'lookup';
      /** Place of that column, from 0. */
      readonly column: number;
      /** The name is the text before the first of these characters; the whole text where it is not given. */
      readonly before?: string;
      readonly lists: ReadonlyMap<string, readonly string[]>;
    };

/** One column of a sheet over rows of type T. */
export interface Column<T> {
  readonly title: Text | string;
  /** In characters of Excel's default font; a Chinese character takes two. */
  readonly width: number;
  readonly kind: Kind;
  /** @param index the row's position, from 0 */
  readonly value: (row: T, index: number) => CellValue;
  /** Given: to be filled in, unlocked in a protected sheet, and checked while it is typed. */
  readonly entry?: Entry;
}

/** A table: title lines where there are any, a header row, the rows. */
export interface SheetSpec<T> {
  readonly name: Text | string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly tone?: (row: T) => Tone;
  /** Columns that stay when scrolled to the right. */
  readonly frozen?: number;
  readonly filter?: boolean;
  /** Font size in points, 10 unless given. */
  readonly size?: Size;
  /** Lines above the header row: the title first, in large letters. The purpose of the book comes behind them. */
  readonly lines?: readonly string[];
  /** Only cells of columns with an `entry` can be changed; without a password. */
  readonly isProtected?: boolean;
  readonly isHidden?: boolean;
}

/** One piece of a free sheet, over its whole width; a table has a cell a column. */
export type Block =
  | { readonly type: 'title' | 'heading' | 'text'; readonly text: string }
  | {
      readonly type: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly CellValue[])[];
    };

/** A free sheet: a cover, instructions. */
export interface CoverSpec {
  readonly name: Text | string;
  /** Widths of its columns; tables stand in the first ones, texts go over all of them. */
  readonly widths: readonly number[];
  readonly blocks: readonly Block[];
  readonly isProtected?: boolean;
}

/** What stands on every sheet of a book, on the screen and on paper. */
export interface BookHead {
  /** Left in the head of each page. */
  readonly title: string;
  /** Right in the head of each page, as it is to be printed: 基准日 2026-11-01. */
  readonly date: string;
  /** Middle of each page's foot. */
  readonly footer: string;
  /** Who made the file, for its properties. */
  readonly creator: string;
  /** Landscape; A3 unless given. */
  readonly paper?: 'a3' | 'a4';
  /** What for and by what authority: a line above the header of each table with `lines`. */
  readonly purposeLine?: string;
  /** Left in the foot of each page; 编制/复核/日期 unless given. */
  readonly signatures?: string;
  /** In large grey letters behind the cells of each printed page. */
  readonly watermark?: string;
}

/** A sheet of a book, whatever its rows are. */
export interface BookSheet {
  readonly part: (head: BookHead) => SheetPart;
  readonly texts: (head: BookHead, isFirst: boolean) => Iterable<string>;
  /** Whether it needs the looks of forms beside those of lists. */
  readonly isForm: boolean;
  /** Lists for its drop-downs, by their names on the sheet of lists. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

export function nameOf({ name }: Pick<SheetSpec<never>, 'name'>): string {
  return typeof name === 'string' ? name : say(name);
}

/** The lines above the header row. */
export function linesAbove({ lines }: Pick<SheetSpec<never>, 'lines'>, head: BookHead): readonly string[] {
  if (lines === undefined) return [];
  return head.purposeLine === undefined || head.purposeLine === '' ? lines : [...lines, head.purposeLine];
}
