import type { DuckDBConnection } from '@duckdb/node-api';
import { type Origins, placeOfSource } from './origins.js';
import { rowsOf, text } from './rows.js';
import type { Level, Relation, Sign } from './types.js';

const RELATIONS = `WITH people AS (
    SELECT DISTINCT person, name FROM member WHERE household_id = $1 AND checkable),
  found AS (
    SELECT r.person, r.relative, r.relation, min(r.relative_name) AS relative_name, min(r.level) AS level,
      list(r.source ORDER BY r.source) AS sources, false AS divorced
    FROM relative_of r SEMI JOIN people USING (person) GROUP BY r.person, r.relative, r.relation
    UNION ALL
    SELECT s.person, s.spouse, 'spouse', min(s.spouse_name), min(s.level), list(s.source ORDER BY s.source), true
    FROM marriage_side s SEMI JOIN people USING (person) SEMI JOIN divorced USING (person, spouse)
    GROUP BY s.person, s.spouse)
  SELECT p.name, f.relative, f.relative_name, f.relation, f.level, f.sources, f.divorced,
    EXISTS (FROM member m WHERE m.household_id = $1 AND m.person = f.relative) AS in_household,
    EXISTS (FROM on_roster o WHERE o.person = f.relative AND o.covered) AS covered,
    EXISTS (FROM dead d WHERE d.person = f.relative) AS dead,
    EXISTS (FROM kinship_pair k WHERE k.person = f.person AND k.relative = f.relative AND k.pays) AS pays
  FROM found f JOIN people p USING (person)
  ORDER BY in_household, p.name, f.person, f.relation, f.relative`;

const SIGNS = `SELECT s.person, s.sign, min(s.level) AS level,
    bool_or(12 * s.wanted >= param('supporter_multiple') * h.standard_year) AS reaches
  FROM supporter_sign s JOIN household h ON h.household_id = $1
  WHERE s.person IN (SELECT r.relative FROM relative_of r JOIN member m USING (person) WHERE m.household_id = $1)
  GROUP BY s.person, s.sign ORDER BY s.person, s.sign`;

/** Who is whose relative, by the registers and the roster, and what is known of each relative's means. */
export async function readRelations(db: DuckDBConnection, id: string, origins: Origins): Promise<Relation[]> {
  const signs = await rowsOf(db, SIGNS, id);
  const rows = await rowsOf(db, RELATIONS, id);
  return rows.map((row): Relation => {
    const outside = row.in_household !== true && row.divorced !== true;
    const own = outside ? signs.filter((sign) => sign.person === row.relative) : [];
    return {
      person: text(row.name),
      relative: text(row.relative_name),
      relative_id: text(row.relative),
      relation: text(row.relation),
      level: row.level as Level,
      places: (row.sources as unknown[]).map((source) => placeOfSource(origins, source)),
      in_household: row.in_household === true,
      covered: row.covered === true,
      dead: row.dead === true,
      pays_support: row.pays === true,
      divorced: row.divorced === true,
      signs: own.map(
        (sign): Sign => ({
          text: text(sign.sign),
          level: sign.level as Level,
          reaches: sign.reaches === null ? null : sign.reaches === true,
        }),
      ),
    };
  });
}
