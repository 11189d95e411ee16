import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { DibaoError } from '../errors.js';
import { Chainer } from './chain.js';
import { type ChainNames, type Head, writeHead } from './chain-file.js';
import type { Happening, LedgerEvent } from './events.js';

type By = Pick<LedgerEvent, 'at' | 'who' | 'command'>;

/** Happenings, one at a time where they are many. */
export type Happenings = Iterable<Happening> | AsyncIterable<Happening>;

const BLOCK = 1 << 20;

/** The lines of one transaction in blocks; only the last line says that it ends. */
async function* blocksOf(chainer: Chainer, happenings: Happenings): AsyncGenerator<Buffer> {
  let text = '';
  let held: Happening | null = null;
  for await (const happening of happenings) {
    if (held) text += chainer.line(held, false);
    held = happening;
    if (text.length < BLOCK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (held) yield Buffer.from(text + chainer.line(held, true));
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<number> {
  let written = 0;
  // A full disk takes a part first, and refuses the rest.
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
  return written;
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EBUSY']);

/** What a log that cannot be written is to the user; any other error as it is. */
export function unwritable(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !FULL.has(code)) return error;
  return new DibaoError('ledger-unwritable', { reason: code }, { file });
}

/** Writes transactions behind a log, each all or nothing. Its user holds the log's lock. */
export class ChainWriter {
  readonly #folder: string;
  readonly #names: ChainNames;
  readonly #by: By;
  #last: Head;
  #end: number;

  /** @param end bytes of the whole transactions that are there */
  constructor(folder: string, names: ChainNames, by: By, last: Head, end: number) {
    this.#folder = folder;
    this.#names = names;
    this.#by = by;
    this.#last = last;
    this.#end = end;
  }

  /**
   * Writes one transaction, flushed to the disk, then the head. Where that fails, the log is as before.
   * @throws DibaoError ledger-unwritable
   */
  async append(happenings: Happenings): Promise<void> {
    const chainer = new Chainer(this.#last, this.#by);
    try {
      const end = await this.#write(chainer, happenings);
      if (chainer.seq === this.#last.seq) return;
      this.#end = end;
      this.#last = { seq: chainer.seq, hash: chainer.hash };
      await writeHead(this.#folder, this.#names, this.#last);
    } catch (error) {
      throw unwritable(error, this.#names.log);
    }
  }

  async #write(chainer: Chainer, happenings: Happenings): Promise<number> {
    const file = await open(join(this.#folder, this.#names.log), 'r+');
    let end = this.#end;
    try {
      // What was cut off goes first: a line behind it would never be read.
      await file.truncate(end);
      for await (const block of blocksOf(chainer, happenings)) end += await writeAll(file, block, end);
      await file.sync();
      return end;
    } catch (error) {
      // Without its last line the transaction counts for nothing, even where this fails too.
      await file.truncate(this.#end).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
  }
}
