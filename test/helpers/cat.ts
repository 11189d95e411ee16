import { PassThrough, Readable, Writable } from 'node:stream';
import { cat } from '../../src/commands/cat.js';
import type { CatOptions, Context } from '../../src/commands/options.js';
import { DibaoError, type ErrorCode } from '../../src/errors.js';

/** A stream that keeps what it is given. */
export class Kept extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

/** What a command knows of a process that is none: nothing is a terminal. */
export function contextOf(stdout: Writable, stderr: Writable, more: Partial<Context> = {}): Context {
  return {
    stdin: Readable.from([]),
    stdout,
    stderr,
    colour: false,
    screen: false,
    terminal: false,
    columns: 100,
    user: 'auditor',
    cwd: process.cwd(),
    version: '0',
    arguments: [],
    quiet: false,
    unmask: false,
    onCleanup: () => () => {},
    ...more,
  };
}

export interface Catted {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Why the file was refused. */
  readonly refused: ErrorCode | null;
}

/** Runs `cat` without a process of its own: for hundreds of files. */
export async function catHere(
  file: string,
  options: Partial<Omit<CatOptions, 'context' | 'file'>> = {},
  more: Partial<Context> = {},
): Promise<Catted> {
  const stdout = new Kept();
  const stderr = new Kept();
  const context = contextOf(stdout, stderr, more);
  let code: number;
  let refused: ErrorCode | null = null;
  try {
    code = await cat({ context, file, rows: false, format: 'csv', ...options });
  } catch (error) {
    if (!(error instanceof DibaoError)) throw error;
    code = error.exit;
    refused = error.code;
  }
  return { code, stdout: stdout.bytes.toString(), stderr: stderr.bytes.toString(), refused };
}

export interface CatRow {
  readonly row: number;
  readonly sheet: string | null;
  readonly cells: readonly string[];
}

/** The rows of NDJSON output. */
export function rowsOf(ndjson: string): CatRow[] {
  return ndjson
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as CatRow);
}

/** A stream that takes one chunk at a time, each after `delay` turns of the event loop. */
export function slowReader(delay: number): { stream: PassThrough; most: () => number; text: () => string } {
  const stream = new PassThrough({ highWaterMark: 1 << 16 });
  const chunks: Buffer[] = [];
  let most = 0;
  const take = (turns: number): void => {
    most = Math.max(most, stream.writableLength + stream.readableLength);
    if (turns > 0) setImmediate(take, turns - 1);
    else {
      const chunk = stream.read(1 << 14) ?? stream.read();
      if (chunk !== null) chunks.push(chunk as Buffer);
      if (!stream.readableEnded) setImmediate(take, delay);
    }
  };
  take(delay);
  return { stream, most: () => most, text: () => Buffer.concat(chunks).toString() };
}
