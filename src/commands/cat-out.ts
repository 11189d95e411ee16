import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

const BLOCK = 1 << 18;
/** What a CSV cell cannot hold without quotes; a mark at its beginning would be taken for the file's own. */
const special = /[",\r\n]|^\uFEFF/;

/** Texts to a stream as UTF-8 in blocks; nothing is held back but the block being filled. */
export class TextOut {
  readonly #stream: Writable;
  #block = Buffer.allocUnsafeSlow(BLOCK);
  #at = 0;

  constructor(stream: Writable) {
    this.#stream = stream;
  }

  add(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    const most = text.length * 3;
    if (most > BLOCK - this.#at) this.flush();
    if (most > BLOCK) this.#stream.write(Buffer.from(text));
    else this.#at += this.#block.write(text, this.#at);
  }

  /** Writes what is waiting. */
  flush(): void {
    if (this.#at === 0) return;
    this.#stream.write(this.#block.subarray(0, this.#at));
    this.#block = Buffer.allocUnsafeSlow(BLOCK);
    this.#at = 0;
  }

  /** Waits until the reader of the stream has caught up. Throws what the stream fails with. */
  async pause(): Promise<void> {
    // Lets the stream tell its errors first: a closed pipe ends the process there.
    await setImmediate();
    const stream = this.#stream;
    while (stream.writableNeedDrain || stream.destroyed) {
      if (stream.destroyed) throw new Error('the output is closed');
      await this.#drained();
    }
  }

  #drained(): Promise<void> {
    const stream = this.#stream;
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        stream.off('drain', onDrain).off('close', onClose).off('error', onError);
        settle();
      };
      const onDrain = () => done(resolve);
      const onClose = () => done(resolve);
      const onError = (error: Error) => done(() => reject(error));
      stream.on('drain', onDrain).on('close', onClose).on('error', onError);
    });
  }
}

/** One row as CSV: LF at its end, quotes only where needed, the cells as they are (no guard against spreadsheets). */
export function rawCsvLine(cells: readonly string[]): string {
  // An empty line is no row to most readers.
  if (cells.length === 1 && cells[0] === '') return '""\n';
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? '';
    if (i > 0) line += ',';
    line += special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return `${line}\n`;
}

/** One row as NDJSON: where it is from, and its cells in order. */
export function rawJsonLine(row: number, sheet: string | null, cells: readonly string[]): string {
  return `${JSON.stringify({ row, sheet, cells })}\n`;
}
