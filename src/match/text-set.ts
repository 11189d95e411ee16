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

  /** has() of a text in UTF-8, bytes[start, end). */
  hasUtf8(bytes: Uint8Array, start: number, end: number): boolean {
    hashUtf8(bytes, start, end);
    return this.#set.has(high, low);
  }

  /** add() of a text in UTF-8. */
  addUtf8(bytes: Uint8Array, start: number, end: number): boolean {
    hashUtf8(bytes, start, end);
    return this.#set.add(high, low);
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

/**
 * Two independent multiply-xor mixes over the UTF-16 code units, begun with their number, each finished as MurmurHash3
 * does.
 */
function hashText(text: string): void {
  begin(text.length);
  for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i));
  finish();
}

/** The same of a text's (valid) UTF-8. */
function hashUtf8(bytes: Uint8Array, start: number, end: number): void {
  let units = 0;
  // A character of four bytes is two units; all others are one.
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte >> 6 !== 2) units += byte >= 0xf0 ? 2 : 1;
  }
  begin(units);
  for (let i = start; i < end; i++) {
    const first = bytes[i] as number;
    if (first < 0x80) {
      mix(first);
      continue;
    }
    const second = (bytes[++i] as number) & 0x3f;
    if (first < 0xe0) {
      mix(((first & 0x1f) << 6) | second);
      continue;
    }
    const third = (bytes[++i] as number) & 0x3f;
    if (first < 0xf0) {
      mix(((first & 0xf) << 12) | (second << 6) | third);
      continue;
    }
    const point =
      (((first & 7) << 18) | (second << 12) | (third << 6) | ((bytes[++i] as number) & 0x3f)) - 0x10000;
    mix(0xd800 | (point >> 10));
    mix(0xdc00 | (point & 0x3ff));
  }
  finish();
}

function begin(length: number): void {
  high = 0x811c9dc5 ^ length;
  low = 0x9747b28c;
}

function mix(unit: number): void {
  high = Math.imul(high ^ unit, 0x85ebca6b);
  high ^= high >>> 15;
  low = Math.imul(low + unit, 0xc2b2ae35);
  low ^= low >>> 13;
}

function finish(): void {
  const a = Math.imul(high ^ (high >>> 16), 0x7feb352d);
  const b = Math.imul(low ^ (low >>> 16), 0x846ca68b);
  // IdSet keeps high + 1 and takes 0 for free: the sign bit is left out.
  high = (a ^ (a >>> 13)) & 0x7ffffffe;
  low = b ^ (b >>> 16);
}
