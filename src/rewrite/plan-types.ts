/** A cell by its row as the reader numbers it (physical line, row of the sheet) and its column from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** What a cell of a remaining row is to hold. */
export interface CellChange {
  /** The cell whose content comes here, of a row that leaves perhaps; the cell itself where it is not given. */
  readonly from?: CellPlace;
  /** The new text; '' blanks the cell. Without it the content of `from` comes as it is. */
  readonly text?: string;
  /** Only where the cell holds something of its own: it lies under a merged range. */
  readonly unlessBlank?: boolean;
}

/** What becomes of one sheet, or of a CSV file. */
export interface SheetPlan {
  readonly sheet: string | null;
  readonly removed: ReadonlySet<number>;
  /** By row, then by column. */
  readonly changes: ReadonlyMap<number, ReadonlyMap<number, CellChange>>;
  /** Rows of sums below the rows that change or leave. */
  readonly subtotals: readonly number[];
  /** Columns of household numbers: what a formula has come to in them is kept, as no row could be told without. */
  readonly numbers: ReadonlySet<number>;
}

/** A range merged over several rows: where its value stands. */
export interface MergeLookup {
  /** Rows of the vertical merged range whose first column lies over this cell; null where there is none. */
  at(row: number, column: number): { readonly first: number; readonly last: number } | null;
}
