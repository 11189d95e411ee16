import type { Finding, HappeningOf, Measure } from '../ledger/events.js';
import type { CaseState, HouseholdState } from '../ledger/state.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { coveredOf } from '../settle/members.js';
import type { Settlement } from '../settle/types.js';
import { publicReason } from './reasons.js';
import type { Outcome, Round, Share, WhyLeftOut } from './types.js';

/** What a notice says of a household beside its name, or why it says nothing. */
export type Decision =
  | { readonly outcome: Outcome; readonly before: Share; readonly after: Share; readonly reason: string }
  | { readonly why: WhyLeftOut };

/** A household with what the ledger knows of it. */
export interface Known {
  readonly household: RosterHousehold;
  readonly state: HouseholdState | undefined;
  readonly cases: readonly CaseState[];
}

const fenOf = (yuan: number | null): number | null => (yuan === null ? null : Math.round(yuan * 100));

const shareOf = (household: RosterHousehold): Share => ({
  persons: coveredOf(household),
  fen: fenOf(household.monthly_amount),
});

const leaves = (measure: Measure): boolean => measure === 'stop' || measure === 'edge';
const gone: Share = { persons: 0, fen: 0 };

function outcomeOf(before: Share, after: Share): Outcome {
  if (after.persons === 0) return 'exit';
  return before.persons === after.persons && before.fen === after.fen ? 'keep' : 'adjust';
}

const asksForChange = (finding: Finding | null): boolean => finding?.measure !== 'keep';

function ofSettled(settled: HappeningOf<'settled'>, known: Known): Decision {
  const before = { persons: settled.before.persons, fen: fenOf(settled.before.amount) };
  const exits = leaves(settled.measure) || settled.after.persons === 0;
  const after = exits ? gone : { persons: settled.after.persons, fen: fenOf(settled.after.amount) };
  const own = new Set(settled.cases);
  const carrying = known.cases.filter(({ slip, finding }) => own.has(slip.case_id) && asksForChange(finding));
  const reason = exits ? publicReason(carrying, settled.measure === 'edge') : '';
  return { outcome: exits ? 'exit' : outcomeOf(before, after), before, after, reason };
}

/** What will come of the verdicts, whatever a household must still be served or asked. */
function ofDecided(decided: Settlement): Decision {
  const { household, after, measure, list } = decided;
  // As the roster has it: where it says no amount, there is none to be printed.
  const before = shareOf(household);
  if (list === 'unchanged') return { outcome: 'keep', before, after: before, reason: '' };
  const exits = list !== 'adjusted';
  const outcome = exits ? 'exit' : 'adjust';
  const carrying = decided.cases.filter(({ finding }) => asksForChange(finding));
  const reason = exits ? publicReason(carrying, measure === 'edge') : '';
  return { outcome, before, after: exits ? gone : after, reason };
}

/** Who receives on `day`: what was settled holds from its month on. */
function current(known: Known, day: string): Decision {
  const { household, state } = known;
  const settled = state?.settled ?? null;
  const before = shareOf(household);
  if (settled === null || settled.from_month > day.slice(0, 7))
    return { outcome: 'keep', before, after: before, reason: '' };
  const decision = ofSettled(settled, known);
  if ('why' in decision) return decision;
  return decision.outcome === 'exit' ? { why: 'stopped' } : { ...decision, outcome: 'keep' };
}

/**
 * What the notice of a round says of one household.
 * - Rounds 1 and 2: what was settled; else, once every case of it was looked into, what `clean` makes of the verdicts. A
 *   household that no case names stays. Round 2 waits for measures to be settled.
 * - The others: all who receive on the notice's first day.
 * @param decided what the verdicts come to; asked for in rounds 1 and 2
 */
export function decide(round: Round, known: Known, day: string, decided: () => Settlement): Decision {
  const { household, state } = known;
  if (coveredOf(household) === 0) return { why: 'nobody' };
  if (round === 'quarterly' || round === 'standing') return current(known, day);
  if (state?.settled) return ofSettled(state.settled, known);
  const settlement = decided();
  if (settlement.waits.includes('verdict')) {
    const open = known.cases.some(
      ({ present, reported, finding }) => finding === null && (present || reported),
    );
    return { why: open ? 'unverified' : 'objected' };
  }
  if (settlement.doubts.length > 0) return { why: 'doubtful' };
  const decision = ofDecided(settlement);
  const isChange = settlement.measure !== null && settlement.measure !== 'keep';
  return round === '2' && isChange ? { why: 'unsettled' } : decision;
}
