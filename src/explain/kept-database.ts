import { availableParallelism } from 'node:os';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { DibaoError } from '../errors.js';
import { lock, openKept } from '../load/database.js';

/**
 * Opens a database that `check --keep-db` left, read-only and locked, and closes it behind `use`.
 * @param shown its path as messages show it
 * @param workDir folder that it spills into; none where what is asked is small
 * @throws DibaoError database-foreign where it is none of ours, or of another version
 */
export async function withKeptDatabase<T>(
  file: string,
  shown: string,
  use: (db: DuckDBConnection) => Promise<T>,
  workDir?: string,
): Promise<T> {
  const foreign = (): never => {
    throw new DibaoError('database-foreign', {}, { file: shown });
  };
  const instance: DuckDBInstance = await openKept(file, availableParallelism(), workDir).catch(foreign);
  const db = await instance.connect();
  try {
    await lock(db);
    await db.run('SELECT part, register FROM source_part LIMIT 1').catch(foreign);
    await db.run('SELECT owed, amount_steps(a) FROM amount_owed a LIMIT 0').catch(foreign);
    return await use(db);
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}
