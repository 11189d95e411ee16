import type { RosterHousehold } from '../roster/read-roster.js';
import type { Candidate } from './types.js';

/**
 * The roster's households as they may be drawn.
 * @param flagged households that a case of the run names
 * @param focus households that are to be looked at hardest
 */
export function candidatesOf(
  roster: readonly RosterHousehold[],
  flagged: ReadonlySet<string>,
  focus: ReadonlySet<string>,
): Candidate[] {
  return roster.map((one) => ({
    household_id: one.household_id,
    township: one.township,
    village: one.village,
    category: one.category ?? '',
    class: one.class,
    status: flagged.has(one.household_id) ? 'flagged' : focus.has(one.household_id) ? 'focus' : 'plain',
  }));
}
