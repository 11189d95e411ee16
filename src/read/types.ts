/** One row as the file has it; `row` is the line of the CSV (its first, 1-based) or the row number of the sheet. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * What a file is, told from its content. `cells` read from sheets are text: dates as `YYYY-MM-DD` (with ` HH:MM:SS`
 * where there is a time), booleans as TRUE/FALSE, numbers as the shortest decimal text; a number of 16 or more
 * digits (an ID that the sheet has rounded) in the form `3.30482196305151E+17`.
 */
export type FileKind = 'csv' | 'xlsx' | 'workbook';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** One table that can be read out of a file: the CSV itself, or one sheet. */
export interface TableRef {
  readonly file: string;
  readonly kind: FileKind;
  /** Sheet name; null for CSV. */
  readonly sheet: string | null;
  /** Position of the sheet in the workbook, 0-based; 0 for CSV. */
  readonly sheetIndex: number;
  readonly hidden: boolean;
  /** CSV only. */
  readonly encoding: Encoding | null;
  /** CSV only: `,` tab `;` or `|`. */
  readonly delimiter: string | null;
}

/** A row or cell that could not be read as it should; `kind` is a key of messages/problems.ts. */
export interface ReadProblem {
  readonly row: number;
  readonly kind: string;
  /** Column index, where one cell is meant. */
  readonly column?: number;
  readonly value?: string;
  /** True if the row is lost by it (a reject); false if only a cell or nothing is. */
  readonly rejected: boolean;
}

/** What a reader tells of a table after its last row. */
export interface TableEnd {
  /** Rows that stand in the file: rows given + rejected + blank. */
  readonly rows: number;
  readonly blank: number;
  readonly rejected: number;
}

export interface RowSink {
  /** Takes one row; return false to stop reading early. */
  row(row: number, cells: string[]): boolean | undefined;
  problem(problem: ReadProblem): void;
  /** Awaited now and then between rows: where rows go on to a slower reader. */
  pause?(): Promise<void>;
}

export interface OpenOptions {
  /** Overrides what the content says. */
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  /** Only this sheet: its name, or its position from 1 on where no sheet has that name. */
  readonly sheet?: string;
  /** For protected workbooks. */
  readonly password?: string;
}
