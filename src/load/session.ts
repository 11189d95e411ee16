import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Campaign } from '../campaign-file/types.js';
import { DatabaseBuilder, type Loaded } from './build.js';
import { lock, openDatabase } from './database.js';
import { insertParts } from './parts-table.js';
import { type ReadProgress, readAll } from './read-all.js';
import { planTasks } from './tasks.js';
import type { FileResult } from './types.js';

export interface LoadSettings {
  /** Folder below which the temporary one is made. */
  readonly workParent: string;
  readonly keepAll: boolean;
  readonly password: string | null;
  /** Threads for reading and for DuckDB; null: one per core. */
  readonly threads: number | null;
  readonly progress: ReadProgress;
  /** Called with the database's path before it is removed. */
  readonly keepDatabase: ((file: string) => Promise<void>) | null;
  /** Registers what to put away if a signal ends the process. */
  readonly onCleanup: (hook: () => Promise<void>) => () => void;
}

/** The campaign's data, loaded, matched and locked against writing. */
export interface Session {
  /** Two connections to one read-only database. */
  readonly connections: readonly [DuckDBConnection, DuckDBConnection];
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
  const workDir = await mkdtemp(path.join(settings.workParent, '.dibao-'));
  const remove = (): Promise<void> => rm(workDir, { recursive: true, force: true });
  const done = settings.onCleanup(remove);
  try {
    const database = path.join(workDir, 'loaded.duckdb');
    const threads = settings.threads ?? availableParallelism();
    const { files, loaded, notes } = await load(campaign, settings, workDir, database, threads);
    const instance = await openDatabase(database, { readOnly: true, threads });
    const connections = [await instance.connect(), await instance.connect()] as const;
    let result: T;
    try {
      await lock(connections[0]);
      result = await use({ connections, files, loaded, notes });
    } finally {
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
    }
    await settings.keepDatabase?.(database);
    return result;
  } finally {
    done();
    await remove();
  }
}

async function load(
  campaign: Campaign,
  settings: LoadSettings,
  workDir: string,
  database: string,
  threads: number,
) {
  const { keepAll, password, progress } = settings;
  const { tasks, notes } = planTasks(campaign, { spoolDir: workDir, keepAll, password });
  const instance = await openDatabase(database, { readOnly: false, threads });
  const writer = await instance.connect();
  const builder = new DatabaseBuilder(writer, campaign);
  try {
    const files = await readAll(tasks, {
      threads,
      progress,
      recordRead: (record, read) => builder.add(record, read),
    });
    const loaded = await builder.finish();
    await insertParts(writer, files);
    return { files, notes, loaded };
  } finally {
    await builder.settle();
    writer.closeSync();
    instance.closeSync();
  }
}
