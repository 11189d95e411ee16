import { closeSync, openSync, rmSync, writeSync } from 'node:fs';

const SIZE = 1 << 20;
/** Bytes that a UTF-16 code unit takes in UTF-8 at most. */
const WIDEST = 3;

/** A file of canonical CSV lines on their way to DuckDB: UTF-8, every value quoted, an empty one NULL. */
export class Spool {
  readonly path: string;
  /** Positions of the values that are written: those that the file can have at all. */
  readonly slots: readonly number[];
  rows = 0;
  #fd: number | null = null;
  // Each line goes into bytes at once: kept as text, its pieces would outlive the young generation.
  #buffer = Buffer.allocUnsafeSlow(SIZE);
  #used = 0;

  constructor(path: string, slots: readonly number[]) {
    this.path = path;
    this.slots = slots;
  }

  /** Adds one line; values are canonical texts, '' for none. */
  add(source: number, values: readonly string[]): void {
    let line = `${source}`;
    for (const slot of this.slots) {
      const value = values[slot] as string;
      if (value === '') line += ',';
      else if (value.includes('"')) line += `,"${value.replaceAll('"', '""')}"`;
      else line += `,"${value}"`;
    }
    line += '\n';
    const buffer = this.room(line.length * WIDEST);
    this.take(this.#used + buffer.write(line, this.#used, 'utf8'));
  }

  /** The bytes of the lines to come, with room for so many from `used` on. */
  room(bytes: number): Buffer {
    if (bytes > this.#buffer.length - this.#used) this.#flush();
    if (bytes > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(bytes);
    return this.#buffer;
  }

  get used(): number {
    return this.#used;
  }

  /** Adds the line that somebody has written from `used` to `end`. */
  take(end: number): void {
    this.#used = end;
    this.rows++;
  }

  close(): void {
    this.#flush();
    if (this.#fd !== null) closeSync(this.#fd);
    this.#fd = null;
  }

  /** Ends it, and leaves no file: the table is to be read again. */
  discard(): void {
    this.#used = 0;
    this.close();
    rmSync(this.path, { force: true });
  }

  #flush(): void {
    if (this.#used === 0) return;
    this.#fd ??= openSync(this.path, 'wx', 0o600);
    for (let at = 0; at < this.#used; ) at += writeSync(this.#fd, this.#buffer, at, this.#used - at);
    this.#used = 0;
  }
}
