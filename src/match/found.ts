import { isValidId18, packId } from '../normalise/index.js';
import type { Interest } from './interest.js';

/** Persons that somebody's rows name, as they go from a reader's thread to the one that keeps the set. */
export interface FoundPersons {
  /** Valid numbers, two integers each (see PackedId). */
  readonly packed: Int32Array<ArrayBuffer>;
  /** Canonical texts of the others. */
  readonly texts: readonly string[];
}

/** Collects the persons that the rows of a file name. */
export class Finder {
  #packed = new Int32Array(1 << 12);
  #used = 0;
  readonly #texts: string[] = [];

  /** Adds a person by canonical number, valid or not. */
  add(id: string): void {
    if (!isValidId18(id)) {
      this.#texts.push(id);
      return;
    }
    const { high, low } = packId(id);
    this.addPacked(high, low);
  }

  addPacked(high: number, low: number): void {
    if (this.#used + 2 > this.#packed.length) {
      const larger = new Int32Array(this.#packed.length * 2);
      larger.set(this.#packed);
      this.#packed = larger;
    }
    this.#packed[this.#used++] = high;
    this.#packed[this.#used++] = low;
  }

  get persons(): FoundPersons {
    return { packed: this.#packed.slice(0, this.#used), texts: this.#texts };
  }
}

/** Makes the persons found ones of interest. */
export function addFound({ packed, texts }: FoundPersons, interest: Interest): void {
  for (let i = 0; i < packed.length; i += 2) interest.ids.add(packed[i] as number, packed[i + 1] as number);
  for (const id of texts) interest.addId(id);
}
