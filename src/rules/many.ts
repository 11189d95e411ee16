import type { DuckDBConnection } from '@duckdb/node-api';
import { readTexts } from './read-texts.js';

/** From how many households on hits are no list any more, but an alarm (FORMS.md, 'An alarm instead of a list'). */
export interface ManyLimit {
  /** Households of the roster. */
  readonly all: number;
  readonly isMany: (households: number) => boolean;
}

/** The kinds of hit past the limit, by the fact that names them, and the households in any of them. */
export interface Many {
  readonly facts: readonly string[];
  readonly count: number;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The rows of a rule without those kinds of hit. @param fact the rule's column, or '' as SQL where it has none */
export function without({ facts }: Many, sql: string, fact: string): string {
  return `FROM (${sql}\n) WHERE NOT (outcome = 'hit' AND coalesce(${fact}, '') IN (${facts.map(quoted).join(', ')}))`;
}

/**
 * Counts a rule's hits before any is read: of a county whose sums are reckoned otherwise every household is one, with a
 * reason of its own.
 * @param sql the rule's, of one round
 * @param fact the rule's column, or '' as SQL where it has none
 * @returns null where no kind of hit is past the limit
 */
export async function countMany(
  db: DuckDBConnection,
  sql: string,
  fact: string,
  limit: ManyLimit,
): Promise<Many | null> {
  // Who is hit: the household or, of those that are on no roster, the person.
  const hit = `SELECT coalesce(${fact}, '') AS fact, CASE WHEN household_id = '' THEN '# ' || coalesce(person, '') ELSE household_id END AS who
    FROM (${sql}\n) WHERE outcome = 'hit'`;
  const counts = await readTexts(
    db,
    `SELECT fact, count(DISTINCT who) AS hit FROM (${hit}) GROUP BY fact`,
    ['fact', 'hit'],
    'fact',
  );
  const facts = counts.flatMap(([name, count]) => (limit.isMany(Number(count)) ? [name ?? ''] : []));
  if (facts.length === 0) return null;
  if (facts.length === 1)
    return { facts, count: Number(counts.find(([name]) => (name ?? '') === facts[0])?.[1]) };
  const among = facts.map(quoted).join(', ');
  const [[count] = []] = await readTexts(
    db,
    `SELECT count(DISTINCT who) AS hit FROM (${hit}) WHERE fact IN (${among})`,
    ['hit'],
  );
  return { facts, count: Number(count) };
}
