import type { DuckDBConnection } from '@duckdb/node-api';
import { readTexts, textsTable } from '../rules/read-texts.js';
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
];
const MEMBER = ['household_id', 'person', 'name', 'id_number', 'relation', 'covered', 'age'];

type Row = readonly (string | null)[];

/** @param row the values of HOUSEHOLD */
function householdOf(row: Row): HouseholdFacts {
  const [household_id, category, householdClass, township, village, village_group, size] = row;
  const [covered = null, listed, amount = null, start = null, grace = null] = row.slice(7);
  return {
    household_id: household_id ?? '',
    category: category === 'urban' || category === 'rural' ? category : null,
    class: householdClass ?? '',
    township: township ?? '',
    village: village ?? '',
    village_group: village_group ?? '',
    household_size: number(size ?? null),
    covered_size: number(covered),
    covered_listed: Number(listed),
    monthly_amount: number(amount),
    start_date: start,
    grace_until: grace,
    members: [],
  };
}

/** @param row the values of MEMBER */
function memberOf([household_id, person, name, id_number, relation, covered, age]: Row): MemberFacts {
  return {
    household_id: household_id ?? '',
    person: person ?? '',
    name: name ?? '',
    id_number: id_number ?? '',
    relation: relation ?? null,
    covered: covered === 'true',
    age: number(age ?? null),
  };
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
  const wanted = `SEMI JOIN ${textsTable(ids, 'household_id')} USING (household_id)`;
  const found = new Map<string, HouseholdFacts>();
  for (const row of await readTexts(db, `FROM household ${wanted}`, HOUSEHOLD, 'household_id')) {
    const household = householdOf(row);
    found.set(household.household_id, household);
  }
  const members = `SELECT *, age_on(birth_date, as_of()) AS age FROM member ${wanted}`;
  for (const row of await readTexts(db, members, MEMBER, 'household_id, sources[1]')) {
    const member = memberOf(row);
    found.get(member.household_id)?.members.push(member);
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
  const wanted = `SEMI JOIN ${textsTable(households, 'household_id')} USING (household_id)`;
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
