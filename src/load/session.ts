import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pid } from 'node:process';
import type { Campaign } from '../campaign-file/types.js';
import { DatabaseBuilder, type Loaded } from './build.js';
import { copyDatabase, lock } from './database.js';
import { leftOutNotes } from './left-out.js';
import { askAboutLeftSheets } from './left-sheets.js';
import { memoryFor } from './memory-bound.js';
import { type Connections, MemoryDatabase } from './memory-database.js';
import { insertParts } from './parts-table.js';
import { type ReadProgress, readAll } from './read-all.js';
import { planTasks } from './tasks.js';
import type { FileResult } from './types.js';
import { nothingWanted, type Wanted } from './wanted.js';

export interface LoadSettings {
  /** Folder below which the temporary one is made. */
  readonly workParent: string;
  readonly keepAll: boolean;
  readonly password: string | null;
  /** Threads for reading and for DuckDB; null: one per core. */
  readonly threads: number | null;
  readonly progress: ReadProgress;
  /** File that the loaded database is copied to; null to keep none. */
  readonly keepDatabase: string | null;
  /** What the checks need beyond the rows of the roster's people and their relatives. */
  readonly wanted?: Wanted;
  /** Bound of DuckDB's memory, where it is another than usual (`200MB`). */
  readonly memory?: string;
  /** Registers what to put away if a signal ends the process. */
  readonly onCleanup: (hook: () => Promise<void>) => () => void;
}

/** The campaign's data, loaded, matched and locked against writing. */
export interface Session {
  /** Two connections to one locked database. */
  readonly connections: Connections;
  readonly files: readonly FileResult[];
  readonly loaded: Loaded;
  /** Files that were left out, and why. */
  readonly notes: readonly string[];
}

/**
 * Reads the campaign's sources into a temporary database, has it used, and removes it, also on a signal.
 * @throws DibaoError for sources that cannot be read
 */
export async function withSession<T>(
  campaign: Campaign,
  settings: LoadSettings,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  // In one go: a signal finds no folder that nobody would take away.
  const workDir = mkdtempSync(path.join(settings.workParent, `.dibao-${pid}-`));
  // Readers may still be writing into it when a signal ends the run.
  const remove = (): Promise<void> => rm(workDir, { recursive: true, force: true, maxRetries: 10 });
  const done = settings.onCleanup(remove);
  const threads = settings.threads ?? availableParallelism();
  const database = new MemoryDatabase(workDir, settings.memory);
  try {
    const session = await load(campaign, settings, workDir, threads, database);
    const [db] = session.connections;
    if (settings.keepDatabase !== null) await copyDatabase(db, settings.keepDatabase);
    await lock(db);
    return await use(session);
  } finally {
    await database.close();
    done();
    await remove();
  }
}

async function load(
  campaign: Campaign,
  settings: LoadSettings,
  workDir: string,
  threads: number,
  database: MemoryDatabase,
): Promise<Session> {
  const { keepAll, password, progress } = settings;
  // Where every row is loaded, nobody need be looked for first.
  const wanted = keepAll ? nothingWanted : (settings.wanted ?? nothingWanted);
  const { tasks, notes } = planTasks(campaign, { spoolDir: workDir, keepAll, password, wanted });
  database.boundBy(memoryFor(tasks));
  const builder = new DatabaseBuilder(() => database.connections(), campaign, threads);
  try {
    const read = await readAll(tasks, {
      threads,
      progress,
      recordRead: (record, done) => builder.add(record, done),
    });
    const files = read.filter(({ leftOut }) => !leftOut);
    askAboutLeftSheets(files);
    const loaded = await builder.finish();
    const connections = await database.connections();
    await insertParts(connections[0], files);
    return { connections, files, loaded, notes: [...notes, ...leftOutNotes(read)] };
  } finally {
    await builder.settle();
  }
}
