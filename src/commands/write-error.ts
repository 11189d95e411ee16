import { DibaoError } from '../errors.js';

/** Runs `write`; what the file system refuses (no such folder, no right, disk full) becomes cannot-write. */
export async function writing<T>(file: string, write: () => T | Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof DibaoError || code === undefined) throw error;
    throw new DibaoError('cannot-write', { why: code }, { file });
  }
}
