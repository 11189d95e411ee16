import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readRunHouseholds } from '../cases/read-cases.js';
import { focusOf } from '../cases/read-focus.js';
import { DibaoError } from '../errors.js';
import { reportFiles } from '../files/run-files.js';

async function damaged<T>(run: string, name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new DibaoError(
      'run-damaged',
      { name, why: (error as NodeJS.ErrnoException).code ?? '' },
      { file: run },
    );
  }
}

/**
 * Numbers of the households that a case of a run names.
 * @param dir the run's folder, absolute
 * @param shown the folder as messages name it
 * @throws DibaoError run-damaged
 */
export async function flaggedIn(dir: string, shown: string): Promise<Set<string>> {
  const name = reportFiles.households;
  return damaged(shown, name, async () => {
    const found = new Set<string>();
    for await (const { household_id } of readRunHouseholds(path.join(dir, name))) found.add(household_id);
    return found;
  });
}

/**
 * Numbers of the households that a run lists to be looked at hardest.
 * @throws DibaoError run-damaged
 */
export async function focusIn(dir: string, shown: string): Promise<Set<string>> {
  const name = reportFiles.focus;
  return damaged(shown, name, async () => focusOf(await readFile(path.join(dir, name), 'utf8')));
}
