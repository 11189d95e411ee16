import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../load/database.js';
import { monthNumber } from './months.js';

export interface MemberFacts {
  readonly household_id: string;
  readonly person: string;
  readonly name: string;
  readonly id_number: string;
  readonly relation: string | null;
  readonly covered: boolean;
  readonly age: number | null;
}

export interface HouseholdFacts {
  readonly household_id: string;
  readonly category: 'urban' | 'rural' | null;
  readonly class: string;
  readonly township: string;
  readonly village: string;
  readonly village_group: string;
  readonly household_size: number | null;
  readonly covered_size: number | null;
  readonly covered_listed: number;
  readonly monthly_amount: number | null;
  readonly start_date: string | null;
  readonly grace_until: string | null;
  readonly members: MemberFacts[];
}

const number = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const orNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/**
 * Households of the roster with their members, by household number.
 * @param ids the households wanted: those that a check names
 */
export async function readHouseholds(
  db: DuckDBConnection,
  ids: readonly string[],
): Promise<Map<string, HouseholdFacts>> {
  if (ids.length === 0) return new Map();
  const wanted = `SEMI JOIN (SELECT unnest([${ids.map(literal).join(', ')}]) AS household_id) USING (household_id)`;
  const found = new Map<string, HouseholdFacts>();
  const households =
    await db.runAndReadAll(`SELECT household_id, category, class, township, village, village_group,
    household_size, covered_size, covered_listed, monthly_amount, start_date, grace_until FROM household ${wanted} ORDER BY household_id`);
  for (const row of households.getRowObjectsJson()) {
    const category = row.category === 'urban' || row.category === 'rural' ? row.category : null;
    found.set(text(row.household_id), {
      household_id: text(row.household_id),
      category,
      class: text(row.class),
      township: text(row.township),
      village: text(row.village),
      village_group: text(row.village_group),
      household_size: number(row.household_size),
      covered_size: number(row.covered_size),
      covered_listed: Number(row.covered_listed),
      monthly_amount: number(row.monthly_amount),
      start_date: orNull(row.start_date),
      grace_until: orNull(row.grace_until),
      members: [],
    });
  }
  const members = await db.runAndReadAll(`SELECT household_id, person, name, id_number, relation, covered,
    age_on(birth_date, as_of()) AS age FROM member ${wanted} ORDER BY household_id, sources[1]`);
  for (const row of members.getRowObjectsJson()) {
    found.get(text(row.household_id))?.members.push({
      household_id: text(row.household_id),
      person: text(row.person),
      name: text(row.name),
      id_number: text(row.id_number),
      relation: orNull(row.relation),
      covered: row.covered === true,
      age: number(row.age),
    });
  }
  return found;
}

/** Fen paid by household and month; null where there is no payment register. */
export async function readPayments(
  db: DuckDBConnection,
  present: boolean,
  households: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, number>> | null> {
  if (!present || households.length === 0) return null;
  const found = new Map<string, Map<number, number>>(households.map((id) => [id, new Map()]));
  const rows = await db.runAndReadAll(`SELECT household_id, month, CAST(sum(amount) * 100 AS BIGINT)
    FROM relief_payment
    SEMI JOIN (SELECT unnest([${households.map(literal).join(', ')}]) AS household_id) USING (household_id)
    WHERE source = same_as
    GROUP BY ALL`);
  for (const [household, month, fen] of rows.getRows()) {
    found.get(String(household))?.set(monthNumber(String(month)), Number(fen));
  }
  return found;
}
