import { closeSync, readFileSync, readSync } from 'node:fs';
import { DibaoError } from '../../errors.js';
import { openFile } from '../csv/open-file.js';
import { limits } from './limits.js';

const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** True if the file is an OLE2 container: an .xls, or an .xlsx under a password. Throws what openFile() throws. */
export function isOle2(path: string): boolean {
  const { fd } = openFile(path);
  try {
    const head = Buffer.alloc(MAGIC.length);
    readSync(fd, head, 0, head.length, 0);
    return head.equals(MAGIC);
  } finally {
    closeSync(fd);
  }
}

/**
 * A whole file that cannot be streamed.
 * @throws DibaoError what openFile() throws, workbook-too-large.
 */
export function wholeFile(path: string): Buffer {
  const { fd, size } = openFile(path);
  try {
    if (size > limits.wholeBytes) throw tooLarge(path);
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** The error for a workbook that would have to be held in memory whole. */
export function tooLarge(path: string): DibaoError {
  const limit = Math.floor(limits.wholeBytes / 1024 / 1024);
  return new DibaoError('workbook-too-large', { limit }, { file: path });
}

interface Cfb {
  read(data: Buffer, options: { type: 'buffer' }): unknown;
  find(container: unknown, path: string): { content?: Uint8Array } | null;
}

/** The streams of an OLE2 container that are asked for; null where it has none of that name. */
export async function ole2Streams(bytes: Buffer, names: readonly string[]): Promise<(Buffer | null)[]> {
  const { CFB } = (await import('xlsx')) as unknown as { CFB: Cfb };
  let container: unknown;
  try {
    container = CFB.read(bytes, { type: 'buffer' });
  } catch {
    return names.map(() => null);
  }
  return names.map((name) => {
    const content = CFB.find(container, name)?.content;
    return content === undefined ? null : Buffer.from(content);
  });
}
