import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DibaoError } from '../errors.js';

/**
 * One file of a finished run.
 * @param dir the run's folder, absolute; `shown` as messages show it
 * @param name the file in it
 * @throws DibaoError run-unfinished where run.json is missing, run-damaged where another is missing or `read` fails
 */
export async function partOf<T>(
  dir: string,
  shown: string,
  name: string,
  read: (text: string) => T,
): Promise<T> {
  let text: string;
  try {
    text = await readFile(join(dir, name), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (name === 'run.json') throw new DibaoError('run-unfinished', {}, { file: shown });
    throw new DibaoError('run-damaged', { name, why: code ?? '' }, { file: shown });
  }
  try {
    return read(text);
  } catch {
    throw new DibaoError('run-damaged', { name, why: '' }, { file: shown });
  }
}
