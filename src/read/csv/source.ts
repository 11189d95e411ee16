import { createHash, type Hash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import type { Encoding } from '../types.js';
import { openFile } from './open-file.js';
import { Utf8Proof } from './utf8-proof.js';
import { Utf16ToUtf8 } from './utf16.js';

export interface SourceOptions {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark to skip. */
  readonly bomLength: number;
  /** UTF-8 by the head alone (detectEncoding): proven while it is read. */
  readonly unproven?: boolean;
  /** False where nobody wants the file's digest: it takes as long as to find the records. */
  readonly digest?: boolean;
  /** Bytes of the buffer at the start; it doubles while a record does not fit. For tests. */
  readonly chunkSize?: number;
}

/** What is read, hashed and scanned at once stays in the processor's cache meanwhile. */
export const CHUNK = 512 << 10;

// Room for a surrogate left over from the chunk before, and for a four-byte character.
const SLACK = 8;

const wordsOf = ({ buffer, byteOffset, length }: Buffer): Int32Array =>
  new Int32Array(buffer, byteOffset, length / Int32Array.BYTES_PER_ELEMENT);

/**
 * The bytes of a file through one buffer: data is buffer[0, end). UTF-16 comes as UTF-8. The SHA-256 is that of the
 * file's own bytes.
 */
export class ByteSource {
  buffer: Buffer;
  /** The same bytes as 32-bit words; their number is even. */
  words: Int32Array;
  end = 0;
  eof = false;
  bytes = 0;
  readonly #fd: number;
  readonly #hash: Hash | null;
  readonly #utf16: Utf16ToUtf8 | null;
  #raw: Buffer = Buffer.alloc(0);
  #skip: number;
  readonly #proof: Utf8Proof | null;

  /** @param buffer to use at the start; a larger one takes its place where a record does not fit */
  constructor(path: string, options: SourceOptions, buffer?: Buffer) {
    const size = Math.ceil(Math.max(options.chunkSize ?? CHUNK, 2 * SLACK) / 8) * 8;
    this.buffer = buffer ?? Buffer.allocUnsafeSlow(size);
    this.words = wordsOf(this.buffer);
    this.#skip = options.bomLength;
    this.#hash = options.digest === false ? null : createHash('sha256');
    const { encoding } = options;
    this.#utf16 =
      encoding === 'utf-16le' || encoding === 'utf-16be' ? new Utf16ToUtf8(encoding === 'utf-16le') : null;
    this.#proof = options.unproven === true ? new Utf8Proof() : null;
    this.#fd = openFile(path).fd;
  }

  /**
   * Moves what stands from `keep` on to the front and reads more behind it; sets eof when there is no more.
   * @throws NotUtf8Error where the encoding was unproven, and is another
   */
  refill(keep: number): void {
    if (keep > 0) {
      this.buffer.copyWithin(0, keep, this.end);
      this.end -= keep;
    }
    if (this.buffer.length - this.end < 2 * SLACK) this.#grow();
    if (this.#utf16 === null) this.#readPlain();
    else this.#readUtf16(this.#utf16);
  }

  /** In hex; '' where nobody wanted it. */
  sha256(): string {
    return this.#hash?.digest('hex') ?? '';
  }

  close(): void {
    closeSync(this.#fd);
  }

  #grow(): void {
    const buffer = Buffer.allocUnsafeSlow(this.buffer.length * 2);
    this.buffer.copy(buffer, 0, 0, this.end);
    this.buffer = buffer;
    this.words = wordsOf(buffer);
  }

  #read(target: Buffer, at: number, length: number): number {
    const got = readSync(this.#fd, target, at, length, null);
    this.#hash?.update(target.subarray(at, at + got));
    this.bytes += got;
    if (got === 0) this.eof = true;
    return got;
  }

  #readPlain(): void {
    const got = this.#read(this.buffer, this.end, this.buffer.length - this.end);
    const skip = Math.min(this.#skip, got);
    if (skip > 0) {
      this.buffer.copyWithin(this.end, this.end + skip, this.end + got);
      this.#skip -= skip;
    }
    this.end += got - skip;
    this.#proof?.read(this.buffer, this.end, got - skip);
  }

  #readUtf16(utf16: Utf16ToUtf8): void {
    const room = Math.floor((this.buffer.length - this.end - SLACK) / 3) * 2;
    if (this.#raw.length < room) this.#raw = Buffer.allocUnsafeSlow(room);
    // A read may end in the middle of a unit: go on until it is whole, or the file ends.
    let length = 0;
    do length += this.#read(this.#raw, length, room - length);
    while (length % 2 === 1 && !this.eof);
    const skip = Math.min(this.#skip, length);
    this.#skip -= skip;
    const units = this.#raw.subarray(skip, length);
    this.end = utf16.write(units, units.length, this.buffer, this.end, this.eof);
  }
}
