import type { Happening, HappeningOf, LedgerEvent } from '../ledger/events.js';
import type { LedgerState } from '../ledger/state.js';
import {
  dismissedCount,
  isOverLimit,
  type LookCount,
  type SecondLook,
  secondLooksOf,
  unflaggedCount,
} from './second-look.js';

/** What a second look has come to. */
export interface LookResult {
  readonly look: SecondLook;
  readonly dismissed: LookCount;
  readonly unflagged: LookCount;
  readonly limit: number;
  /** What returns the township's dismissed cases; null where it is not over the limit, or was returned before. */
  readonly back: HappeningOf<'sent_back'> | null;
}

/** Dismissed cases of a township as these happenings leave them, without those that a second look upheld. */
function dismissedNow(
  state: LedgerState,
  looks: readonly SecondLook[],
  happenings: readonly Happening[],
  township: string,
) {
  const now = new Map<string, string>();
  for (const { slip, stage, finding } of state.cases.values()) {
    if (slip.township === township && stage === 'verified' && finding) now.set(slip.case_id, finding.verdict);
  }
  for (const one of happenings) {
    if (one.what !== 'verified') continue;
    const slip = state.cases.get(one.case_id)?.slip;
    if (slip?.township === township) now.set(one.case_id, one.finding.verdict);
  }
  const upheld = new Set(
    looks.flatMap(({ cases }) => [...cases].flatMap(([id, { second }]) => (second ? [id] : []))),
  );
  return [...now].flatMap(([id, verdict]) => (verdict === 'dismissed' && !upheld.has(id) ? [id] : [])).sort();
}

/**
 * What the second looks that these happenings answer have come to.
 * @param limit share of households that may differ, where the draw did not say one or the user says another
 * @param why says why a township's cases are returned
 */
export function lookResults(
  given: { readonly state: LedgerState; readonly events: readonly LedgerEvent[] },
  happenings: readonly Happening[],
  limit: { readonly asked: number | null; readonly usual: number },
  why: (look: SecondLook, count: LookCount, limit: number) => string,
): LookResult[] {
  const batches = new Set(happenings.flatMap((one) => ('batch' in one ? [one.batch] : [])));
  const looks = secondLooksOf([...given.events.map(({ event }) => event), ...happenings], given.state.cases);
  return looks
    .filter((look) => batches.has(look.batch))
    .map((look) => {
      const dismissed = dismissedCount(look);
      const own = limit.asked ?? look.limit ?? limit.usual;
      const isOver = !look.returned && isOverLimit(look, own);
      const { batch, township } = look;
      const back: HappeningOf<'sent_back'> = {
        what: 'sent_back',
        batch,
        township,
        seed: '',
        why: why(look, dismissed, own),
        cases: isOver ? dismissedNow(given.state, looks, happenings, township) : [],
        households: [],
      };
      return { look, dismissed, unflagged: unflaggedCount(look), limit: own, back: isOver ? back : null };
    });
}
