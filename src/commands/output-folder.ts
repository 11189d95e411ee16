import { readdir, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { DibaoError } from '../errors.js';
import { KEPT_DATABASE } from '../explain/run-folder.js';
import { ensurePrivateDir, writerOf } from '../files/atomic.js';
import { reportFiles } from '../files/run-files.js';
import { isRunning } from '../ledger/holder.js';

const OWN = new Set<string>([...Object.values(reportFiles), 'rejects.csv', KEPT_DATABASE]);

/** What a run writes, or had begun to write when it was cut off. */
export function isOurs(name: string): boolean {
  return OWN.has(name) || name.startsWith('.dibao-') || writerOf(name) !== null;
}

/** Process whose temporary folder or half-written file this is; null where it is none. */
export function ownerOf(name: string): number | null {
  const owner = /^\.dibao-(\d+)-/.exec(name);
  return owner ? Number(owner[1]) : writerOf(name);
}

/** Takes away what a run left that was killed before it could: people's data must not stay behind. */
async function removeLeftovers(dir: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const owner = ownerOf(name);
    if (owner !== null && !isRunning(owner)) await rm(path.join(dir, name), { recursive: true, force: true });
  }
}

async function namesIn(dir: string, shown: string): Promise<string[] | null> {
  try {
    return await readdir(dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'ENOTDIR') throw new DibaoError('output-not-folder', {}, { file: shown });
    throw new DibaoError('output-unwritable', { reason: code ?? '' }, { file: shown });
  }
}

/**
 * Makes ready the folder of a run: a new or empty one, or one of ours from before, whose run is over from now on.
 * @param shown the folder as the user wrote it
 * @returns takes the folder away again if it was made here and is empty: for a run that comes to nothing
 * @throws DibaoError output-not-folder, output-not-empty, output-unwritable
 */
export async function prepareOutput(dir: string, shown: string): Promise<() => Promise<void>> {
  const names = await namesIn(dir, shown);
  const ours = names === null || names.includes('run.json') || names.every(isOurs);
  if (!ours) throw new DibaoError('output-not-empty', {}, { file: shown });
  try {
    await ensurePrivateDir(dir);
    await removeLeftovers(dir, names ?? []);
    // Until the new run is whole there is none, and a database from before would be of other data.
    for (const name of ['run.json', KEPT_DATABASE]) await rm(path.join(dir, name), { force: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DibaoError('output-unwritable', { reason: code ?? '' }, { file: shown });
  }
  return async () => {
    if (names === null) await rmdir(dir).catch(() => undefined);
  };
}
