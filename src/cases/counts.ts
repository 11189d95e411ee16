import type { HouseholdFacts } from './facts.js';
import { isHard } from './households.js';
import type { Case, Counts } from './types.js';

/**
 * Counts of a set of cases. Persons: those named by cases of a person, and every covered member where a case is the
 * household's; money: the monthly amounts of the households, each once.
 */
export function countCases(cases: readonly Case[], households: ReadonlyMap<string, HouseholdFacts>): Counts {
  const seen = new Set<string>();
  const persons = new Set<string>();
  let fen = 0;
  for (const one of cases) {
    const facts = households.get(one.household_id);
    if (!seen.has(one.household_id)) {
      seen.add(one.household_id);
      fen += Math.round((facts?.monthly_amount ?? 0) * 100);
    }
    if (one.person) persons.add(`${one.household_id}|${one.person.id_number}`);
    else
      for (const member of facts?.members ?? [])
        if (member.covered) persons.add(`${one.household_id}|${member.id_number}`);
  }
  return { cases: cases.length, households: seen.size, persons: persons.size, monthly_amount: fen / 100 };
}

/** The counts of all, of the established (硬) and of those to verify (软). */
export function countAll(
  cases: readonly Case[],
  households: ReadonlyMap<string, HouseholdFacts>,
): { total: Counts; hard: Counts; soft: Counts } {
  return {
    total: countCases(cases, households),
    hard: countCases(cases.filter(isHard), households),
    soft: countCases(
      cases.filter((one) => !isHard(one)),
      households,
    ),
  };
}
