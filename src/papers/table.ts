import { sizes } from './fonts.js';
import { paragraph, type TextOptions } from './text.js';
import { twips } from './units.js';
import { type Block, tag } from './xml.js';

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
  /** Share of the height that is left on a page (see `onePage`). */
  readonly grow?: number;
  /** Repeated on each page. */
  readonly head?: boolean;
}

type Detailed = Exclude<Cell, string>;

/** Space beside and above the text of a cell, in twentieths of a point. */
export const padding = { side: 70, above: 30 } as const;

/** From line to line in a cell, as a multiple of the size: the same in every font, so that heights can be foretold. */
export const cellLine = 1.3;

const detailed = (cell: Cell): Detailed => (typeof cell === 'string' ? { text: cell } : cell);

function cellXml(cell: Detailed, width: number, size: number, merge: string): string {
  const { columns = 1, fill, vertical = 'center', text, ...set } = cell;
  const own = set.size ?? size;
  const lines = text
    .split('\n')
    .map((line) => paragraph(line, { line: own * cellLine, ...set, size: own }).xml);
  const properties = [
    tag('tcW', { w: width, type: 'dxa' }),
    columns > 1 ? tag('gridSpan', { val: columns }) : '',
    merge,
    fill === undefined ? '' : tag('shd', { val: 'clear', color: 'auto', fill }),
    tag('vAlign', { val: vertical }),
  ];
  return `<w:tc><w:tcPr>${properties.join('')}</w:tcPr>${lines.join('')}</w:tc>`;
}

/** What is still taken by a cell from above, column by column: rows left, and how many columns it spans. */
interface Taken {
  readonly left: number;
  readonly columns: number;
}

function rowXml(
  { cells, height, head }: Row,
  widths: readonly number[],
  size: number,
  taken: (Taken | undefined)[],
): string {
  const made: string[] = [];
  const waiting = [...cells];
  for (let column = 0; column < widths.length; ) {
    const above = taken[column];
    const cell: Detailed = above ? { text: '', columns: above.columns } : detailed(waiting.shift() ?? '');
    const { columns = 1, rows = 1 } = cell;
    const width = widths.slice(column, column + columns).reduce((sum, one) => sum + twips(one), 0);
    const merge = above ? '<w:vMerge/>' : rows > 1 ? tag('vMerge', { val: 'restart' }) : '';
    made.push(cellXml(cell, width, size, merge));
    const left = (above?.left ?? rows) - 1;
    taken[column] = left > 0 ? { left, columns } : undefined;
    column += columns;
  }
  const least = height === undefined ? '' : tag('trHeight', { val: twips(height), hRule: 'atLeast' });
  return `<w:tr><w:trPr><w:cantSplit/>${least}${head ? '<w:tblHeader/>' : ''}</w:trPr>${made.join('')}</w:tr>`;
}

const line = { val: 'single', sz: 4, space: 0, color: 'auto' };
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => tag(side, line))
  .join('');
const { side, above } = padding;
const margins = [
  tag('top', { w: above, type: 'dxa' }),
  tag('left', { w: side, type: 'dxa' }),
  tag('bottom', { w: above, type: 'dxa' }),
  tag('right', { w: side, type: 'dxa' }),
].join('');

/**
 * A table with lines around every cell; its rows do not break over pages. Two tables without a paragraph between
 * them become one: put a `gap` there.
 * @param widths of the columns, in millimetres
 * @param size of the text, in points
 */
export function table(rows: readonly Row[], widths: readonly number[], size: number = sizes.five): Block {
  const whole = widths.reduce((sum, one) => sum + twips(one), 0);
  const properties = [
    tag('tblW', { w: whole, type: 'dxa' }),
    tag('jc', { val: 'center' }),
    `<w:tblBorders>${borders}</w:tblBorders>`,
    tag('tblLayout', { type: 'fixed' }),
    `<w:tblCellMar>${margins}</w:tblCellMar>`,
  ];
  const grid = widths.map((width) => tag('gridCol', { w: twips(width) }));
  const taken: (Taken | undefined)[] = [];
  const made = rows.map((row) => rowXml(row, widths, size, taken));
  return {
    xml: `<w:tbl><w:tblPr>${properties.join('')}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${made.join('')}</w:tbl>`,
  };
}

/** A cell that names what stands beside or below it. */
export function label(text: string, more: Omit<Detailed, 'text'> = {}): Cell {
  return { text, font: 'hei', align: 'center', fill: 'F2F2F2', ...more };
}

/** A table of rows under a head that is repeated on every page. */
export function rowsTable(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  size?: number,
): Block {
  const top: Row = { cells: head.map((text) => label(text)), head: true };
  return table([top, ...rows.map((cells) => ({ cells }))], widths, size);
}

/**
 * Names and values in pairs, several of them in a row.
 * @param widths of a name and a value, in millimetres, for each pair of a row
 */
export function keyValueTable(
  entries: readonly (readonly [string, Cell])[],
  widths: readonly number[],
  size?: number,
): Block {
  return table(keyValueRows(entries, widths.length), widths, size);
}

/** The rows of a table of names and values, for tables that have other rows too. */
export function keyValueRows(entries: readonly (readonly [string, Cell])[], columns: number): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < entries.length; at += columns / 2) {
    const cells = entries.slice(at, at + columns / 2).flatMap(([name, value]) => [label(name), value]);
    rows.push({ cells });
  }
  return rows;
}
