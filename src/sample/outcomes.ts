import type { LedgerState } from '../ledger/state.js';

/**
 * What the campaign's ledger says of a household: wrong where a case of it (one reported on the visit, too) was confirmed
 * wholly or in part, or the survey asks for anything but to keep it; right where it was visited, or all its cases were
 * dismissed; null while neither is so. A visit on which nobody was seen decides nothing.
 */
export function outcomeOf({ casesOf, households }: LedgerState, household_id: string): boolean | null {
  const cases = (casesOf.get(household_id) ?? []).filter(({ present, reported }) => present || reported);
  const verdicts = cases.map(({ finding }) => finding?.verdict ?? null);
  const visit = households.get(household_id)?.visit ?? null;
  const measure = visit?.survey?.measure ?? null;
  if (verdicts.some((verdict) => verdict === 'confirmed' || verdict === 'partly')) return true;
  if (measure !== null && measure !== 'keep') return true;
  const isVisited = visit !== null && (visit.persons_seen > 0 || measure !== null);
  const isOpen = verdicts.includes(null);
  return (isVisited || verdicts.length > 0) && !isOpen ? false : null;
}
