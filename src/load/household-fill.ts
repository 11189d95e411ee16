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

  /** @param broken the row has a number of its own that cannot be used: it must not get another household's */
  fill(values: string[], broken: boolean): void {
    if (broken) {
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
