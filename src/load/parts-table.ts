import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from './database.js';
import type { FileResult } from './types.js';

/**
 * Writes the table `source_part`: which file and sheet each part of the source numbers is, so that a kept database
 * can name the rows of its evidence without the run that made it.
 */
export async function insertParts(db: DuckDBConnection, files: readonly FileResult[]): Promise<void> {
  await db.run(
    `CREATE TABLE source_part (part BIGINT, register VARCHAR, file VARCHAR, sheet VARCHAR, supplier VARCHAR,
      data_date DATE, loaded BIGINT, passed_over BIGINT)`,
  );
  const rows = files.flatMap(({ task, parts }) =>
    parts.map((part) => {
      const { supplier, data_date } = task.spec;
      const texts = [part.record, part.file, part.sheet, supplier, data_date].map(literal);
      return `(${[part.part, ...texts, part.loaded, part.passedOver].join(', ')})`;
    }),
  );
  if (rows.length > 0) await db.run(`INSERT INTO source_part VALUES ${rows.join(', ')}`);
}
