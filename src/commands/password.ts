import { readFile } from 'node:fs/promises';
import { DibaoError } from '../errors.js';

/** The first line of a password file: a password is never an argument. */
export async function readPassword(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).split(/\r?\n/, 1)[0] ?? '';
  } catch {
    throw new DibaoError('file-missing', {}, { file });
  }
}
