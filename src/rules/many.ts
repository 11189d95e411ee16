import type { DuckDBConnection } from '@duckdb/node-api';
import { readTexts } from './read-texts.js';

/** From how many households on hits are no list any more, but an alarm (FORMS.md, 'An alarm instead of a list'). */
export interface ManyLimit {
  /** Households of the roster. */
  readonly all: number;
  /** The fewest that are too many. */
  readonly least: number;
}

/** A rule's rows as texts, and how many households its kinds of hit past the limit name, which are not among them. */
export interface Listed {
  readonly rows: readonly (readonly (string | null)[])[];
  /** Null where no kind of hit is past the limit. */
  readonly many: number | null;
}

/** Stands as the outcome of a row that tells how many a kind of hit names, in place of those hits. */
const TOO_MANY = 'too many';

/** Who is hit: the household or, of those that are on no roster, the person. */
const WHO = `CASE WHEN household_id = '' THEN '# ' || coalesce(person, '') ELSE household_id END`;

/**
 * Reads a rule's rows, but of no kind of hit that is past the limit, which is counted only: of a county whose sums are
 * reckoned otherwise every household is one, with a reason of its own. The rule is worked out once for both.
 * @param sql the rule's, of one round, with these columns
 */
export async function readListed(
  db: DuckDBConnection,
  sql: string,
  columns: readonly string[],
  { least }: ManyLimit,
): Promise<Listed> {
  const fact = columns.includes('fact') ? "coalesce(fact, '')" : "''";
  const rows = await readTexts(
    db,
    `WITH found AS MATERIALIZED (${sql}\n),
    many AS (SELECT ${fact} AS kind, count(DISTINCT ${WHO}) AS hit FROM found WHERE outcome = 'hit' GROUP BY ALL HAVING hit >= ${least}),
    counted AS (SELECT count(DISTINCT ${WHO}) AS hit FROM found WHERE outcome = 'hit' AND ${fact} IN (SELECT kind FROM many))
    FROM found WHERE NOT (outcome = 'hit' AND ${fact} IN (SELECT kind FROM many))
    UNION ALL BY NAME
    SELECT '${TOO_MANY}' AS outcome, CAST(hit AS VARCHAR) AS household_id FROM counted WHERE hit > 0`,
    columns,
  );
  const [outcome, household] = [columns.indexOf('outcome'), columns.indexOf('household_id')];
  const told = rows.find((row) => row[outcome] === TOO_MANY);
  if (told === undefined) return { rows, many: null };
  return { rows: rows.filter((row) => row !== told), many: Number(told[household]) };
}

/**
 * The same for a rule whose hits are past the limit more often than not: they are counted first, which costs a third of
 * working out their words. For rules of one kind of hit.
 */
export async function readCounted(
  db: DuckDBConnection,
  sql: string,
  columns: readonly string[],
  { least }: ManyLimit,
): Promise<Listed> {
  const reader = await db.runAndReadAll(
    `SELECT count(DISTINCT ${WHO}) FROM (${sql}\n) WHERE outcome = 'hit'`,
  );
  const hit = Number(reader.getRows()[0]?.[0]);
  if (hit < least) return { rows: await readTexts(db, sql, columns), many: null };
  return { rows: await readTexts(db, `FROM (${sql}\n) WHERE outcome <> 'hit'`, columns), many: hit };
}
