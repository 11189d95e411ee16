import { fen } from '../campaign-file/amounts.js';
import type { HappeningOf } from '../ledger/events.js';
import type { CaseState } from '../ledger/state.js';
import type { RosterMember } from '../roster/read-roster.js';
import type { Settlement, SettlementList } from './types.js';

/** Where a household stands in the cleaned roster: on one of the four lists, or waiting and left as it is. */
export type Group = SettlementList | 'waiting';

export interface Standing {
  readonly group: Group;
  /** What holds: settled now, or before; where it waits, as the roster has it. */
  readonly holds: Settlement;
  /** What was decided by the verdicts of today; another than what holds while it waits. */
  readonly decided: Settlement;
  /** To be written to the ledger: null where nothing is new. */
  readonly event: HappeningOf<'settled'> | null;
}

type Settled = HappeningOf<'settled'>;

const idsOf = (members: readonly RosterMember[]): string[] => members.map(({ id_number }) => id_number);

function eventOf(one: Settlement, measure: Settled['measure']): Settled {
  const yuan = ({ persons, fen: amount }: Settlement['before']) => ({ persons, amount: amount / 100 });
  return {
    what: 'settled',
    household_id: one.household.household_id,
    cases: one.cases.map(({ slip }) => slip.case_id),
    measure,
    from_month: one.from_month,
    before: yuan(one.before),
    after: yuan(one.after),
    removed: idsOf(one.removed),
    departed: idsOf(one.departed),
    size: one.size.after,
    recover: (one.recovery?.fen ?? 0) / 100,
    reason: one.reasons.join(''),
  };
}

const listOf = {
  stop: 'stopped',
  edge: 'edge',
  remove: 'adjusted',
  lower: 'adjusted',
  raise: 'adjusted',
} as const;

/** Whether it says of the roster what was settled before; when it begins was settled too. */
function isSame(prior: Settled, now: Settled): boolean {
  const figures = ({ measure, before, after, removed, departed, size, recover }: Settled) =>
    JSON.stringify([measure, before, after, removed, departed ?? [], size ?? null, recover]);
  return figures(prior) === figures(now);
}

/** A settlement as it was written into the ledger, for the household of today's roster. */
function asSettled(decided: Settlement, prior: Settled): Settlement {
  const { household, before } = decided;
  const named = (ids: readonly string[]) =>
    household.members.filter(({ id_number }) => ids.includes(id_number));
  const fixed = { persons: prior.after.persons, fen: fen(prior.after.amount) };
  return {
    ...decided,
    list: prior.measure === 'keep' ? 'unchanged' : listOf[prior.measure],
    measure: prior.measure,
    before,
    after: prior.measure === 'keep' ? before : fixed,
    removed: named(prior.removed),
    departed: named(prior.departed ?? []),
    size: { before: household.n, after: prior.size ?? household.n },
    from_month: prior.from_month,
    ...{ income: null, work: null, basis: [], waits: [], waivers: [], doubts: [], remarks: [] },
    reasons: prior.reason === '' ? [] : [prior.reason],
    recovery:
      prior.recover === 0
        ? null
        : { fen: fen(prior.recover), months: 0, from: null, to: null, basis: 'verified' },
  };
}

const isClosed = ({ stage }: CaseState): boolean => stage === 'settled' || stage === 'recovered';

/**
 * Where a household stands after today's decision. What was settled before holds until another decision is through.
 * @param prior as the ledger has it; null where the household was never settled, or re-opened
 */
export function standingOf(decided: Settlement, prior: Settled | null): Standing {
  const { measure, doubts, cases } = decided;
  const event = measure === null ? null : eventOf(decided, measure);
  const again = prior !== null && event !== null && doubts.length === 0 && isSame(prior, event);
  if (again) {
    // Settled, with its letter and its period behind it; only a case that came later may wait.
    const waits = decided.waits.filter((one) => one === 'verdict');
    const holds = { ...decided, waits, from_month: prior.from_month };
    return { group: holds.list, holds, decided: holds, event: cases.every(isClosed) ? null : event };
  }
  const isThrough = decided.waits.length === 0 && doubts.length === 0;
  // Settled once, and no case is left that says anything: what was settled holds.
  if (isThrough && (prior === null || event !== null))
    return { group: decided.list, holds: decided, decided, event };
  if (prior !== null) {
    const holds = asSettled(decided, prior);
    return { group: holds.list, holds, decided, event: null };
  }
  const holds: Settlement = {
    ...decided,
    ...{ list: 'unchanged', after: decided.before, removed: [], departed: [], recovery: null },
    size: { before: decided.size.before, after: decided.size.before },
  };
  return { group: 'waiting', holds, decided, event: null };
}
