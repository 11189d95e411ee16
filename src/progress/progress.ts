import { groupBy } from '../cases/group-by.js';
import type { CaseState, HouseholdState, LedgerState } from '../ledger/state.js';
import { countStages } from './counts.js';
import { townshipsOf } from './places.js';
import { countRecovery } from './recovery.js';
import { leastVerified, type PlaceProgress, type Progress } from './types.js';
import { countVisits, householdsToVisit, type Visited } from './visits.js';

/** The check of a case in these tables; what visitors reported themselves (补报) stands under one name. */
export const REPORTED = '补报';
const checkOf = ({ reported, slip }: CaseState): string => (reported ? REPORTED : slip.check);

/** The ten categories first, then the integrity checks and the user's own, then what was reported. */
const rank = (check: string): string => `${check === REPORTED ? 2 : /^R\d\d/.test(check) ? 0 : 1}${check}`;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * How far the campaign is.
 * @param date the day of the count, YYYY-MM-DD
 */
export function progressOf(state: LedgerState, date: string): Progress {
  const townshipOf = townshipsOf(state);
  const place = (id: string): string => townshipOf.get(id) ?? '';
  const deadlines = new Map(state.batches.map(({ batch, deadline }) => [batch, deadline]));
  const all = [...state.cases.values()];
  const visits = householdsToVisit(state);
  const households = [...state.households.values()];
  const byTownship = {
    cases: groupBy(all, ({ slip }) => slip.township),
    visits: groupBy(visits, ({ household_id }) => place(household_id)),
    households: groupBy(households, ({ household_id }) => place(household_id)),
  };
  const figures = (
    cases: readonly CaseState[] = [],
    due: readonly Visited[] = [],
    own: readonly HouseholdState[] = [],
  ): PlaceProgress => ({
    counts: countStages(cases, date),
    visits: countVisits(due, deadlines, date),
    recovery: countRecovery(own),
  });
  const townships = new Set([...byTownship.cases.keys(), ...byTownship.visits.keys()]);
  const checks = [...groupBy(all, checkOf)].sort(([a], [b]) => byText(rank(a), rank(b)));
  const titleOf = (check: string, own: readonly CaseState[]): string =>
    check === REPORTED ? '入户时补报的问题' : (own.at(-1)?.slip.title ?? '');
  return {
    name: state.name,
    date,
    last_run: state.runs.at(-1)?.as_of ?? null,
    least_verified: leastVerified,
    total: figures(all, visits, households),
    townships: [...townships].sort(byText).map((township) => ({
      township,
      ...figures(
        byTownship.cases.get(township),
        byTownship.visits.get(township),
        byTownship.households.get(township),
      ),
    })),
    checks: checks.map(([check, own]) => ({
      check,
      title: titleOf(check, own),
      counts: countStages(own, date),
    })),
    pairs: checks.flatMap(([check, own]) =>
      [...groupBy(own, ({ slip }) => slip.township)]
        .sort(([a], [b]) => byText(a, b))
        .map(([township, some]) => ({
          check,
          title: titleOf(check, own),
          township,
          counts: countStages(some, date),
        }))
        .filter(({ counts }) => counts.verified > 0),
    ),
  };
}
