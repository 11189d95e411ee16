import type { CaseState, LedgerState } from '../ledger/state.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import type { Settlement } from '../settle/types.js';
import { decide } from './decide.js';
import { headOf, isMinor, publicName } from './names.js';
import type { LeftOut, Noticed, Notices, Period, Round, TownshipNotice, VillageNotice } from './types.js';

export interface NoticeSettings {
  readonly round: Round;
  readonly period: Period;
  /** Age of majority on the first day. */
  readonly adult: number;
  /** Null: all of them. */
  readonly townships: ReadonlySet<string> | null;
  readonly villages: ReadonlySet<string> | null;
  /** What the verdicts of a household come to. */
  readonly decidedOf: (household: RosterHousehold) => Settlement;
}

function casesByHousehold({ cases }: LedgerState): Map<string, CaseState[]> {
  const all = new Map<string, CaseState[]>();
  for (const one of cases.values()) {
    const own = all.get(one.slip.household_id);
    if (own === undefined) all.set(one.slip.household_id, [one]);
    else own.push(one);
  }
  return all;
}

/** Entries in the order of their keys, those without a name last. */
function ordered<T>(map: ReadonlyMap<string, T>): [string, T][] {
  const rank = (name: string) => (name === '' ? '\uffff' : name);
  return [...map].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
}

/** What a village is called in public: no number that somebody wrote into its cell. */
export const placeName = (text: string): string => text.replace(/[0-9０-９]{5,}[xXｘＸ]?/g, '').trim();

/** The notices of a round: every household of the places asked for is on one, or among those left out. */
export function gatherNotices(
  households: readonly RosterHousehold[],
  state: LedgerState,
  settings: NoticeSettings,
): Notices {
  const { round, period, adult, townships: asked, villages: wanted } = settings;
  const cases = casesByHousehold(state);
  const left: LeftOut[] = [];
  const townships = new Map<string, Map<string, Noticed[]>>();
  for (const household of households) {
    const { household_id } = household;
    const township = placeName(household.township);
    const village = placeName(household.village);
    if (asked !== null && !asked.has(township)) continue;
    if (wanted !== null && !wanted.has(village)) continue;
    const known = {
      household,
      state: state.households.get(household_id),
      cases: cases.get(household_id) ?? [],
    };
    const decision = decide(round, known, period.from, () => settings.decidedOf(household));
    const head = headOf(household, period.from, adult);
    const minor = head !== undefined && isMinor(head, period.from, adult);
    const name = head === undefined ? '' : publicName(head, minor);
    if ('why' in decision || name === '') {
      left.push({ household_id, township, village, why: 'why' in decision ? decision.why : 'no_name' });
      continue;
    }
    const own = townships.get(township) ?? new Map<string, Noticed[]>();
    townships.set(township, own);
    const list = own.get(village) ?? [];
    own.set(village, list);
    const row = { name, village, ...decision };
    list.push({ household_id, head: head?.name ?? '', isMinor: minor, row });
  }
  return {
    round,
    period,
    left,
    townships: ordered(townships).map(
      ([township, villages]): TownshipNotice => ({
        township,
        villages: ordered(villages).map(([village, own]): VillageNotice => ({ village, households: own })),
      }),
    ),
  };
}
