import type { Layout } from '../read/layout.js';
import type { RawRow } from '../read/types.js';

/** How many cells the rows of a delimited file have. */
export interface TableWidth {
  /** Cells of a whole row. */
  readonly cells: number;
  /** Cells of the header's row. */
  readonly header: number;
  /** Cells up to the last that the header names: what stands behind has no name. */
  readonly named: number;
}

const isFilled = (cell: string): boolean => cell.trim() !== '';

/**
 * The width of whole rows: the header's, unless every row seen ends in a delimiter more or fewer than it, with nothing
 * behind the last column that the header names. A single row that differs from the others is never taken for whole:
 * an unquoted comma in it would shift its columns.
 */
export function tableWidth(head: readonly RawRow[], layout: Layout): TableWidth {
  const cells = head.find(({ row }) => row === layout.headerRow)?.cells ?? [];
  const header = cells.length;
  const last = Math.max(-1, ...layout.columns.map(({ index }) => index));
  const named = Math.max(last + 1, cells.findLastIndex(isFilled) + 1);
  const rows = head.slice(layout.dataFrom).filter((row) => row.cells.filter(isFilled).length > 2);
  const other = rows[0]?.cells.length ?? header;
  const isOther =
    other >= named &&
    rows.every((row) => row.cells.length === other && !row.cells.slice(named).some(isFilled));
  return { cells: isOther ? other : header, header, named };
}
