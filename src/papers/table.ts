import {
  AlignmentType,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type FontName, sizes } from './fonts.js';
import { paragraph, type TextOptions } from './text.js';
import { twips } from './units.js';

/** One cell: its text (a line feed begins a new paragraph), or how it is set beside that. */
export type Cell =
  | string
  | ({
      readonly text: string;
      /** Columns and rows that it takes. */
      readonly columns?: number;
      readonly rows?: number;
      /** RRGGBB. */
      readonly fill?: string;
      readonly vertical?: 'top' | 'center' | 'bottom';
    } & Pick<TextOptions, 'font' | 'size' | 'bold' | 'align' | 'line' | 'asIs'>);

/** One row: its cells, and the least height in millimetres. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly height?: number;
  /** Repeated on each page. */
  readonly head?: boolean;
}

const verticals = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.CENTER,
  bottom: VerticalAlign.BOTTOM,
} as const;

function paragraphsOf(cell: Cell, size: number): Paragraph[] {
  const { text, ...set } = typeof cell === 'string' ? { text: cell } : cell;
  return text.split('\n').map((line) => paragraph(line, { size, ...set }));
}

function cellOf(cell: Cell, width: number, size: number): TableCell {
  const { columns = 1, rows = 1, fill, vertical = 'center' } = typeof cell === 'string' ? {} : cell;
  return new TableCell({
    children: paragraphsOf(cell, size),
    width: { size: twips(width), type: WidthType.DXA },
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: verticals[vertical],
    ...(fill === undefined ? {} : { shading: { fill, type: 'clear', color: 'auto' } }),
  });
}

const columnsOf = (cell: Cell): number => (typeof cell === 'string' ? 1 : (cell.columns ?? 1));
const rowsOf = (cell: Cell): number => (typeof cell === 'string' ? 1 : (cell.rows ?? 1));

/**
 * A table with lines around every cell; its rows do not break over pages. Two tables without a paragraph between
 * them become one: put a `gap` there.
 * @param widths of the columns, in millimetres
 * @param size of the text, in points
 */
export function table(rows: readonly Row[], widths: readonly number[], size: number = sizes.five): Table {
  // How many rows each column is still taken by a cell from above.
  const taken = widths.map(() => 0);
  const made = rows.map(({ cells, height, head = false }) => {
    let column = 0;
    const skip = (): void => {
      while ((taken[column] ?? 0) > 0) column++;
    };
    const children = cells.map((cell) => {
      skip();
      const span = columnsOf(cell);
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      // One more than the rows below: this row takes its own off again.
      for (let at = column; at < column + span; at++) taken[at] = rowsOf(cell);
      column += span;
      return cellOf(cell, width, size);
    });
    taken.forEach((left, at) => {
      taken[at] = Math.max(0, left - 1);
    });
    return new TableRow({
      children,
      cantSplit: true,
      tableHeader: head,
      ...(height === undefined ? {} : { height: { value: twips(height), rule: HeightRule.ATLEAST } }),
    });
  });
  const whole = widths.reduce((sum, one) => sum + one, 0);
  return new Table({
    rows: made,
    columnWidths: widths.map(twips),
    width: { size: twips(whole), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { top: 30, bottom: 30, left: 70, right: 70, marginUnitType: WidthType.DXA },
  });
}

/** A cell that names what stands beside or below it. */
export function label(text: string, more: Omit<Exclude<Cell, string>, 'text'> = {}): Cell {
  const font: FontName = 'hei';
  return { text, font, align: 'center', fill: 'F2F2F2', ...more };
}

/** A table of rows under a head that is repeated on every page. */
export function rowsTable(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  size?: number,
): Table {
  const top: Row = { cells: head.map((text) => label(text)), head: true };
  return table([top, ...rows.map((cells) => ({ cells }))], widths, size);
}

/**
 * Names and values in pairs, `pairs` of them in a row.
 * @param widths of a name and a value, in millimetres, for each pair of a row
 */
export function keyValueTable(
  entries: readonly (readonly [string, Cell])[],
  widths: readonly number[],
  size?: number,
): Table {
  const pairs = widths.length / 2;
  const rows: Row[] = [];
  for (let at = 0; at < entries.length; at += pairs) {
    const own = entries.slice(at, at + pairs);
    const cells = own.flatMap(([name, value]) => [label(name), value]);
    const missing = widths.length - cells.length;
    rows.push({ cells: [...cells, ...Array.from({ length: missing }, () => '')] });
  }
  return table(rows, widths, size);
}
