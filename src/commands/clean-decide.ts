import type { CaseState, LedgerState } from '../ledger/state.js';
import { byPlace } from '../lists/columns.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import type { Terms } from '../settle/inputs.js';
import { settle } from '../settle/settle.js';
import type { Standing } from '../settle/standing.js';
import { standingsOf } from '../settle/standings.js';
import type { Knowledge } from './clean-inputs.js';

/** What became of every household, and what is left to do. */
export interface Decisions {
  /** By township, village, group and number. */
  readonly standings: readonly Standing[];
  /** Those for which something is missing or in doubt. */
  readonly pending: readonly Standing[];
  /** Those whose 告知书 is to be served: all else is there. */
  readonly due: readonly Standing[];
  /** Cases of households that are not on the roster, and were never settled. */
  readonly strays: readonly CaseState[];
  /** A household's cases that want a verdict. */
  openOf(household_id: string): readonly CaseState[];
}

export function isPending({ decided }: Standing): boolean {
  return decided.waits.length > 0 || decided.doubts.length > 0;
}

/** Whether everything is there but the letter: it is written now. */
function isDue({ decided: { waits, doubts } }: Standing): boolean {
  return doubts.length === 0 && waits.length === 1 && waits[0] === 'served';
}

const isLeft = ({ stage, finding, present }: CaseState): boolean =>
  stage !== 'settled' && stage !== 'recovered' && (present || finding !== null);

const isOpen = (one: CaseState): boolean => one.finding === null && (one.present || one.reported);

/** Settles every household of the roster. */
export function decide(
  households: readonly RosterHousehold[],
  knowledge: Knowledge,
  state: LedgerState,
  terms: Terms,
): Decisions {
  const { cases } = knowledge;
  const ids = new Set(households.map(({ household_id }) => household_id));
  const standings = standingsOf([...households].sort(byPlace), {
    decided: (household) => settle(household, knowledge.of(household.household_id), terms),
    prior: (household_id) => state.households.get(household_id)?.settled ?? null,
  });
  return {
    standings,
    pending: standings.filter(isPending),
    due: standings.filter(isDue),
    strays: [...state.cases.values()].filter((one) => !ids.has(one.slip.household_id) && isLeft(one)),
    openOf: (household_id) => (cases.get(household_id) ?? []).filter(isOpen),
  };
}
