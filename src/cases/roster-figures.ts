import type { HouseholdFacts } from './facts.js';
import type { Summary } from './types.js';

function figures(households: readonly HouseholdFacts[]): {
  households: number;
  covered: number;
  monthly_amount: number;
} {
  const fen = households.reduce((sum, one) => sum + Math.round((one.monthly_amount ?? 0) * 100), 0);
  return {
    households: households.length,
    covered: households.reduce((sum, one) => sum + one.members.filter((member) => member.covered).length, 0),
    monthly_amount: fen / 100,
  };
}

/** The roster in numbers, urban and rural apart. */
export function rosterFigures(all: ReadonlyMap<string, HouseholdFacts>): Summary['roster'] {
  const households = [...all.values()];
  return {
    ...figures(households),
    members: households.reduce((sum, one) => sum + one.members.length, 0),
    urban: figures(households.filter((one) => one.category === 'urban')),
    rural: figures(households.filter((one) => one.category === 'rural')),
    unknown_category: households.filter((one) => one.category === null).length,
    // A member without a usable number is keyed by his row.
    uncheckable_members: households.reduce(
      (sum, one) => sum + one.members.filter((member) => member.person.startsWith('#')).length,
      0,
    ),
    heads_only: households.filter((one) => one.members.length === 1 && (one.covered_size ?? 1) > 1).length,
  };
}
