import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DibaoError } from '../errors.js';
import { type Chain, chain, GENESIS, readChain } from './chain.js';
import type { Happening, LedgerEvent } from './events.js';
import { takeLock } from './lock.js';
import { type LedgerState, stateOf } from './state.js';

/** The ledger of a campaign folder, and its lock. */
export const LEDGER = 'ledger.ndjson';
const LOCK = 'ledger.lock';

/** Who does something, with which command, and when (ISO time, UTC). */
export interface Actor {
  readonly who: string;
  readonly command: string;
  readonly at: string;
}

/** A ledger as it was read: nobody is kept from writing it. */
export interface LedgerView {
  readonly events: readonly LedgerEvent[];
  readonly state: LedgerState;
  /** Lines at the end that were cut off while being written, and are left out. */
  readonly dropped: number;
}

/** A ledger held by this process alone. */
export interface Ledger extends LedgerView {
  /** Writes what happened, all or nothing, flushed to the disk. The state of the ledger held stays as it was read. */
  append(happenings: readonly Happening[]): Promise<void>;
  /** Gives the ledger back. */
  close(): Promise<void>;
}

/** @throws DibaoError ledger-missing, ledger-broken */
async function load(folder: string): Promise<Chain> {
  const file = LEDGER;
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, LEDGER));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new DibaoError('ledger-missing', {}, { file });
  }
  const read = readChain(bytes);
  if (read.broken) throw new DibaoError('ledger-broken', { line: read.broken.line }, { file });
  return read;
}

/**
 * Reads a campaign's ledger.
 * @param folder the campaign folder
 * @throws DibaoError ledger-missing, ledger-broken
 */
export async function readLedger(folder: string): Promise<LedgerView> {
  const { events, dropped } = await load(folder);
  return { events, state: stateOf(events), dropped };
}

/** Begins a ledger where there is none. */
export async function foundLedger(folder: string, name: string, by: Actor): Promise<void> {
  const file = await open(join(folder, LEDGER), 'wx', 0o600);
  try {
    const [line] = chain([{ what: 'founded', name }], { seq: 0, hash: GENESIS }, by);
    await file.writeFile(`${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Opens a campaign's ledger for one command alone.
 * @param folder the campaign folder
 * @param onCleanup gives the lock back if a signal ends the process
 * @throws DibaoError ledger-missing, ledger-broken, ledger-in-use
 */
export async function openLedger(
  folder: string,
  by: Actor,
  onCleanup: (hook: () => Promise<void>) => () => void,
): Promise<Ledger> {
  const unlock = await takeLock(join(folder, LOCK), by, LEDGER);
  const done = onCleanup(unlock);
  const close = async (): Promise<void> => {
    await unlock();
    done();
  };
  try {
    const { events, whole, dropped } = await load(folder);
    let last = events.at(-1) ?? { seq: 0, hash: GENESIS };
    let end = whole;
    return {
      events,
      dropped,
      state: stateOf(events),
      close,
      async append(happenings) {
        const lines = chain(happenings, last, by);
        const file = await open(join(folder, LEDGER), 'r+');
        try {
          // What was cut off goes first: a line behind it would never be read.
          await file.truncate(end);
          const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
          await file.write(text, end);
          await file.sync();
          end += Buffer.byteLength(text);
        } finally {
          await file.close();
        }
        last = lines.at(-1) ?? last;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
