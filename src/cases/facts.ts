import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../load/database.js';
import { readTexts } from '../rules/read-texts.js';
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

const number = (text: string | null): number | null => (text === null ? null : Number(text));

const HOUSEHOLD = [
  ...['household_id', 'category', 'class', 'township', 'village', 'village_group', 'household_size'],
  ...['covered_size', 'covered_listed', 'monthly_amount', 'start_date', 'grace_until'],
] as const;
const MEMBER = ['household_id', 'person', 'name', 'id_number', 'relation', 'covered', 'age'] as const;

/** Rows by column name. */
async function rowsOf<Name extends string>(
  db: DuckDBConnection,
  query: string,
  columns: readonly Name[],
  order: string,
): Promise<Record<Name, string | null>[]> {
  const rows = await readTexts(db, query, columns, order);
  return rows.map(
    (row) =>
      Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null])) as Record<
        Name,
        string | null
      >,
  );
}

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
  for (const row of await rowsOf(db, `FROM household ${wanted}`, HOUSEHOLD, 'household_id')) {
    const household_id = row.household_id ?? '';
    found.set(household_id, {
      household_id,
      category: row.category === 'urban' || row.category === 'rural' ? row.category : null,
      class: row.class ?? '',
      township: row.township ?? '',
      village: row.village ?? '',
      village_group: row.village_group ?? '',
      household_size: number(row.household_size),
      covered_size: number(row.covered_size),
      covered_listed: Number(row.covered_listed),
      monthly_amount: number(row.monthly_amount),
      start_date: row.start_date,
      grace_until: row.grace_until,
      members: [],
    });
  }
  const members = `SELECT *, age_on(birth_date, as_of()) AS age FROM member ${wanted}`;
  for (const row of await rowsOf(db, members, MEMBER, 'household_id, sources[1]')) {
    const household_id = row.household_id ?? '';
    found.get(household_id)?.members.push({
      household_id,
      person: row.person ?? '',
      name: row.name ?? '',
      id_number: row.id_number ?? '',
      relation: row.relation,
      covered: row.covered === 'true',
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
  const wanted = `SEMI JOIN (SELECT unnest([${households.map(literal).join(', ')}]) AS household_id) USING (household_id)`;
  // A household's months in one text: a county has more months of payment than anything else.
  const rows = await readTexts(
    db,
    `SELECT household_id, string_agg(month || '=' || fen, ' ') AS paid
     FROM (SELECT household_id, month, CAST(sum(amount) * 100 AS BIGINT) AS fen
           FROM relief_payment ${wanted} WHERE source = same_as AND month IS NOT NULL GROUP BY ALL)
     GROUP BY household_id`,
    ['household_id', 'paid'],
  );
  for (const [household, paid] of rows) {
    const months = found.get(household ?? '');
    for (const one of paid?.split(' ') ?? []) {
      const [month = '', fen] = one.split('=');
      months?.set(monthNumber(month), Number(fen));
    }
  }
  return found;
}
