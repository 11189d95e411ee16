import { fen } from '../campaign-file/amounts.js';
import { parseId } from '../normalise/index.js';
import type { RosterHousehold, RosterMember } from '../roster/read-roster.js';
import { coveredOf } from '../settle/members.js';
import type { Family, Person } from './types.js';

/**
 * Who a member is on either roster: by a valid number; else by the number as it is written and the name, as two persons
 * may share a rounded number.
 */
function personOf({ name, id_number, relation, covered }: RosterMember): Person {
  const { value, problem } = parseId(id_number);
  const isSure = problem === null && value !== '';
  const key = isSure ? value : `${value === '' ? id_number : value}|${name}`;
  return { key, isSure, name, id_number, relation, covered };
}

/** What is compared of a household; the rest of what the roster says of it is let go. */
export function familyOf(household: RosterHousehold): Family {
  const { household_id, category, tier, township, village, village_group, standard_year } = household;
  return {
    ...{ household_id, category, tier, township, village, village_group, standard_year },
    class: household.class,
    covered: coveredOf(household),
    fen: fen(household.monthly_amount ?? 0),
    hasAmount: household.monthly_amount !== null,
    members: household.members.map(personOf),
  };
}

export const headOf = ({ members }: Family): Person | undefined => members[0];

export function placeOf({ township, village }: Family): string {
  return village === '' ? township : `${township} ${village}`;
}
