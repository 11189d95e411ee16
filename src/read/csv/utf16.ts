const HIGH = 0xd800;
const LOW = 0xdc00;
const LAST = 0xdfff;

/**
 * UTF-16 to UTF-8, chunk by chunk. A lone surrogate becomes its three-byte form and an odd last byte 0xFF: neither is
 * valid UTF-8, so the record that holds it is rejected as undecodable and no other one.
 */
export class Utf16ToUtf8 {
  readonly #low: 0 | 1;
  #high = 0;

  constructor(littleEndian: boolean) {
    this.#low = littleEndian ? 0 : 1;
  }

  /**
   * Writes source[0, length) to `target` from `at` on and returns the end of what was written: at most three bytes for
   * every two of the source, and three more. `length` is even except at the end of the file.
   */
  write(source: Uint8Array, length: number, target: Uint8Array, at: number, last: boolean): number {
    const low = this.#low;
    const even = length & ~1;
    let high = this.#high;
    let o = at;
    for (let i = 0; i < even; i += 2) {
      const unit = (source[i + low] as number) | ((source[i + 1 - low] as number) << 8);
      if (high !== 0) {
        if (unit >= LOW && unit <= LAST) {
          const point = 0x10000 + ((high - HIGH) << 10) + (unit - LOW);
          target[o++] = 0xf0 | (point >> 18);
          target[o++] = 0x80 | ((point >> 12) & 0x3f);
          target[o++] = 0x80 | ((point >> 6) & 0x3f);
          target[o++] = 0x80 | (point & 0x3f);
          high = 0;
          continue;
        }
        o = writeThree(high, target, o);
        high = 0;
      }
      if (unit < 0x80) target[o++] = unit;
      else if (unit < 0x800) {
        target[o++] = 0xc0 | (unit >> 6);
        target[o++] = 0x80 | (unit & 0x3f);
      } else if (unit >= HIGH && unit < LOW) high = unit;
      else o = writeThree(unit, target, o);
    }
    if (last) {
      if (high !== 0) o = writeThree(high, target, o);
      high = 0;
      if (even !== length) target[o++] = 0xff;
    }
    this.#high = high;
    return o;
  }
}

function writeThree(unit: number, target: Uint8Array, at: number): number {
  target[at] = 0xe0 | (unit >> 12);
  target[at + 1] = 0x80 | ((unit >> 6) & 0x3f);
  target[at + 2] = 0x80 | (unit & 0x3f);
  return at + 3;
}
