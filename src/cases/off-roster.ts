import type { RuleRow } from '../rules/execute.js';
import type { HouseholdFacts } from './facts.js';
import type { Case } from './types.js';

/**
 * What is known of a household that a check names and that is on no roster: its number, '' where there is none. It has
 * no row in households.ndjson, so that nothing can be proposed for it.
 */
export function offRoster(household_id: string): HouseholdFacts {
  return {
    household_id,
    ...{ category: null, class: '', township: '', village: '', village_group: '' },
    ...{ household_size: null, covered_size: null, covered_listed: 0, monthly_amount: null },
    ...{ start_date: null, grace_until: null, members: [] },
  };
}

/** The person of a case who is on no roster, as the check's row names him; null where it names none. */
export function stranger({ person, person_name }: RuleRow): Case['person'] {
  if (person === null || person_name === null) return null;
  return { name: person_name, id_number: person, relation: null, covered: null, age: null };
}
