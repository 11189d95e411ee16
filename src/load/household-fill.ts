import { isUnusable } from './row-values.js';

/** The household number of roster rows: their own, or the one above in the same table (REGISTERS.md). */
export class HouseholdFill {
  readonly #slot: number;
  readonly #prefix: string;
  #last = '';

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
    if (own !== '') this.#last = `${this.#prefix}${own}`;
    values[this.#slot] = this.#last;
  }

  forget(): void {
    this.#last = '';
  }
}
