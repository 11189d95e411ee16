import { groupBy } from '../cases/group-by.js';
import type { CaseState, HouseholdState, LedgerState } from '../ledger/state.js';
import { percent } from './rounding.js';
import type { VisitCounts } from './types.js';

/** A household as far as visits go: its own state, and its cases. */
export interface Visited {
  readonly household_id: string;
  readonly household: HouseholdState | null;
  readonly cases: readonly CaseState[];
}

/** Every household that the workbooks sent out so far ask to visit, or that was visited without being asked for. */
export function householdsToVisit(state: LedgerState): Visited[] {
  const sent = [...state.cases.values()].filter((one) => one.dispatched !== null || one.finding !== null);
  const cases = groupBy(sent, ({ slip }) => slip.household_id);
  const ids = new Set(cases.keys());
  for (const { household_id, surveyed, secondLook, visit } of state.households.values())
    if (surveyed !== null || secondLook !== null || visit !== null) ids.add(household_id);
  return [...ids].map((household_id) => ({
    household_id,
    household: state.households.get(household_id) ?? null,
    cases: cases.get(household_id) ?? [],
  }));
}

/** Drawn for a second look (退回重核), it counts as not visited until the answer is back. */
const isAwaited = ({ household }: Visited): boolean => household?.secondLook?.isBack === false;

const isFirstVisited = ({ household, cases }: Visited): boolean =>
  (household?.visit ?? null) !== null || cases.some(({ finding }) => (finding?.visited ?? null) !== null);

/** The persons that a visit was to see, and saw: by the 核查调查表, else by the rows of the 疑点核实表, each once. */
function personsOf(one: Visited): { due: number; seen: number } {
  const { household, cases } = one;
  const visit = household?.visit ?? null;
  if (visit !== null && isAwaited(one)) return { due: visit.persons_due, seen: 0 };
  if (visit !== null) return { due: visit.persons_due, seen: visit.persons_seen };
  const seen = new Map<string, boolean>();
  for (const { slip, finding } of cases) {
    const answer = finding?.seen ?? null;
    if (answer === null) continue;
    const who = (slip.person ?? slip.head)?.id_number ?? '';
    seen.set(who, answer || seen.get(who) === true);
  }
  return { due: seen.size, seen: [...seen.values()].filter(Boolean).length };
}

/** @param deadlines day by batch, YYYY-MM-DD */
export function countVisits(
  households: Iterable<Visited>,
  deadlines: ReadonlyMap<string, string>,
  date: string,
): VisitCounts {
  const sums = {
    households_due: 0,
    households_visited: 0,
    households_overdue: 0,
    persons_due: 0,
    persons_seen: 0,
  };
  for (const one of households) {
    // The deadline of its first batch says nothing of a second look.
    const deadline = isAwaited(one) ? undefined : deadlines.get(one.household?.surveyed ?? '');
    const { due, seen } = personsOf(one);
    sums.households_due++;
    if (isFirstVisited(one) && !isAwaited(one)) sums.households_visited++;
    else if (deadline !== undefined && deadline < date) sums.households_overdue++;
    sums.persons_due += due;
    sums.persons_seen += seen;
  }
  return {
    ...sums,
    households_left: sums.households_due - sums.households_visited,
    persons_left: sums.persons_due - sums.persons_seen,
    visited_rate: percent(sums.households_visited, sums.households_due),
    seen_rate: percent(sums.persons_seen, sums.persons_due),
  };
}
