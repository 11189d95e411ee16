import type { DuckDBConnection } from '@duckdb/node-api';
import { EVER } from '../campaign-file/parameters.js';
import { numberOrNull, rowsOf, text, textOrNull } from './rows.js';
import type { Gone, Heading, Level, Member, Size, Standard } from './types.js';

const HOUSEHOLD = `SELECT h.*, (SELECT count(*) FROM gone g WHERE g.household_id = h.household_id) AS gone,
  yuan_per(h.standard_year, 12) AS standard_month
  FROM household h WHERE h.household_id = $1`;

const MEMBERS = `SELECT m.name, m.id_number, m.relation, m.covered, m.checkable, m.person, m.labour_capacity, m.health,
  age_on(m.birth_date, as_of()) AS age, true AS lives_here,
  (SELECT min(r.id_number_problem) FROM roster r WHERE list_contains(m.sources, r.source)) AS id_problem
  FROM member m WHERE m.household_id = $1
  ORDER BY m.relation IS DISTINCT FROM 'self', m.sources[1]`;

const ELSEWHERE = `SELECT r.name, r.id_number, r.relation, false AS covered, r.person NOT LIKE '#%' AS checkable, r.person,
  r.labour_capacity, r.health, age_on(birth_of(r.id_number), as_of()) AS age, false AS lives_here,
  r.id_number_problem AS id_problem
  FROM roster_row r WHERE r.household_id = $1 AND NOT coalesce(r.cohabits, true) ORDER BY r.source`;

const GONE = `SELECT person, 'death' AS kind, death_date AS date, level, level <= 'id' AND NOT unclear AS counts
  FROM dead WHERE household_id = $1
  UNION ALL
  SELECT person, 'prison', start_date, level, level <= 'id' FROM imprisoned WHERE household_id = $1
  ORDER BY kind, date`;

// Of those in force the latest; which of several sizes holds is what `household` chose (vocabulary, 2-households).
const STANDARD = `SELECT s.category, s.yearly, s.size, s.document, yuan_per(s.yearly, 12) AS monthly,
  CASE WHEN s.from_date > DATE '${EVER}' THEN s.from_date END AS since
  FROM standard s JOIN household h USING (category)
  WHERE h.household_id = $1 AND s.from_date <= as_of() AND s.yearly = h.standard_year
  QUALIFY s.from_date = max(s.from_date) OVER ()
  ORDER BY s.size > h.n, s.size DESC NULLS LAST LIMIT 1`;

/** The household as the roster tells it, and how its n came about; null where there is no such household. */
export async function readHousehold(
  db: DuckDBConnection,
  id: string,
): Promise<{
  heading: Omit<Heading, 'head'>;
  size: Size;
  declaredFrom: 'per_capita' | 'family' | 'none';
} | null> {
  const [row] = await rowsOf(db, HOUSEHOLD, id);
  if (!row) return null;
  const category = row.category === 'urban' || row.category === 'rural' ? row.category : null;
  const covered = Number(row.covered_listed);
  return {
    heading: {
      household_id: id,
      township: text(row.township),
      village: text(row.village),
      village_group: text(row.village_group),
      category,
      class: text(row.class),
      household_size: numberOrNull(row.household_size),
      covered_size: numberOrNull(row.covered_size) ?? covered,
      monthly_amount: numberOrNull(row.monthly_amount),
      start_date: textOrNull(row.start_date),
      grace_until: textOrNull(row.grace_until),
    },
    size: {
      listed: Number(row.listed),
      told: numberOrNull(row.household_size),
      gone: Number(row.gone),
      n: Number(row.n),
      covered,
      covered_present: Number(row.covered_present),
    },
    declaredFrom:
      row.income_per_capita !== null ? 'per_capita' : row.family_income !== null ? 'family' : 'none',
  };
}

/** The members, the head first, then those whom the roster says to live elsewhere. */
export async function readMembers(db: DuckDBConnection, id: string): Promise<Member[]> {
  const gone = await rowsOf(db, GONE, id);
  const members = [...(await rowsOf(db, MEMBERS, id)), ...(await rowsOf(db, ELSEWHERE, id))];
  return members.map((row) => ({
    name: text(row.name),
    id_number: text(row.id_number),
    relation: textOrNull(row.relation),
    covered: row.covered === true,
    age: numberOrNull(row.age),
    labour_capacity: textOrNull(row.labour_capacity),
    health: textOrNull(row.health),
    checkable: row.checkable === true,
    id_problem: textOrNull(row.id_problem),
    lives_here: row.lives_here === true,
    gone: gone
      .filter((one) => one.person === row.person)
      .map(
        (one): Gone => ({
          kind: one.kind === 'death' ? 'death' : 'prison',
          date: textOrNull(one.date),
          level: one.level as Level,
          counts: one.counts === true,
        }),
      ),
  }));
}

/** The standard that the household is held against on the as-of date; null where none is in force. */
export async function readStandard(db: DuckDBConnection, id: string): Promise<Standard | null> {
  const [row] = await rowsOf(db, STANDARD, id);
  if (!row) return null;
  return {
    category: text(row.category),
    yearly: text(row.yearly),
    monthly: text(row.monthly),
    from: textOrNull(row.since),
    size: numberOrNull(row.size),
    document: textOrNull(row.document),
  };
}

/** Rows of the household on the roster that count for nothing: benefit ended. */
export async function countEnded(db: DuckDBConnection, id: string): Promise<number> {
  const [row] = await rowsOf(
    db,
    'SELECT count(*) AS ended FROM roster r ANTI JOIN roster_row USING (source) WHERE r.household_id = $1',
    id,
  );
  return Number(row?.ended ?? 0);
}
