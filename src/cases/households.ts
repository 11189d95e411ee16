import { headOf } from './build.js';
import type { HouseholdFacts } from './facts.js';
import { groupBy } from './group-by.js';
import { type HouseholdMoney, overpaidOf } from './overpaid.js';
import type { Case, Grade, Household } from './types.js';

/** How much a case weighs: what is established whole, what must be looked at first by how far its match goes. */
const WEIGHTS: Readonly<Record<Grade, Readonly<Record<Case['match'], number>>>> = {
  exit: { exact: 1, id: 0.9, near: 0.4, name: 0.2 },
  remove: { exact: 1, id: 0.9, near: 0.4, name: 0.2 },
  verify: { exact: 0.5, id: 0.45, near: 0.3, name: 0.15 },
};

/** Months of the amount at stake that are counted beside what was overpaid already. */
const MONTHS_AHEAD = 12;

export function isHard(one: Pick<Case, 'grade' | 'match'>): boolean {
  return one.grade !== 'verify' && (one.match === 'exact' || one.match === 'id');
}

function action(cases: readonly Case[]): Grade {
  if (cases.some((one) => one.grade === 'exit')) return 'exit';
  return cases.some((one) => one.grade === 'remove') ? 'remove' : 'verify';
}

/**
 * Merges the cases per household into what is proposed (exit; remove members and work the amount out anew; verify)
 * and a priority: certainty × money (a year of the amount at stake and what was overpaid).
 * @returns highest priority first
 */
export function mergeHouseholds(
  cases: readonly Case[],
  households: ReadonlyMap<string, HouseholdFacts>,
  money: (household: HouseholdFacts) => HouseholdMoney,
  asOf: string,
): Household[] {
  const byHousehold = groupBy(cases, (one) => one.household_id);
  const merged = [...byHousehold].flatMap(([id, list]): Household[] => {
    const facts = households.get(id);
    // Of one that is on no roster nothing can be proposed.
    if (!facts) return [];
    const grade = action(list);
    const overpaid = overpaidOf(
      list.map((one) => ({ since: one.since, grade: one.grade, person: one.person?.id_number ?? null })),
      money(facts),
      asOf,
    );
    const covered = Math.max(facts.covered_size ?? facts.covered_listed, 1);
    const removed = new Set(list.filter((one) => one.grade === 'remove').map((one) => one.person?.id_number))
      .size;
    const stake = (facts.monthly_amount ?? 0) * (grade === 'remove' ? Math.min(removed / covered, 1) : 1);
    const weight = Math.max(...list.map((one) => WEIGHTS[one.grade][one.match]));
    const one = {
      household_id: id,
      head: headOf(facts),
      township: facts.township,
      village: facts.village,
      village_group: facts.village_group,
      category: facts.category,
      class: facts.class,
      household_size: facts.household_size,
      covered_size: facts.covered_size ?? facts.covered_listed,
      monthly_amount: facts.monthly_amount,
      start_date: facts.start_date,
      cases: list.map((one) => one.case_id),
      rules: [...new Set(list.map((one) => one.rule))].sort(),
      grade,
      action: grade,
      priority: Math.round(weight * (stake * MONTHS_AHEAD + (overpaid?.amount ?? 0)) * 100) / 100,
      certainty: list.some(isHard) ? ('hard' as const) : ('soft' as const),
      overpaid,
    };
    return [one];
  });
  return merged.sort((a, b) => b.priority - a.priority || (a.household_id < b.household_id ? -1 : 1));
}
