import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { DibaoError } from '../errors.js';
import { KEPT_DATABASE } from '../explain/run-folder.js';
import { ensurePrivateDir, writerOf } from '../files/atomic.js';
import { reportFiles } from '../files/run-files.js';
import { isRunning, mayLive, parseHolder } from '../ledger/holder.js';
import type { Actor } from '../ledger/ledger.js';
import { takeLock } from '../ledger/lock.js';

/** Who is writing a run's folder (ledger/lock.ts). */
const LOCK = '.check.lock';

const OWN = new Set<string>([...Object.values(reportFiles), 'rejects.csv', KEPT_DATABASE, LOCK]);

/** What a run writes, or had begun to write when it was cut off. */
export function isOurs(name: string): boolean {
  return (
    OWN.has(name) || name.startsWith(`${LOCK}.`) || name.startsWith('.dibao-') || writerOf(name) !== null
  );
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

/** The folder of a run, held by this process alone. */
export interface OutputFolder {
  /** Ends the run that it holds from before: until the new one is whole there is none. */
  endEarlier(): Promise<void>;
  /** Gives the folder back. */
  release(): Promise<void>;
  /** Gives it back, and takes it away if it was made here and is empty: for a run that comes to nothing. */
  giveUp(): Promise<void>;
}

/** Who takes a folder, and how the lock is given back if a signal ends the process. */
export interface Taking {
  readonly by: Actor;
  readonly onCleanup: (hook: () => Promise<void>) => () => void;
}

/**
 * Makes ready the folder of a run: a new or empty one, or one of ours from before.
 * @param shown the folder as the user wrote it
 * @throws DibaoError output-not-folder, output-not-empty, output-unwritable, output-in-use
 */
export async function prepareOutput(
  dir: string,
  shown: string,
  { by, onCleanup }: Taking,
): Promise<OutputFolder> {
  const names = await namesIn(dir, shown);
  const ours = names === null || names.includes('run.json') || names.every(isOurs);
  if (!ours) throw new DibaoError('output-not-empty', {}, { file: shown });
  const unlock = await guarded(shown, async () => {
    await ensurePrivateDir(dir);
    const taken = await takeLock(path.join(dir, LOCK), by, shown, 0, 'output-in-use');
    await removeLeftovers(dir, names ?? []);
    return taken;
  });
  const done = onCleanup(unlock);
  const release = async (): Promise<void> => {
    await unlock();
    done();
  };
  return {
    release,
    // A database from before would be of other data.
    endEarlier: () =>
      guarded(shown, async () => {
        for (const name of ['run.json', KEPT_DATABASE]) await rm(path.join(dir, name), { force: true });
      }),
    async giveUp() {
      await release();
      if (names === null) await rmdir(dir).catch(() => undefined);
    },
  };
}

/** Whether a living process holds the folder of a run. */
export async function holdsOutput(dir: string): Promise<boolean> {
  const text = await readFile(path.join(dir, LOCK), 'utf8').catch(() => '');
  const holder = parseHolder(text);
  return holder !== null && mayLive(holder);
}

async function guarded<T>(shown: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DibaoError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new DibaoError('output-unwritable', { reason: code ?? '' }, { file: shown });
  }
}
