import { isUnusable } from './row-values.js';

const LONGEST = 64;

/** The household number of roster rows: their own, or the one above in the same table (REGISTERS.md). */
export class HouseholdFill {
  readonly #slot: number;
  readonly #prefix: string;
  #last = '';
  /** The number of a row taken by its bytes; asked for only where a row without one follows. */
  readonly #bytes = Buffer.alloc(LONGEST);
  #held = 0;

  /** @param prefix stands before numbers that are only serial numbers within their file; '' where they are not */
  constructor(slot: number, prefix: string) {
    this.#slot = slot;
    this.#prefix = prefix;
  }

  /**
   * @param problem what is wrong with the row's own number; one that cannot be used joins no two households, and the
   *   row must not get another's
   * @param alone a number for a row that is a household by itself, in place of one that cannot be used; '' for none
   */
  fill(values: string[], problem: string | null, alone: string): void {
    if (problem !== null && (values[this.#slot] === '' || isUnusable(problem))) {
      values[this.#slot] = alone;
      this.forget();
      return;
    }
    const own = values[this.#slot] ?? '';
    if (this.#held > 0) this.#last = this.#bytes.toString('utf8', 0, this.#held);
    this.#held = 0;
    if (own !== '') this.#last = `${this.#prefix}${own}`;
    values[this.#slot] = this.#last;
  }

  /** Whether the row before was taken by its bytes and had this number. */
  holds(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start !== this.#held) return false;
    for (let i = start; i < end; i++) if (this.#bytes[i - start] !== bytes[i]) return false;
    return true;
  }

  /** Takes the canonical number of a row with one of its own, as UTF-8; false if it is too long. */
  remember(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > LONGEST) return false;
    for (let i = start; i < end; i++) this.#bytes[i - start] = bytes[i] as number;
    this.#held = end - start;
    return true;
  }

  forget(): void {
    this.#last = '';
    this.#held = 0;
  }
}
