import { randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DibaoError, type ErrorCode } from '../errors.js';
import { type Holder, isRunning, mayLive, ownHolder, parseHolder } from './holder.js';
import { removeUnfinished } from './unfinished.js';

/** A lock file without a holder's name is being written for so long at most. */
const WRITING_MS = 2000;
const POLL_MS = 25;

/** What lies at a lock's name: its holder, or a torn file that nobody is writing any more. */
interface Found {
  readonly id: string;
  readonly holder: Holder | null;
}

/** Writes a holder's name beside the lock, flushed; its path. */
async function writeBeside(file: string, holder: Holder): Promise<string> {
  const path = `${file}.tmp-${holder.pid}-${randomBytes(4).toString('hex')}`;
  await writeNew(path, holder);
  return path;
}

async function writeNew(path: string, holder: Holder): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(JSON.stringify(holder));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * Creates a file that one process alone can create, whole or not at all: written beside, then linked to its name. Where
 * the disk knows no links (FAT, some network drives) it is created in place, and may be found empty for a moment.
 */
async function put(file: string, holder: Holder): Promise<boolean> {
  const beside = await writeBeside(file, holder);
  try {
    await link(beside, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
  } finally {
    await rm(beside, { force: true });
  }
  try {
    await writeNew(file, holder);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Who holds the lock; null where there is none. A torn one is given the time in which somebody may be writing it.
 * @param torn one that has had its time
 */
async function read(file: string, torn = ''): Promise<Found | null> {
  const until = Date.now() + WRITING_MS;
  for (;;) {
    try {
      const holder = parseHolder(await readFile(file, 'utf8'));
      if (holder) return { id: holder.id, holder };
      const { mtimeMs, size } = await stat(file);
      const id = `torn-${Math.trunc(mtimeMs)}-${size}`;
      if (id === torn || Date.now() >= until) return { id, holder: null };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
    await sleep(POLL_MS);
  }
}

const isDead = ({ holder }: Found): boolean => holder === null || !mayLive(holder);

/**
 * Takes the place of a dead holder. Of those who want it one alone gets the claim that is named after the dead one (or
 * after the last claimant, where that died too); and it counts only while the dead one's lock still lies there.
 * @returns false where somebody else was first
 */
async function succeed(file: string, dead: Found, own: Holder): Promise<boolean> {
  let last = dead.id;
  let claim = `${file}.heir-${last}`;
  while (!(await put(claim, own))) {
    const heir = await read(claim);
    if (heir === null || !isDead(heir)) return false;
    last = heir.id;
    claim = `${file}.heir-${last}`;
  }
  if ((await read(file, dead.id))?.id !== dead.id) {
    await rm(claim, { force: true });
    return false;
  }
  await rename(await writeBeside(file, own), file);
  return true;
}

/** Takes away what dead claimants and writers left: while we hold the lock, no claim of theirs counts. */
async function sweep(file: string): Promise<void> {
  await removeUnfinished(dirname(file));
  const start = `${basename(file)}.`;
  for (const name of await readdir(dirname(file))) {
    if (!name.startsWith(start)) continue;
    const writer = /\.tmp-(\d+)-[0-9a-f]{8}$/.exec(name);
    const left = writer ? !isRunning(Number(writer[1])) : name.startsWith(`${start}heir-`);
    if (left) await rm(join(dirname(file), name), { force: true });
  }
}

/**
 * Takes a lock (of a campaign, of a run's folder), for one process alone. A lock whose process has died on this machine is taken over, and
 * so is one that was cut off while being written.
 * @param file the lock's path
 * @param by who takes it, for which command, since when
 * @param shown what it locks, as messages show it
 * @param wait milliseconds to wait for a living holder
 * @param code what is said where a living holder keeps it
 * @returns gives it back
 * @throws DibaoError of that code
 */
export async function takeLock(
  file: string,
  by: { readonly who: string; readonly command: string; readonly at: string },
  shown: string,
  wait = 0,
  code: ErrorCode = 'ledger-in-use',
): Promise<() => Promise<void>> {
  const own = ownHolder(by);
  const until = Date.now() + wait;
  while (!(await put(file, own))) {
    const found = await read(file);
    if (found === null) continue;
    if (isDead(found)) {
      if (await succeed(file, found, own)) break;
    } else if (found.holder && Date.now() >= until) throw inUse(found.holder, shown, code);
    await sleep(POLL_MS);
  }
  await sweep(file);
  return async () => {
    // Somebody may have deleted it by hand, and another have taken it since.
    if ((await read(file))?.id === own.id) await rm(file, { force: true });
  };
}

function inUse({ who, host, command, since, pid }: Holder, shown: string, code: ErrorCode): DibaoError {
  return new DibaoError(code, { who, host, command, since, pid }, { file: shown });
}
