import { isUtf8 } from 'node:buffer';

/** Thrown in the midst of a file whose head was UTF-8: it is to be looked at whole, and read again. */
export class NotUtf8Error extends Error {}

/** Where the UTF-8 character begins that may be cut off at `end`: `end` itself, or up to three bytes before it. */
export function characterStart(buffer: Buffer, end: number): number {
  for (let i = end - 1; i >= 0 && i >= end - 3; i--) {
    const byte = buffer[i] as number;
    if (byte >= 0xc0) return i;
    if (byte < 0x80) return end;
  }
  return end;
}

/** Proves, piece by piece as a file is read, that it is UTF-8 throughout. */
export class Utf8Proof {
  /** Bytes at the end of what was read that may be the first of a character. */
  #open = 0;

  /**
   * @param buffer holds the file's bytes up to `end`, of which the last `got` are new; 0 at the end of the file
   * @throws NotUtf8Error
   */
  read(buffer: Buffer, end: number, got: number): void {
    const from = end - got - this.#open;
    const cut = got === 0 ? end : Math.max(from, characterStart(buffer, end));
    if (!isUtf8(buffer.subarray(from, cut))) throw new NotUtf8Error();
    this.#open = end - cut;
  }
}
