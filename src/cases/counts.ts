import type { HouseholdFacts } from './facts.js';
import { isHard } from './households.js';
import type { Case, Counts } from './types.js';

/** Somebody or something that is counted once: which count it was last met in. */
interface Mark {
  seen: number;
}

/** A household of the roster as it is counted. */
interface HouseholdMark extends Mark {
  readonly fen: number;
  readonly persons: Map<string, Mark>;
  /** Its covered members; null until a case of the household asks for them. */
  covered: readonly Mark[] | null;
}

/** What a case adds to a count. */
interface Share {
  /** Null for one that is on no roster. */
  readonly household: HouseholdMark | null;
  readonly persons: readonly Mark[];
  readonly isHard: boolean;
}

type Households = ReadonlyMap<string, HouseholdFacts>;

/**
 * The shares of cases, looked up once: the same case is counted for its check, rule, township and village, and its
 * household and persons are told from others by marks instead of sets of their numbers.
 */
class Shares {
  readonly #households: Households;
  readonly #shares = new WeakMap<Case, Share>();
  readonly #marks = new Map<string, HouseholdMark>();

  constructor(households: Households) {
    this.#households = households;
  }

  of(one: Case): Share {
    const before = this.#shares.get(one);
    if (before) return before;
    const facts = this.#households.get(one.household_id);
    const household = facts ? this.#markOf(facts) : null;
    const share = { household, persons: personsOf(one, facts, household), isHard: isHard(one) };
    this.#shares.set(one, share);
    return share;
  }

  #markOf({ household_id, monthly_amount }: HouseholdFacts): HouseholdMark {
    const before = this.#marks.get(household_id);
    if (before) return before;
    const fen = Math.round((monthly_amount ?? 0) * 100);
    const mark: HouseholdMark = { seen: 0, fen, persons: new Map(), covered: null };
    this.#marks.set(household_id, mark);
    return mark;
  }
}

function personMark({ persons }: HouseholdMark, id: string): Mark {
  const mark = persons.get(id) ?? { seen: 0 };
  persons.set(id, mark);
  return mark;
}

/** The person a case names; every covered member where it is the household's. */
function personsOf(
  { person }: Case,
  facts: HouseholdFacts | undefined,
  household: HouseholdMark | null,
): readonly Mark[] {
  if (!facts || !household) return person ? [{ seen: 0 }] : [];
  if (person) return [personMark(household, person.id_number)];
  household.covered ??= facts.members.flatMap((member) =>
    member.covered ? personMark(household, member.id_number) : [],
  );
  return household.covered;
}

const known = new WeakMap<Households, Shares>();

function sharesOf(cases: readonly Case[], households: Households): Share[] {
  const shares = known.get(households) ?? new Shares(households);
  known.set(households, shares);
  return cases.map((one) => shares.of(one));
}

let last = 0;

/** True the first time in a count. */
function isNew(mark: Mark, count: number): boolean {
  if (mark.seen === count) return false;
  mark.seen = count;
  return true;
}

function count(shares: readonly Share[]): Counts {
  const now = ++last;
  const found = { cases: shares.length, households: 0, persons: 0 };
  let fen = 0;
  for (const { household, persons } of shares) {
    for (const person of persons) if (isNew(person, now)) found.persons++;
    // A household that is on no roster is none of those counted.
    if (!household || !isNew(household, now)) continue;
    found.households++;
    fen += household.fen;
  }
  return { ...found, monthly_amount: fen / 100 };
}

/**
 * Counts of a set of cases. Persons: those named by cases of a person, and every covered member where a case is the
 * household's; money: the monthly amounts of the households, each once.
 */
export function countCases(cases: readonly Case[], households: Households): Counts {
  return count(sharesOf(cases, households));
}

/** The counts of all, of the established (硬) and of those to verify (软). */
export function countAll(
  cases: readonly Case[],
  households: Households,
): { total: Counts; hard: Counts; soft: Counts } {
  const shares = sharesOf(cases, households);
  return {
    total: count(shares),
    hard: count(shares.filter(({ isHard }) => isHard)),
    soft: count(shares.filter(({ isHard }) => !isHard)),
  };
}
