import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DibaoError } from '../errors.js';
import { writeAtomic } from '../files/atomic.js';
import { usageNames as names, readChainFile, start } from './chain-file.js';
import { ChainWriter, unwritable } from './chain-writer.js';
import { type Actor, hasLedger } from './ledger.js';
import { takeLock } from './lock.js';

/** The log of use is held for moments: whoever waits longer waits for a process that will not end. */
const WAIT_MS = 10_000;

/** Somebody was shown persons' data. */
export interface Use {
  /** Case or household, or the folder of a run; never an ID number. */
  readonly target: string;
  readonly unmasked: boolean;
}

/** The campaign folder that a file or folder belongs to: its own or the nearest above that has a ledger. */
export function campaignAbove(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (hasLedger(at)) return at;
    if (dirname(at) === at) return null;
  }
}

/**
 * Logs the use of persons' data beside the campaign's ledger, before they are shown. It has a lock of its own: a check
 * that holds the ledger keeps nobody from looking.
 * @param folder the campaign folder
 * @throws DibaoError ledger-unwritable, ledger-in-use, usage-broken: what cannot be logged is not shown
 */
export async function logUse(folder: string, by: Actor, { target, unmasked }: Use): Promise<void> {
  try {
    const unlock = await takeLock(join(folder, names.lock), by, names.log, WAIT_MS);
    try {
      if (!existsSync(join(folder, names.log)) && !existsSync(join(folder, names.head)))
        await writeAtomic(join(folder, names.log), '');
      const { last, whole, broken } = await readChainFile(folder, names);
      if (broken) throw new DibaoError('usage-broken', { line: broken.line }, { file: names.log });
      const writer = new ChainWriter(folder, names, by, last ?? start, whole);
      const used = { what: 'used' as const, command: by.command, target, unmasked };
      await writer.append([used]);
    } finally {
      await unlock();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new DibaoError('usage-broken', { line: 1 }, { file: names.log });
    throw unwritable(error, names.log);
  }
}
