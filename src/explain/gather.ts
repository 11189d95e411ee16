import type { DuckDBConnection } from '@duckdb/node-api';
import type { Case } from '../cases/types.js';
import { DibaoError } from '../errors.js';
import { readAmount } from './amount.js';
import { type CheckInputs, checkOutcomes } from './checks.js';
import { countEnded, readHousehold, readMembers, readStandard } from './household.js';
import { readIncome } from './income.js';
import { type Origins, readOrigins } from './origins.js';
import { readRegisters } from './registers.js';
import { readRelations } from './relations.js';
import type { Decisions, Explained, Facts, Heading } from './types.js';

type Known = Omit<CheckInputs, 'registers'>;

async function factsOf(
  db: DuckDBConnection,
  id: string,
  origins: Origins,
): Promise<{ heading: Heading; facts: Facts } | null> {
  const household = await readHousehold(db, id);
  if (!household) return null;
  const { heading, size, declaredFrom } = household;
  const members = await readMembers(db, id);
  const head = members.find((one) => one.relation === 'self') ?? members[0];
  return {
    heading: { ...heading, head: head ? { name: head.name, id_number: head.id_number } : null },
    facts: {
      size,
      standard: await readStandard(db, id),
      members,
      ended_rows: await countEnded(db, id),
      registers: await readRegisters(db, id, origins),
      income: await readIncome(db, id, origins, declaredFrom),
      amount: await readAmount(db, id),
      relations: await readRelations(db, id, origins),
    },
  };
}

/** The household as a run's reports tell it: its cases repeat what the roster says. */
function headingOf(id: string, { cases, households, undecidable }: Decisions): Heading {
  const told =
    cases.find((one) => one.household_id === id) ?? households.find((one) => one.household_id === id);
  if (told) {
    const { head, township, village, village_group, category, household_size, covered_size } = told;
    const { monthly_amount, start_date } = told;
    return {
      ...{ household_id: id, head, township, village, village_group, category, class: told.class },
      ...{ household_size, covered_size, monthly_amount, start_date, grace_until: null },
    };
  }
  const place = undecidable.find((one) => one.household_id === id);
  return {
    ...{ household_id: id, head: null, township: place?.township ?? '', village: place?.village ?? '' },
    ...{ village_group: '', category: null, class: '', household_size: null, covered_size: null },
    ...{ monthly_amount: null, start_date: null, grace_until: null },
  };
}

/** The cases shown of a household; of people without one, who are no household together, the case asked for alone. */
function casesOf(id: string, caseId: string | null, { cases }: Decisions): readonly Case[] {
  return cases.filter((one) => (id === '' ? one.case_id === caseId : one.household_id === id));
}

/**
 * Everything known and decided about each of the households.
 * @param caseId the case asked for; null where a household or a person was
 * @throws DibaoError household-unknown
 */
export async function gather(
  households: readonly string[],
  known: Known,
  db: DuckDBConnection | null,
  caseId: string | null,
): Promise<Explained[]> {
  const { decisions } = known;
  const origins = db ? await readOrigins(db) : null;
  const explained: Explained[] = [];
  for (const id of households) {
    const read = db && origins ? await factsOf(db, id, origins) : null;
    const cases = casesOf(id, caseId, decisions);
    const isLead = cases.some(({ check }) => known.rules.get(check)?.off_roster === true);
    // A case of a run whose database is another's: the folder was mixed up.
    if (db && !read && !isLead) throw new DibaoError('household-unknown', { id, hint: '' });
    const facts = read?.facts ?? null;
    explained.push({
      ...(read?.heading ?? headingOf(id, decisions)),
      facts,
      checks: checkOutcomes(id, { ...known, registers: facts?.registers ?? null }),
      cases,
      proposal: decisions.households.find((one) => one.household_id === id) ?? null,
    });
  }
  return explained;
}
