import { groundWords } from '../forms/words.js';
import type { HappeningOf, Requirement } from '../ledger/events.js';
import type { HouseholdState } from '../ledger/state.js';
import type { Terms } from './inputs.js';
import type { Verdict, Verdicts } from './verdicts.js';

/** The waiver of a requirement that holds for a household; that of a verdict names the household. */
export function waiverFor(
  waivers: Terms['waivers'],
  requirement: Requirement,
  household_id: string,
): HappeningOf<'waived'> | undefined {
  return waivers.findLast(
    (one) =>
      one.requirement === requirement &&
      (one.household_id === household_id || (one.household_id === null && requirement !== 'verdict')),
  );
}

function hasTwoInvestigators({ finding }: Verdict): boolean {
  return new Set(finding.investigators.map((name) => name.trim()).filter((name) => name !== '')).size >= 2;
}

function hasReason({ finding }: Verdict): boolean {
  const { ground, note } = finding;
  return ground.trim() !== '' && (ground !== groundWords.other || note.trim() !== '');
}

/** The day by which an objection must have come: `days` after the letter was served, that day not counted. */
export function lastDayToObject(servedOn: string, days: number): string {
  const day = new Date(`${servedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The letter of this decision: one served before the last visit was of another. */
function servedOn(
  state: HouseholdState | undefined,
  verdicts: readonly Verdict[],
  date: string,
): string | null {
  const on = state?.served?.on;
  if (on === undefined || on > date) return null;
  return verdicts.every(({ finding }) => (finding.visited ?? '') <= on) ? on : null;
}

/**
 * What is missing before a household may be stopped or lowered (FORMS.md): a verdict for each of its cases, two
 * investigators, a reason, a 告知书 served and its period over; and the waivers used in their place.
 */
export function missingFor(
  household_id: string,
  { changing, open, measure }: Verdicts,
  state: HouseholdState | undefined,
  terms: Terms,
): { readonly waits: readonly Requirement[]; readonly waivers: readonly HappeningOf<'waived'>[] } {
  const waits: Requirement[] = [];
  const waivers: HappeningOf<'waived'>[] = [];
  const want = (requirement: Requirement, isMet: boolean): void => {
    if (isMet) return;
    const waiver = waiverFor(terms.waivers, requirement, household_id);
    if (waiver === undefined) waits.push(requirement);
    else waivers.push(waiver);
  };
  const verdictWaiver = waiverFor(terms.waivers, 'verdict', household_id);
  const unverified = changing.filter(({ one }) => one.finding === null);
  // One verdict stops a household, whatever its other cases will say; after an objection all of them must be looked at.
  const isEnough = (measure === 'stop' || measure === 'edge') && (state?.objections ?? []).length === 0;
  if (open.length > 0 && !isEnough) waits.push('verdict');
  if (verdictWaiver !== undefined && unverified.length > 0) waivers.push(verdictWaiver);
  want('investigators', changing.every(hasTwoInvestigators));
  want('reason', changing.every(hasReason));
  const served = servedOn(state, changing, terms.date);
  want('served', served !== null);
  // Without a letter no period runs.
  if (served !== null) want('period', lastDayToObject(served, terms.objectionDays) < terms.date);
  return { waits, waivers };
}
