import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from './database.js';
import type { PartResult } from './types.js';

// One number in two files with two heads and no person in common (城市 and 农村 each numbered 1 to n).
const COLLISIONS = `
  CREATE TEMP TABLE collision AS
  WITH placed AS (
    SELECT household_id, source // 4294967296 AS part, relation,
      CASE WHEN id_number_problem IS NULL OR id_number_problem NOT IN ('id-rounded', 'id-masked') THEN id_number END AS id_number
    FROM roster),
  -- A list of heads states no relation and has each household once.
  head_list AS (
    SELECT part FROM placed GROUP BY part
    HAVING count(relation) = 0 AND count(*) = count(DISTINCT household_id)),
  -- The highest number of files that any one person of the household is in.
  shared AS (
    SELECT household_id, id_number, count(DISTINCT part) AS parts FROM placed WHERE id_number IS NOT NULL GROUP BY ALL),
  headed AS (SELECT household_id, count(DISTINCT part) AS parts,
               count(DISTINCT part) FILTER (relation = 'self' OR part IN (FROM head_list)) AS heads
             FROM placed GROUP BY household_id)
  SELECT h.household_id FROM headed h
  WHERE h.parts > 1 AND h.heads > 1
    AND NOT EXISTS (FROM shared s WHERE s.household_id = h.household_id AND s.parts > 1)`;

/**
 * Keeps households apart that carry one number in two files (REGISTERS.md), by the number of the file (and sheet) behind theirs.
 * @returns the household numbers that collided
 */
export async function separateCollisions(db: DuckDBConnection): Promise<string[]> {
  await db.run(COLLISIONS);
  const reader = await db.runAndReadAll('SELECT household_id FROM collision ORDER BY household_id');
  const collided = reader.getRows().map(([id]) => String(id));
  if (collided.length > 0) {
    await db.run(
      `UPDATE roster SET household_id = household_id || '@' || (source // 4294967296 // 256 + 1)
         || CASE source // 4294967296 % 256 WHEN 0 THEN '' ELSE '.' || (source // 4294967296 % 256 + 1) END
       WHERE household_id IN (SELECT household_id FROM collision)`,
    );
  }
  return collided;
}

/** Takes the one person of a household listed by its head alone, in a roster without any relation, for its head. */
export async function takeLoneForHeads(db: DuckDBConnection): Promise<void> {
  await db.run(
    `UPDATE roster SET relation = 'self' WHERE (SELECT count(relation) FROM roster) = 0
       AND household_id IN (SELECT household_id FROM roster GROUP BY household_id HAVING count(*) = 1)`,
  );
}

/**
 * Gives what stands outside the rows (`set:`, `from:`, a title) to the households of a part none of whose rows says
 * otherwise: a column tells more than the name of its file.
 */
export async function fillHouseholds(db: DuckDBConnection, parts: readonly PartResult[]): Promise<void> {
  for (const { part, fills } of parts) {
    for (const { field, value } of fills) {
      await db.run(
        `UPDATE roster SET "${field}" = ${literal(value)} WHERE source // 4294967296 = ${part}
           AND household_id NOT IN (SELECT household_id FROM roster WHERE "${field}" IS NOT NULL AND household_id IS NOT NULL)`,
      );
    }
  }
}
