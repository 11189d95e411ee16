const SLOTS = 1024;
const LONGEST_CELL = 32;
const LONGEST_VALUE = 64;

/**
 * Cells that a column has had, and the bytes that they became in the spool: a column's cells are few and come again
 * (dates, codes, amounts, villages). Each cell has one place by its hash; a later one with the same takes it.
 */
export class CellMemo {
  readonly #cells = new Uint8Array(SLOTS * LONGEST_CELL);
  /** Length of the cell, 0 for a free place: no cell that is asked for is empty. */
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #values = new Uint8Array(SLOTS * LONGEST_VALUE);
  readonly #valueLengths = new Uint8Array(SLOTS);
  #place = 0;

  /** Whether the cell buffer[start, end) is known; copy() then copies its value, keep() after false makes it known. */
  find(buffer: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if (length > LONGEST_CELL) {
      this.#place = -1;
      return false;
    }
    let hash = length;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ (buffer[i] as number), 0x01000193);
    const place = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    this.#place = place;
    if (this.#lengths[place] !== length) return false;
    const cells = this.#cells;
    let known = place * LONGEST_CELL;
    for (let i = start; i < end; i++) if (cells[known++] !== buffer[i]) return false;
    return true;
  }

  /** Copies the value of the cell that find() found; returns its end. */
  copy(out: Uint8Array, at: number): number {
    const values = this.#values;
    const from = this.#place * LONGEST_VALUE;
    const length = this.#valueLengths[this.#place] as number;
    for (let i = 0; i < length; i++) out[at + i] = values[from + i] as number;
    return at + length;
  }

  /** Keeps out[from, to) as the value of the cell that find() did not find. */
  keep(buffer: Uint8Array, start: number, end: number, out: Uint8Array, from: number, to: number): void {
    if (this.#place < 0 || to - from > LONGEST_VALUE) return;
    this.#cells.set(buffer.subarray(start, end), this.#place * LONGEST_CELL);
    this.#lengths[this.#place] = end - start;
    this.#values.set(out.subarray(from, to), this.#place * LONGEST_VALUE);
    this.#valueLengths[this.#place] = to - from;
  }
}
