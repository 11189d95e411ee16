import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DibaoError } from '../errors.js';
import { writeAtomic } from '../files/atomic.js';
import { Chainer } from './chain.js';
import { type ChainReading, ledgerNames as names, readChainFile, start, writeHead } from './chain-file.js';
import { ChainWriter, type Happenings, unwritable } from './chain-writer.js';
import type { Happening, LedgerEvent } from './events.js';
import { takeLock } from './lock.js';
import { Fold, type LedgerState } from './state.js';
import { Words } from './words.js';

/** The ledger of a campaign folder. */
export const LEDGER = names.log;

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
  /** Hash of its last line. */
  readonly hash: string;
}

/** A ledger held by this process alone. */
export interface Ledger extends LedgerView {
  /**
   * Writes what happened, all or nothing, flushed to the disk. The state of the ledger held stays as it was read.
   * @throws DibaoError ledger-unwritable
   */
  append(happenings: Happenings): Promise<void>;
  /** Lets go of what was read, which of a county takes hundreds of megabytes: the state is empty, and `append` is left. */
  forget(): void;
  /** Gives the ledger back. */
  close(): Promise<void>;
}

/** Whether a campaign folder has a ledger. One of which only the head is left was removed, and is not none. */
export function hasLedger(folder: string): boolean {
  return existsSync(join(folder, names.log)) || existsSync(join(folder, names.head));
}

/** Which events are kept beside the state: `answers` without what runs found; `state` none. */
export type Keep = 'all' | 'answers' | 'state';

const ofRuns: ReadonlySet<string> = new Set<Happening['what']>(['found', 'changed', 'gone']);

function isKept(keep: Keep, { event }: LedgerEvent): boolean {
  return keep === 'all' || (keep === 'answers' && !ofRuns.has(event.what));
}

/** A ledger as it was read, and to what it comes. */
interface Loaded {
  readonly read: ChainReading;
  readonly events: readonly LedgerEvent[];
  readonly state: LedgerState;
  readonly last: Pick<LedgerEvent, 'seq' | 'hash'>;
}

/** @throws DibaoError ledger-missing, ledger-broken, ledger-cut */
async function load(folder: string, keep: Keep): Promise<Loaded> {
  const file = LEDGER;
  if (!existsSync(join(folder, file))) {
    if (hasLedger(folder)) throw new DibaoError('ledger-cut', {}, { file });
    throw new DibaoError('ledger-missing', {}, { file });
  }
  const fold = new Fold();
  const events: LedgerEvent[] = [];
  const words = new Words();
  const read = await readChainFile(folder, names, (line) => {
    const event = words.share(line);
    fold.take(event);
    if (isKept(keep, event)) events.push(event);
  });
  const { broken, last } = read;
  if (broken === null) return { read, events, state: fold.state, last: last ?? start };
  const isCut = broken.kind === 'cut' || broken.kind === 'no_head';
  throw new DibaoError(isCut ? 'ledger-cut' : 'ledger-broken', { line: broken.line }, { file });
}

/**
 * Reads a campaign's ledger.
 * @param folder the campaign folder
 * @param keep which of the events: all of a county's take as much room as its state
 * @throws DibaoError ledger-missing, ledger-broken, ledger-cut
 */
export async function readLedger(folder: string, keep: Keep = 'all'): Promise<LedgerView> {
  const { read, events, state, last } = await load(folder, keep);
  return { events, state, dropped: read.dropped, hash: last.hash };
}

/** Takes the ledger's lock; @throws DibaoError ledger-in-use, ledger-unwritable */
async function lockLedger(folder: string, by: Actor): Promise<() => Promise<void>> {
  try {
    return await takeLock(join(folder, names.lock), by, LEDGER);
  } catch (error) {
    throw unwritable(error, LEDGER);
  }
}

/**
 * Begins a ledger where there is none.
 * @param name the campaign's
 * @returns false where there was one already
 * @throws DibaoError ledger-in-use, ledger-unwritable, and ledger-cut where one was removed
 */
export async function foundLedger(folder: string, name: string, by: Actor): Promise<boolean> {
  const unlock = await lockLedger(folder, by);
  try {
    if (existsSync(join(folder, LEDGER))) return false;
    if (hasLedger(folder)) throw new DibaoError('ledger-cut', {}, { file: LEDGER });
    const chainer = new Chainer(start, by);
    await writeAtomic(join(folder, LEDGER), chainer.line({ what: 'founded', name }, true));
    await writeHead(folder, names, chainer);
    return true;
  } catch (error) {
    throw unwritable(error, LEDGER);
  } finally {
    await unlock();
  }
}

/**
 * Opens a campaign's ledger for one command alone.
 * @param folder the campaign folder
 * @param onCleanup gives the lock back if a signal ends the process
 * @param keep which of the events: all of a county's take as much room as its state
 * @throws DibaoError ledger-missing, ledger-broken, ledger-cut, ledger-in-use
 */
export async function openLedger(
  folder: string,
  by: Actor,
  onCleanup: (hook: () => Promise<void>) => () => void,
  keep: Keep = 'all',
): Promise<Ledger> {
  // Not even a lock is left in a folder that has no ledger.
  if (!hasLedger(folder)) throw new DibaoError('ledger-missing', {}, { file: LEDGER });
  const unlock = await lockLedger(folder, by);
  const done = onCleanup(unlock);
  const close = async (): Promise<void> => {
    await unlock();
    done();
  };
  try {
    const { read, events, state, last } = await load(folder, keep);
    const { whole, dropped, head } = read;
    // One that was cut off from its head gets it now: a second one without would look like a removed head.
    if (head === null) await writeHead(folder, names, last);
    const writer = new ChainWriter(folder, names, by, last, whole);
    const append = (happenings: Happenings): Promise<void> => writer.append(happenings);
    const ledger = { events, dropped, hash: last.hash, state, close, append };
    const forget = (): void => void Object.assign(ledger, { events: [], state: new Fold().state });
    return Object.assign(ledger, { forget });
  } catch (error) {
    await close();
    throw error;
  }
}
