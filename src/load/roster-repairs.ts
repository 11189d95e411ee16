import type { DuckDBConnection } from '@duckdb/node-api';

// One number in two files with two heads and no person in common (城市 and 农村 each numbered 1 to n).
const COLLISIONS = `
  CREATE TEMP TABLE collision AS
  WITH placed AS (SELECT household_id, source // 4294967296 AS part, id_number, relation FROM roster),
  -- The highest number of files that any one person of the household is in.
  shared AS (SELECT household_id, id_number, count(DISTINCT part) AS parts FROM placed GROUP BY ALL),
  headed AS (SELECT household_id, count(DISTINCT part) AS parts,
               count(DISTINCT part) FILTER (relation = 'self') AS heads FROM placed GROUP BY household_id)
  SELECT h.household_id FROM headed h
  WHERE h.parts > 1 AND h.heads > 1
    AND NOT EXISTS (FROM shared s WHERE s.household_id = h.household_id AND s.parts > 1)`;

/**
 * Keeps households apart that carry one number in two files (REGISTERS.md), by the number of the file behind theirs,
 * and takes the one person of a household listed by its head alone, without any relation, for its head.
 * @returns the household numbers that collided
 */
export async function separateCollisions(db: DuckDBConnection): Promise<string[]> {
  await db.run(COLLISIONS);
  const reader = await db.runAndReadAll('SELECT household_id FROM collision ORDER BY household_id');
  const collided = reader.getRows().map(([id]) => String(id));
  if (collided.length > 0) {
    await db.run(
      `UPDATE roster SET household_id = household_id || '@' || (source // 4294967296 // 256 + 1)
       WHERE household_id IN (SELECT household_id FROM collision)`,
    );
  }
  await db.run(
    `UPDATE roster SET relation = 'self' WHERE (SELECT count(relation) FROM roster) = 0
       AND household_id IN (SELECT household_id FROM roster GROUP BY household_id HAVING count(*) = 1)`,
  );
  return collided;
}
