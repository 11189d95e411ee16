import { isValidId18, packId } from '../normalise/index.js';
import type { IdSet } from './id-set.js';
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

function addPacked({ packed }: FoundPersons, to: IdSet): void {
  for (let i = 0; i < packed.length; i += 2) to.add(packed[i] as number, packed[i + 1] as number);
}

/** Makes the persons found ones of interest. */
export function addFound(found: FoundPersons, interest: Interest): void {
  addPacked(found, interest.ids);
  for (const id of found.texts) interest.addId(id);
}

/** Makes the persons found leads: by a valid number alone, as nobody on no roster is told by another. */
export function addLeads(found: FoundPersons, interest: Interest): void {
  addPacked(found, interest.leads);
}
