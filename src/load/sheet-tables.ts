import { DibaoError } from '../errors.js';
import { PEEK } from '../read/layout.js';
import type { RawRow } from '../read/types.js';
import { isNotThisRecord } from './left-out.js';
import { seemsPerson } from './persons.js';
import type { TableLoader } from './table-loader.js';

/**
 * Rows of a sheet on their way to the loaders of its tables. Each is made once enough rows are seen to find its header;
 * where a further header comes, with other columns or under another place's title, the next begins.
 */
export class SheetTables {
  readonly made: TableLoader[] = [];
  /** Why the sheet is none of this record set. */
  failed: DibaoError | null = null;
  /** Rows with what looks like an ID number in a sheet that is none of this record set. */
  persons = 0;
  #current: TableLoader | null = null;
  #head: RawRow[] = [];
  /** Rows of the head that an earlier table has accounted for: they are the title of this one. */
  #told = 0;
  readonly #make: (head: readonly RawRow[], table: number) => TableLoader;

  /** @param make makes the loader of the n-th table of the sheet, from its first rows */
  constructor(make: (head: readonly RawRow[], table: number) => TableLoader) {
    this.#make = make;
  }

  row(row: number, cells: readonly string[]): void {
    if (this.failed) this.#look(cells);
    else if (this.#current) this.#take(this.#current, row, cells);
    else {
      this.#head.push({ row, cells: [...cells] });
      if (this.#head.length - this.#told === PEEK) this.#start();
    }
  }

  /** No row comes any more: what is in hand is all there is of the last table, or of several. */
  end(): void {
    while (!this.#current && !this.failed) this.#start();
  }

  /** Begins the table whose first rows are in hand. */
  #start(): void {
    const head = this.#head;
    const told = this.#told;
    const table = this.made.length;
    let made: TableLoader;
    try {
      made = this.#make(head, table);
    } catch (error) {
      if (!(error instanceof DibaoError)) throw error;
      const row = head[told]?.row;
      if (table > 0) throw new DibaoError(error.code, { ...error.values }, { ...error.place, row });
      if (!isNotThisRecord(error)) throw error;
      this.failed = error;
      for (const { cells } of head) this.#look(cells);
      return;
    }
    this.made.push(made);
    this.#current = made;
    this.#head = [];
    head.forEach(({ row, cells }, index) => {
      if (index < told) return;
      if (index < made.layout.dataFrom) made.loader.skip();
      else this.row(row, cells);
    });
  }

  #take(made: TableLoader, row: number, cells: readonly string[]): void {
    const { title } = made.watch;
    if (made.watch.at(row, cells) === null) {
      made.loader.accept(row, cells);
      return;
    }
    // A title that says the village alone leaves the township to the one above all tables.
    const above = this.made[0]?.layout.preamble ?? [];
    this.#head = [...title, ...above, { row, cells: [...cells] }];
    this.#told = this.#head.length - 1;
    this.#current = null;
  }

  #look(cells: readonly string[]): void {
    if (seemsPerson(cells)) this.persons++;
  }
}
