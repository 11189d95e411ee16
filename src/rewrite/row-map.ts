/** The last row that a sheet can have, by ECMA-376. */
export const LAST_ROW = 1_048_576;

/** Where rows stand once others have left. Rows from 1. */
export class RowMap {
  readonly #removed: Int32Array;
  readonly #set: ReadonlySet<number>;

  constructor(removed: ReadonlySet<number>) {
    this.#set = removed;
    this.#removed = Int32Array.from(removed).sort();
  }

  get isEmpty(): boolean {
    return this.#removed.length === 0;
  }

  isRemoved(row: number): boolean {
    return this.#set.has(row);
  }

  /** How many rows up to this one have left. */
  #upTo(row: number): number {
    let low = 0;
    let high = this.#removed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#removed[middle] ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many rows leave from the first to the last. */
  count(first: number, last: number): number {
    return this.#upTo(last) - this.#upTo(first - 1);
  }

  /** The new number of a row; of one that has left, that of the next one that stays. */
  nearest(row: number): number {
    let at = row;
    while (this.#set.has(at)) at++;
    return at - this.#upTo(at);
  }

  /** What is left of the rows from the first to the last; null where none is. An end at the sheet's own end stays. */
  range(first: number, last: number): readonly [number, number] | null {
    const start = this.nearest(first);
    const end = last >= LAST_ROW ? last : last - this.#upTo(last);
    return end < start ? null : [start, end];
  }
}
