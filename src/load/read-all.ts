import { statSync } from 'node:fs';
import { addFound, addLeads, Finder, type FoundPersons } from '../match/found.js';
import { Interest } from '../match/interest.js';
import { loadFile } from './file.js';
import { emptySources } from './left-out.js';
import { type PoolResult, ReaderPool } from './pool.js';
import { Refusals } from './refusals.js';
import { type LoadMode, namesPersons } from './table-loader.js';
import type { FileResult, FileTask } from './types.js';

/** Registers that name the roster's relatives: read before all others. */
const RELATIVES = new Set(['kinship', 'marriage']);

/** Below so many bytes the start of threads costs more than they bring. */
const WORTH_THREADS = 16_000_000;

/** Bytes of a roster's row, and persons of interest for each of its members: only the room made at once follows them. */
const ROSTER_ROW = 200;
const WITH_RELATIVES = 2;

export interface ReadProgress {
  readonly file: (shown: string) => void;
  readonly bytes: (shown: string, bytes: number) => void;
}

export interface ReadOptions {
  readonly threads: number;
  readonly progress: ReadProgress;
  /** Told when all files of a record set have been read. */
  readonly recordRead: (record: string, files: readonly FileResult[]) => void;
}

type ReadOne = (task: FileTask, mode: LoadMode) => Promise<PoolResult>;

/** Null for a file that is refused. */
type TryOne = (task: FileTask, mode: LoadMode) => Promise<PoolResult | null>;

/** Reads one file after the other in this thread. */
function inThread(interest: Interest, progress: ReadProgress): ReadOne {
  return async (task, mode) => {
    const finder = new Finder();
    progress.file(task.shown);
    const result = await loadFile({
      task,
      mode,
      interest,
      found: namesPersons(mode) ? finder : null,
      progress: (bytes) => progress.bytes(task.shown, bytes),
    });
    return { result, found: finder.persons };
  };
}

function inPool(pool: ReaderPool, interest: Interest, progress: ReadProgress): ReadOne {
  return (task, mode) => {
    progress.file(task.shown);
    return pool.read(task, mode, interest.shared, (bytes) => progress.bytes(task.shown, bytes));
  };
}

function trying(read: ReadOne, refusals: Refusals): TryOne {
  return async (task, mode) => {
    try {
      return await read(task, mode);
    } catch (error) {
      refusals.add(task, error);
      return null;
    }
  };
}

/** Files of one circle, the largest first, so that no thread is left with it at the end. */
function inTurn(tasks: readonly FileTask[], sizes: ReadonlyMap<FileTask, number>): FileTask[] {
  return [...tasks].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
}

/**
 * Reads all files, in circles: the roster, and who is a lead; then who the roster's relatives are; then every register,
 * of which only the rows that may concern one of them are loaded (DESIGN.md, 'Persons of interest').
 * @returns the results in the order of the tasks, also those of files that are left out
 * @throws DibaoError of the first file that cannot be read, with the others of its circle
 */
export async function readAll(tasks: readonly FileTask[], options: ReadOptions): Promise<FileResult[]> {
  const results = new Map<FileTask, FileResult>();
  const sizes = new Map(tasks.map((task) => [task, statSync(task.path).size]));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const rosters = tasks.filter((task) => task.record === 'roster');
  const members = rosters.reduce((sum, task) => sum + (sizes.get(task) ?? 0), 0) / ROSTER_ROW;
  const interest = new Interest(members * WITH_RELATIVES);
  const threads = total > WORTH_THREADS ? options.threads : 1;
  const pool = threads > 1 ? new ReaderPool(threads) : null;
  const refusals = new Refusals();
  const here = trying(inThread(interest, options.progress), refusals);
  const read = pool ? trying(inPool(pool, interest, options.progress), refusals) : here;
  const endOfCircle = (): void => {
    if (refusals.any) throw refusals.error;
  };
  const circle = async (
    of: readonly FileTask[],
    mode: LoadMode,
    done: (read: PoolResult) => void,
  ): Promise<void> => {
    const one = async (task: FileTask): Promise<void> => {
      const found = await read(task, mode);
      if (found !== null) done(found);
    };
    if (pool) await Promise.all(inTurn(of, sizes).map(one));
    else for (const task of of) await one(task);
  };
  const keep = ({ result }: PoolResult): void => {
    results.set(result.task, result);
    const { record } = result.task;
    const own = tasks.filter((task) => task.record === record);
    const files = own.flatMap((task) => results.get(task) ?? []);
    if (files.length < own.length) return;
    const empty = emptySources(files);
    for (const { task, error } of empty) refusals.add(task, error);
    if (empty.length === 0) options.recordRead(record, files);
  };
  const roster = async (): Promise<void> => {
    for (const task of rosters) {
      const done = await here(task, 'roster');
      if (done !== null) keep(done);
    }
  };
  try {
    // The roster fills the set that all others ask: in this thread, while others read who is a lead, roster or no.
    const leads: FoundPersons[] = [];
    await Promise.all([
      circle(
        tasks.filter((task) => task.leads),
        'leads',
        ({ found }) => leads.push(found),
      ),
      roster(),
    ]);
    endOfCircle();
    for (const found of leads) addLeads(found, interest);
    const relatives: FoundPersons[] = [];
    await circle(
      tasks.filter((task) => RELATIVES.has(task.record)),
      'relatives',
      ({ found }) => relatives.push(found),
    );
    endOfCircle();
    // Nobody is added before all are read, so that the order of rows and files changes nothing.
    for (const found of relatives) addFound(found, interest);
    await circle(
      tasks.filter((task) => task.record !== 'roster'),
      'register',
      keep,
    );
    endOfCircle();
  } finally {
    await pool?.close();
  }
  return tasks.flatMap((task) => results.get(task) ?? []);
}
