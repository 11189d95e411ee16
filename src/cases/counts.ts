import type { HouseholdFacts } from './facts.js';
import { isHard } from './households.js';
import type { Case, Counts } from './types.js';

/** Counts as cases are added; persons and households each once. */
class Tally {
  #cases = 0;
  #fen = 0;
  readonly #households = new Set<string>();
  readonly #persons = new Set<number>();

  add(one: Case, facts: HouseholdFacts | undefined, persons: readonly number[]): void {
    this.#cases++;
    for (const person of persons) this.#persons.add(person);
    // A household that is on no roster is none of those counted.
    if (!facts || this.#households.has(one.household_id)) return;
    this.#households.add(one.household_id);
    this.#fen += Math.round((facts.monthly_amount ?? 0) * 100);
  }

  get counts(): Counts {
    const { size: households } = this.#households;
    return { cases: this.#cases, households, persons: this.#persons.size, monthly_amount: this.#fen / 100 };
  }
}

/** Numbers of the persons that a case is about; the same case is counted for its check, rule, township and village. */
const known = new WeakMap<Case, readonly number[]>();
/** Numbers given to persons, household by household. */
const numbers = new WeakMap<HouseholdFacts, Map<string, number>>();
let last = 0;

function personsOf(one: Case, facts: HouseholdFacts | undefined): readonly number[] {
  const before = known.get(one);
  if (before) return before;
  const { person } = one;
  const ids = person
    ? [person.id_number]
    : (facts?.members ?? []).flatMap((member) => (member.covered ? member.id_number : []));
  const own = (facts && numbers.get(facts)) ?? new Map<string, number>();
  if (facts) numbers.set(facts, own);
  const found = ids.map((id) => {
    const number = own.get(id) ?? ++last;
    own.set(id, number);
    return number;
  });
  known.set(one, found);
  return found;
}

/**
 * Counts of a set of cases. Persons: those named by cases of a person, and every covered member where a case is the
 * household's; money: the monthly amounts of the households, each once.
 */
export function countCases(cases: readonly Case[], households: ReadonlyMap<string, HouseholdFacts>): Counts {
  const tally = new Tally();
  for (const one of cases) {
    const facts = households.get(one.household_id);
    tally.add(one, facts, personsOf(one, facts));
  }
  return tally.counts;
}

/** The counts of all, of the established (硬) and of those to verify (软). */
export function countAll(
  cases: readonly Case[],
  households: ReadonlyMap<string, HouseholdFacts>,
): { total: Counts; hard: Counts; soft: Counts } {
  const [total, hard, soft] = [new Tally(), new Tally(), new Tally()];
  for (const one of cases) {
    const facts = households.get(one.household_id);
    const persons = personsOf(one, facts);
    total.add(one, facts, persons);
    (isHard(one) ? hard : soft).add(one, facts, persons);
  }
  return { total: total.counts, hard: hard.counts, soft: soft.counts };
}
