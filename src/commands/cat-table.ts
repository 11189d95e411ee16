import { PEEK } from '../read/layout.js';
import { findTableHead, type TableHead } from '../read/table-head.js';
import type { RawRow, ReadProblem, RowSink } from '../read/types.js';
import { RowProblems } from './cat-problems.js';

export interface CopySettings {
  /** Takes each row as it is to be given out. */
  readonly emit: (row: number, cells: readonly string[]) => void;
  /** Told once, before the first row, what the table looks like. */
  readonly begin: (head: TableHead) => void;
  readonly pause: () => Promise<void>;
  /** A sheet is a grid: its rows are filled up to its width. The rows of a CSV stay as they are, and are compared. */
  readonly isGrid: boolean;
}

/** One table on its way from the reader to the output. */
export class TableCopy implements RowSink {
  given = 0;
  width: number | null = null;
  header: readonly string[] = [];
  readonly problems = new RowProblems();
  readonly #settings: CopySettings;
  /** The first rows, until there are enough of them to find the header; null from then on. */
  #waiting: RawRow[] | null = [];
  #dataFrom = 0;

  constructor(settings: CopySettings) {
    this.#settings = settings;
  }

  get hasBegun(): boolean {
    return this.#waiting === null;
  }

  /** Finds the header in the table's first rows, and lets those go that are waiting. */
  begin(first: readonly RawRow[] = this.#waiting ?? []): TableHead {
    const head = findTableHead(first);
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    const { isGrid, begin } = this.#settings;
    this.width = isGrid ? Math.max(0, ...first.map(({ cells }) => cells.length)) : head.width;
    this.header = first.find(({ row }) => row === head.headerRow)?.cells ?? [];
    this.#dataFrom = head.headerRow ?? 0;
    begin({ ...head, width: this.width });
    for (const { row, cells } of waiting) this.#give(row, cells);
    return head;
  }

  row(row: number, cells: string[]): undefined {
    if (this.#waiting === null) this.#give(row, cells);
    else {
      this.#waiting.push({ row, cells });
      if (this.#waiting.length === PEEK) this.begin();
    }
    return undefined;
  }

  problem(problem: ReadProblem): void {
    this.problems.add(problem);
  }

  pause(): Promise<void> {
    return this.#settings.pause();
  }

  #give(row: number, cells: readonly string[]): void {
    this.given += 1;
    const { width } = this;
    const { isGrid, emit } = this.#settings;
    if (width !== null && cells.length !== width) {
      if (!isGrid) {
        if (row > this.#dataFrom) this.problems.addRagged(row);
      } else if (cells.length < width) {
        emit(row, [...cells, ...Array<string>(width - cells.length).fill('')]);
        return;
      }
    }
    emit(row, cells);
  }
}
