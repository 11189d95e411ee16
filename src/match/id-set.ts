const HEADER = 4;
const CAPACITY = 0;
const SIZE = 1;
/** Filled to 3/4 at most: linear probing stays short. */
const fits = (size: number, capacity: number): boolean => size * 4 <= capacity * 3;

/** Words of a set of that capacity: the header, two a slot, and the filter of eight bits a slot. */
const words = (capacity: number): number => HEADER + capacity * 2 + capacity / 4;

/** Bytes of the shared memory of a set made for `size` numbers. */
export function idSetBytes(size: number): number {
  let capacity = 1024;
  while (!fits(size, capacity)) capacity *= 2;
  return words(capacity) * Int32Array.BYTES_PER_ELEMENT;
}

function hash(high: number, low: number): number {
  let h = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** A number sets two bits of one word: of others, 1 to 4 in 100 find both set; with a bit each it were 5 to 9. */
const bitsOf = (h: number): number => (1 << (h & 31)) | (1 << (h >>> 27));

/**
 * A set of ID numbers, each packed as two integers (high ≥ 0; see normalise/id.ts), in memory that worker threads share:
 * one thread builds it, then any thread reads it through `IdSet.from(set.shared)`. Ten million numbers take 151 MB,
 * and 227 MB for the moment in which it grows. Most numbers asked for are not in it: a filter, small enough for the
 * processor's cache, answers for nearly all of these.
 */
export class IdSet {
  #table: Int32Array;
  #mask: number;

  /** `expected`: how many numbers to make room for at once; the set grows beyond that. */
  constructor(expected = 0) {
    const bytes = idSetBytes(expected);
    this.#table = new Int32Array(new SharedArrayBuffer(bytes));
    this.#mask = ((bytes / Int32Array.BYTES_PER_ELEMENT - HEADER) / 9) * 4 - 1;
    this.#table[CAPACITY] = this.#mask + 1;
  }

  /** The same set in another thread, from `shared` of the finished one. */
  static from(shared: SharedArrayBuffer): IdSet {
    const set = new IdSet();
    set.#table = new Int32Array(shared);
    set.#mask = (set.#table[CAPACITY] as number) - 1;
    return set;
  }

  /** The memory to post to a worker. It is another one after an add() that made the set grow. */
  get shared(): SharedArrayBuffer {
    return this.#table.buffer as SharedArrayBuffer;
  }

  get size(): number {
    return this.#table[SIZE] as number;
  }

  /** The filter's bytes as they are now, and the place of its last bit: who is not in it is not in the set. */
  get filter(): { readonly bytes: Uint8Array; readonly mask: number } {
    const bytes = new Uint8Array(
      this.#table.buffer,
      this.#filter * Int32Array.BYTES_PER_ELEMENT,
      this.#mask + 1,
    );
    return { bytes, mask: this.#mask * 8 + 7 };
  }

  has(high: number, low: number): boolean {
    const h = hash(high, low);
    const bits = bitsOf(h);
    const word = this.#table[this.#filter + this.#wordOf(h)] as number;
    return (word & bits) === bits && this.#table[this.#slot(high, low)] !== 0;
  }

  get #filter(): number {
    return HEADER + this.#mask * 2 + 2;
  }

  #wordOf(h: number): number {
    return (h & (this.#mask * 8 + 7)) >>> 5;
  }

  #mark(high: number, low: number): void {
    const h = hash(high, low);
    const word = this.#filter + this.#wordOf(h);
    this.#table[word] = (this.#table[word] as number) | bitsOf(h);
  }

  /** Adds a number; false if it was there. */
  add(high: number, low: number): boolean {
    const slot = this.#slot(high, low);
    if (this.#table[slot] !== 0) return false;
    this.#table[slot] = high + 1;
    this.#table[slot + 1] = low;
    this.#mark(high, low);
    const size = this.size + 1;
    this.#table[SIZE] = size;
    if (!fits(size + 1, this.#mask + 1)) this.#grow();
    return true;
  }

  /** Where the number stands, or the free slot where it would. A slot holds high + 1, so that 0 is free. */
  #slot(high: number, low: number): number {
    const table = this.#table;
    const mask = this.#mask;
    const key = high + 1;
    for (let index = hash(high, low) & mask; ; index = (index + 1) & mask) {
      const slot = HEADER + index * 2;
      const found = table[slot];
      if (found === 0 || (found === key && table[slot + 1] === low)) return slot;
    }
  }

  #grow(): void {
    const old = this.#table;
    const end = this.#filter;
    const capacity = (this.#mask + 1) * 2;
    this.#table = new Int32Array(new SharedArrayBuffer(words(capacity) * Int32Array.BYTES_PER_ELEMENT));
    this.#mask = this.#mask * 2 + 1;
    this.#table[CAPACITY] = this.#mask + 1;
    this.#table[SIZE] = old[SIZE] as number;
    for (let from = HEADER; from < end; from += 2) {
      const key = old[from] as number;
      if (key === 0) continue;
      const low = old[from + 1] as number;
      const slot = this.#slot(key - 1, low);
      this.#table[slot] = key;
      this.#table[slot + 1] = low;
      this.#mark(key - 1, low);
    }
  }
}
