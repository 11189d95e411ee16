import type { DuckDBConnection } from '@duckdb/node-api';
import { DibaoError } from '../errors.js';
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
): Promise<{ heading: Heading; facts: Facts }> {
  const household = await readHousehold(db, id);
  // A case of a run whose database is another's: the folder was mixed up.
  if (!household) throw new DibaoError('household-unknown', { id, hint: '' });
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

/** Everything known and decided about each of the households. */
export async function gather(
  households: readonly string[],
  known: Known,
  db: DuckDBConnection | null,
): Promise<Explained[]> {
  const { decisions } = known;
  const origins = db ? await readOrigins(db) : null;
  const explained: Explained[] = [];
  for (const id of households) {
    const read = db && origins ? await factsOf(db, id, origins) : null;
    const facts = read?.facts ?? null;
    explained.push({
      ...(read?.heading ?? headingOf(id, decisions)),
      facts,
      checks: checkOutcomes(id, { ...known, registers: facts?.registers ?? null }),
      cases: decisions.cases.filter((one) => one.household_id === id),
      proposal: decisions.households.find((one) => one.household_id === id) ?? null,
    });
  }
  return explained;
}
