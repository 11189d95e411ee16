import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { blocksOf } from './blocks.js';

/** A file being written beside its final name; nobody sees it before `commit`. */
export interface AtomicFile {
  /** Where the bytes stand until `commit`, for writers that want a path. */
  readonly temporary: string;
  write(chunk: string | Uint8Array): Promise<void>;
  /** Flushes to the disk and gives the file its name. */
  commit(): Promise<Written>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/** What stands in a file that was written: its size, and its SHA-256 in hex. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

export type Write = (chunk: string | Uint8Array) => Promise<void>;

/**
 * Creates the folder and its parents where missing, as its owner's alone (0700). One that is there keeps its mode: it
 * may be a shared one, and the files in it are 0600 anyway.
 */
export async function ensurePrivateDir(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** The process that writes, or wrote, a file which has not got its name yet; null for any other file's name. */
export function writerOf(name: string): number | null {
  const found = /^\..*\.tmp-(\d+)-[0-9a-f]{8}$/.exec(name);
  return found ? Number(found[1]) : null;
}

/** Opens a file (0600) beside `path` that takes its name, and its place, on `commit`. */
export async function openAtomic(path: string): Promise<AtomicFile> {
  const temporary = join(
    dirname(path),
    `.${basename(path)}.tmp-${process.pid}-${randomBytes(4).toString('hex')}`,
  );
  const file: FileHandle = await open(temporary, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    temporary,
    async write(chunk) {
      hash.update(chunk);
      bytes += Buffer.byteLength(chunk);
      await file.writeFile(chunk);
    },
    async commit() {
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
      return { bytes, sha256: hash.digest('hex') };
    },
    async discard() {
      await file.close().catch(() => undefined);
      await rm(temporary, { force: true });
    },
  };
}

/**
 * Writes a whole file or none: beside its name, flushed, then renamed; mode 0600.
 * @param content the bytes or the text, or a function that is given `write` for one piece after another
 */
export async function writeAtomic(
  path: string,
  content: string | Uint8Array | ((write: Write) => Promise<void>),
): Promise<Written> {
  const file = await openAtomic(path);
  try {
    if (typeof content === 'function') await content(file.write);
    else await file.write(content);
    return await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/** Writes texts, one after another, in pieces of a size that the disk likes. */
export async function writePieces(write: Write, texts: Iterable<string>): Promise<void> {
  for (const block of blocksOf(texts)) await write(block);
}
