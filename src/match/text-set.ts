import { IdSet } from './id-set.js';

/**
 * A set of texts (names, household numbers) by 63 bits of hash, in memory that worker threads share as IdSet's is. A
 * text that is in it is always found; one that is not is found by chance less than once in 10^11 for ten million texts,
 * and costs the caller a row looked at for nothing.
 */
export class TextSet {
  readonly #set: IdSet;

  /** `expected`: how many texts to make room for at once; `shared`: see from(). */
  constructor(expected = 0, set: IdSet = new IdSet(expected)) {
    this.#set = set;
  }

  /** The same set in another thread, from `shared` of the finished one. */
  static from(shared: SharedArrayBuffer): TextSet {
    return new TextSet(0, IdSet.from(shared));
  }

  get shared(): SharedArrayBuffer {
    return this.#set.shared;
  }

  get size(): number {
    return this.#set.size;
  }

  has(text: string): boolean {
    hashText(text);
    return this.#set.has(high, low);
  }

  /** Adds a text; false if it was there. */
  add(text: string): boolean {
    hashText(text);
    return this.#set.add(high, low);
  }
}

// Two results without an object for each call.
let high = 0;
let low = 0;

/** Two independent multiply-xor mixes over the UTF-16 code units, each finished as MurmurHash3 does. */
function hashText(text: string): void {
  let a = 0x811c9dc5 ^ text.length;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x85ebca6b);
    a ^= a >>> 15;
    b = Math.imul(b + unit, 0xc2b2ae35);
    b ^= b >>> 13;
  }
  a = Math.imul(a ^ (a >>> 16), 0x7feb352d);
  b = Math.imul(b ^ (b >>> 16), 0x846ca68b);
  // IdSet keeps high + 1 and takes 0 for free: the sign bit is left out.
  high = (a ^ (a >>> 13)) & 0x7ffffffe;
  low = b ^ (b >>> 16);
}
