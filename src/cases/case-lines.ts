import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Where a line stands in its file. */
export interface LinePlace {
  /** Of its first byte. */
  readonly at: number;
  /** Without the line end. */
  readonly bytes: number;
}

export interface PlacedLine extends LinePlace {
  readonly text: string;
}

const LF = 10;

/**
 * The lines of an NDJSON file with their places, so that single ones can be read again: of a hundred thousand cases only
 * the places need stay in memory. Blank lines are passed over.
 */
export async function* placedLines(file: string): AsyncGenerator<PlacedLine> {
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  const line = (bytes: Buffer): PlacedLine => ({ text: bytes.toString('utf8'), at, bytes: bytes.length });
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    const data: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = data.indexOf(LF); end >= 0; end = data.indexOf(LF, from)) {
      const one = line(data.subarray(from, end));
      if (one.text.trim() !== '') yield one;
      at += end + 1 - from;
      from = end + 1;
    }
    rest = data.subarray(from);
  }
  const last = line(rest);
  if (last.text.trim() !== '') yield last;
}

/** Reads single lines of a file by their places. */
export class LineReader {
  readonly #file: string;
  #handle: FileHandle | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  async read({ at, bytes }: LinePlace): Promise<string> {
    this.#handle ??= await open(this.#file, 'r');
    const block = Buffer.alloc(bytes);
    const { bytesRead } = await this.#handle.read(block, 0, bytes, at);
    if (bytesRead !== bytes) throw new Error('the file is shorter than it was');
    return block.toString('utf8');
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = null;
  }
}
