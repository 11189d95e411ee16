import type { Happening, HappeningOf, Verdict } from '../ledger/events.js';
import type { CaseState } from '../ledger/state.js';

/** Households of one township that were drawn for a second look, and what came of it. */
export interface SecondLook {
  readonly batch: string;
  readonly township: string;
  readonly seed: string;
  /** Share of households whose second verdict may differ. */
  readonly limit: number | null;
  /** Drawn dismissed cases: household, first verdict and second, and who went first. */
  readonly cases: Map<string, LookedAt>;
  /** Drawn households without a case: null until looked at, then whether a problem was found. */
  readonly unflagged: Map<string, boolean | null>;
  /** Its dismissed cases were returned because of it. */
  returned: boolean;
}

interface LookedAt {
  household_id: string;
  readonly first: Verdict | null;
  readonly firstVisitors: readonly string[];
  second: Verdict | null;
}

/** The household of a case; '' for one that nobody knows. */
type HouseholdOf = (case_id: string) => string;

interface Answered {
  readonly verdict: Verdict;
  readonly investigators: readonly string[];
}

/** How much of a draw is answered, and how often the second verdict is another. Households. */
export interface LookCount {
  readonly drawn: number;
  readonly answered: number;
  readonly differ: number;
}

/**
 * Follows what happened, in order, and keeps the draws.
 * @param known cases of the ledger, for the happenings of runs may have been left out
 */
export function secondLooksOf(
  happenings: Iterable<Happening>,
  known: ReadonlyMap<string, Pick<CaseState, 'slip'>>,
): SecondLook[] {
  const looks: SecondLook[] = [];
  const last = new Map<string, Answered>();
  const reported = new Map<string, string>();
  const householdOf: HouseholdOf = (id) => known.get(id)?.slip.household_id ?? reported.get(id) ?? '';
  const find = (batch: string, has: (look: SecondLook) => boolean): SecondLook | undefined =>
    looks.findLast((look) => look.batch === batch && has(look));
  for (const one of happenings) {
    if (one.what === 'reported') {
      reported.set(one.slip.case_id, one.slip.household_id);
    } else if (one.what === 'sent_back') {
      if (one.seed === '') {
        const look = find(one.batch, ({ township }) => township === one.township);
        if (look !== undefined) look.returned = true;
      } else looks.push(drawn(one, last, householdOf));
    } else if (one.what === 'verified') {
      const { verdict, investigators } = one.finding;
      const look = find(one.batch, ({ cases }) => cases.has(one.case_id));
      const looked = look?.cases.get(one.case_id);
      if (looked !== undefined) looked.second = verdict;
      else if (looks.length > 0) markUnflagged(one, householdOf, find);
      last.set(one.case_id, { verdict, investigators });
    } else if (one.what === 'visited') {
      const look = find(one.batch, ({ unflagged }) => unflagged.has(one.household_id));
      if (look !== undefined && look.unflagged.get(one.household_id) === null)
        look.unflagged.set(one.household_id, false);
    }
  }
  return looks;
}

/** A problem found in a household without a case came in as a reported case of the same batch. */
function markUnflagged(
  { case_id, batch, finding }: HappeningOf<'verified'>,
  householdOf: HouseholdOf,
  find: (batch: string, has: (look: SecondLook) => boolean) => SecondLook | undefined,
): void {
  const household = householdOf(case_id);
  const look = find(batch, ({ unflagged }) => unflagged.has(household));
  look?.unflagged.set(household, finding.verdict !== 'dismissed');
}

function drawn(
  { batch, township, seed, limit, cases, households }: HappeningOf<'sent_back'>,
  last: ReadonlyMap<string, Answered>,
  householdOf: HouseholdOf,
): SecondLook {
  return {
    batch,
    township,
    seed,
    limit: limit ?? null,
    cases: new Map(
      cases.map((id) => {
        const before = last.get(id);
        const household_id = householdOf(id);
        const firstVisitors = before?.investigators ?? [];
        return [id, { household_id, first: before?.verdict ?? null, firstVisitors, second: null }];
      }),
    ),
    unflagged: new Map(households.map((id) => [id, null])),
    returned: false,
  };
}

/** Counts a draw's dismissed households: one is answered when all its drawn cases are, and differs when any does. */
export function dismissedCount({ cases }: SecondLook): LookCount {
  const byHousehold = new Map<string, { answered: boolean; differ: boolean }>();
  for (const { household_id, first, second } of cases.values()) {
    const own = byHousehold.get(household_id) ?? { answered: true, differ: false };
    if (second === null) own.answered = false;
    else if (second !== first) own.differ = true;
    byHousehold.set(household_id, own);
  }
  const all = [...byHousehold.values()];
  return {
    drawn: all.length,
    answered: all.filter(({ answered }) => answered).length,
    differ: all.filter(({ differ }) => differ).length,
  };
}

export function unflaggedCount({ unflagged }: SecondLook): LookCount {
  const all = [...unflagged.values()];
  return {
    drawn: all.length,
    answered: all.filter((one) => one !== null).length,
    differ: all.filter((one) => one === true).length,
  };
}

/** True while rows of it are still to come. */
export function isOpen(look: SecondLook): boolean {
  return [dismissedCount(look), unflaggedCount(look)].some(({ drawn: all, answered }) => answered < all);
}

/**
 * True where more second verdicts differ than the limit allows. Measured against all households drawn: while answers
 * are still to come, it is true only where they could not change it.
 */
export function isOverLimit(look: SecondLook, limit: number): boolean {
  const { drawn: all, differ } = dismissedCount(look);
  return all > 0 && differ > limit * all;
}
