import type { HappeningOf } from '../ledger/events.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { type Group, type Standing, standingOf } from './standing.js';
import type { Settlement } from './types.js';

/** How a household is settled, and as what it was settled before. */
export interface Settling {
  decided(household: RosterHousehold): Settlement;
  prior(household_id: string): HappeningOf<'settled'> | null;
}

/** A standing that keeps only where it stands. */
class Recalled implements Standing {
  readonly group: Group;
  readonly household: RosterHousehold;
  readonly #recall: (household: RosterHousehold) => Standing;

  constructor(household: RosterHousehold, recall: (household: RosterHousehold) => Standing) {
    this.household = household;
    this.#recall = recall;
    this.group = recall(household).group;
  }

  get holds(): Settlement {
    return this.#recall(this.household).holds;
  }

  get decided(): Settlement {
    return this.#recall(this.household).decided;
  }

  get event(): HappeningOf<'settled'> | null {
    return this.#recall(this.household).event;
  }
}

/**
 * Where every household stands. A settlement takes some kilobytes, a county has a hundred thousand: each is worked out
 * again when it is asked for, and only the last is kept, which all columns of a row ask for one after another.
 * @param settling without side effects: the same answer whenever it is asked
 */
export function standingsOf(households: readonly RosterHousehold[], settling: Settling): Standing[] {
  let last: { readonly household: RosterHousehold; readonly standing: Standing } | null = null;
  const recall = (household: RosterHousehold): Standing => {
    if (last?.household === household) return last.standing;
    const standing = standingOf(settling.decided(household), settling.prior(household.household_id));
    last = { household, standing };
    return standing;
  };
  return households.map((household) => new Recalled(household, recall));
}
