import { closeSync, openSync, writeSync } from 'node:fs';

const FLUSH = 1 << 20;

/** A file of canonical CSV lines on their way to DuckDB: UTF-8, every value quoted, an empty one NULL. */
export class Spool {
  readonly path: string;
  rows = 0;
  #fd: number | null = null;
  #text = '';

  constructor(path: string) {
    this.path = path;
  }

  /** Adds one line; values are canonical texts, '' for none. */
  add(source: number, values: readonly string[]): void {
    let line = String(source);
    for (const value of values) {
      if (value === '') line += ',';
      else if (value.includes('"')) line += `,"${value.replaceAll('"', '""')}"`;
      else line += `,"${value}"`;
    }
    this.#text += `${line}\n`;
    this.rows++;
    if (this.#text.length > FLUSH) this.#flush();
  }

  close(): void {
    this.#flush();
    if (this.#fd !== null) closeSync(this.#fd);
    this.#fd = null;
  }

  #flush(): void {
    if (this.#text === '') return;
    this.#fd ??= openSync(this.path, 'wx', 0o600);
    const bytes = Buffer.from(this.#text, 'utf8');
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd, bytes, at);
    this.#text = '';
  }
}
