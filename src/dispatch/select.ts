import type { LedgerEvent } from '../ledger/events.js';
import type { CaseState, LedgerState } from '../ledger/state.js';
import type { RosterHousehold } from '../roster/read-roster.js';

/** What goes to one township; '' where the roster names none. */
export interface Parcel {
  readonly township: string;
  readonly cases: readonly CaseState[];
  /** For a 核查调查表 each; none unless asked for. */
  readonly households: readonly RosterHousehold[];
}

export interface Wanted {
  /** Those dispatched and not answered too. */
  readonly again: boolean;
  /** Townships to send to; every one where it is null. */
  readonly townships: ReadonlySet<string> | null;
  /** Households that get a 核查调查表; null where none is asked for. */
  readonly survey: readonly RosterHousehold[] | null;
}

/**
 * Cases that were returned to be looked at again, and have not gone out since. Those drawn for a second look (they
 * carry the seed of the draw) go out on a form of their own.
 */
function returnedCases(events: readonly LedgerEvent[]): Set<string> {
  const returned = new Set<string>();
  for (const { event } of events) {
    if (event.what === 'sent_back' && event.seed === '') for (const id of event.cases) returned.add(id);
    if (event.what === 'dispatched') for (const id of event.cases) returned.delete(id);
    if (event.what === 'verified') returned.delete(event.case_id);
  }
  return returned;
}

function goesOut(
  { slip, stage, present, reported, finding }: CaseState,
  again: boolean,
  returned: Set<string>,
): boolean {
  if (!(present || reported) || finding !== null) return false;
  if (stage === 'open') return true;
  return stage === 'dispatched' && (again || returned.has(slip.case_id));
}

function isSurveyed(state: LedgerState, { household_id }: RosterHousehold, again: boolean): boolean {
  const known = state.households.get(household_id);
  if (known === undefined) return false;
  return again ? known.visit !== null : known.surveyed !== null;
}

/** What is to go out, by township in the order of their names; those without one last. */
export function parcels(
  { events, state }: { readonly events: readonly LedgerEvent[]; readonly state: LedgerState },
  { again, townships, survey }: Wanted,
): Parcel[] {
  const returned = returnedCases(events);
  const found = new Map<string, { cases: CaseState[]; households: RosterHousehold[] }>();
  const at = (township: string) => {
    const known = found.get(township) ?? { cases: [], households: [] };
    found.set(township, known);
    return known;
  };
  const isWanted = (township: string) => townships === null || townships.has(township);
  for (const one of state.cases.values())
    if (isWanted(one.slip.township) && goesOut(one, again, returned)) at(one.slip.township).cases.push(one);
  for (const household of survey ?? [])
    if (isWanted(household.township) && !isSurveyed(state, household, again))
      at(household.township).households.push(household);
  const order = (township: string) => (township === '' ? '\uFFFF' : township);
  return [...found]
    .map(([township, parcel]) => ({ township, ...parcel }))
    .sort((a, b) => (order(a.township) < order(b.township) ? -1 : 1));
}

/** Number of the next batch, counted in the ledger: `2026-001`. */
export function nextBatch({ batches }: Pick<LedgerState, 'batches'>, date: string): string {
  const year = date.slice(0, 4);
  const used = batches.flatMap(({ batch }) => {
    const [, of, number] = /^(\d{4})-(\d+)$/.exec(batch) ?? [];
    return of === year ? [Number(number)] : [];
  });
  return `${year}-${String(Math.max(0, ...used) + 1).padStart(3, '0')}`;
}
