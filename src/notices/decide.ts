import type { HappeningOf, Measure } from '../ledger/events.js';
import type { CaseState, HouseholdState } from '../ledger/state.js';
import type { RosterHousehold } from '../roster/read-roster.js';
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

/** Covered persons are the rows that are; a roster of heads alone says them in a column. */
function shareOf({ members, covered_size, covered, monthly_amount }: RosterHousehold): Share {
  const isHeadAlone = members.length === 1 && (covered_size ?? 0) > 1;
  return { persons: isHeadAlone ? (covered_size ?? 0) : covered, fen: fenOf(monthly_amount) };
}

const leaves = (measure: Measure): boolean => measure === 'stop' || measure === 'edge';
const gone: Share = { persons: 0, fen: 0 };

function outcomeOf(before: Share, after: Share): Outcome {
  if (after.persons === 0) return 'exit';
  return before.persons === after.persons && before.fen === after.fen ? 'keep' : 'adjust';
}

function ofSettled(settled: HappeningOf<'settled'>, known: Known): Decision {
  const before = { persons: settled.before.persons, fen: fenOf(settled.before.amount) };
  const exits = leaves(settled.measure) || settled.after.persons === 0;
  const after = exits ? gone : { persons: settled.after.persons, fen: fenOf(settled.after.amount) };
  const own = new Set(settled.cases);
  const cases = known.cases.filter(({ slip }) => own.has(slip.case_id));
  const reason = exits ? publicReason(cases, settled.measure === 'edge') : '';
  return { outcome: exits ? 'exit' : outcomeOf(before, after), before, after, reason };
}

/** The hardest of several measures is what comes of them. */
const hardest: readonly Measure[] = ['stop', 'edge', 'remove', 'lower', 'raise', 'keep'];

/** What the visitors propose, of all cases of a household together. */
function ofFindings(known: Known): Decision {
  const before = shareOf(known.household);
  const found = known.cases.flatMap(({ finding }) => finding ?? []);
  const counted = found.filter(({ verdict, measure }) => verdict !== 'dismissed' || measure !== null);
  if (counted.some(({ measure }) => measure === null)) return { why: 'no_measure' };
  const measure = hardest.find((one) => counted.some((finding) => finding.measure === one)) ?? 'keep';
  if (measure === 'keep') return { outcome: 'keep', before, after: before, reason: '' };
  if (leaves(measure)) {
    const carrying = known.cases.filter(({ finding }) => finding?.measure === measure);
    return { outcome: 'exit', before, after: gone, reason: publicReason(carrying, measure === 'edge') };
  }
  const after = proposed(known.cases, before);
  if (after.persons > 0) return { outcome: 'adjust', before, after, reason: '' };
  const carrying = known.cases.filter(({ finding }) => finding?.measure && finding.measure !== 'keep');
  return { outcome: 'exit', before, after: gone, reason: publicReason(carrying, false) };
}

/**
 * The fewest persons and the least amount that a visit left: each looked at its own. Without an amount it is still to be
 * worked out.
 */
function proposed(cases: readonly CaseState[], before: Share): Share {
  const changing = cases.filter(({ finding }) => finding?.measure && finding.measure !== 'keep');
  const amounts = changing.flatMap(({ finding }) => finding?.new_amount ?? []);
  const sizes = changing.flatMap(({ finding }) => finding?.covered_size ?? []);
  const out = changing.filter(({ finding }) => finding?.measure === 'remove');
  const removed = new Set(out.map(({ slip }) => slip.person?.id_number ?? slip.case_id)).size;
  const persons = sizes.length > 0 ? Math.min(...sizes) : Math.max(0, before.persons - removed);
  return { persons, fen: amounts.length > 0 ? fenOf(Math.min(...amounts)) : null };
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
 * - Rounds 1 and 2: what was settled; else, once every case of it was looked into, what was found. A household that no
 *   case names stays. Round 2 waits for measures to be settled.
 * - The others: all who receive on the notice's first day.
 */
export function decide(round: Round, known: Known, day: string): Decision {
  const { household, state } = known;
  if (shareOf(household).persons === 0) return { why: 'nobody' };
  if (round === 'quarterly' || round === 'standing') return current(known, day);
  if (state?.settled) return ofSettled(state.settled, known);
  const asked = known.cases.filter(({ present, finding }) => present || finding !== null);
  if (asked.some(({ finding }) => finding === null)) return { why: 'unverified' };
  if (asked.length === 0 && (state?.objections.length ?? 0) > 0) return { why: 'objected' };
  const decision = ofFindings({ ...known, cases: asked });
  const changes = 'why' in decision || decision.outcome !== 'keep';
  return round === '2' && changes ? { why: 'unsettled' } : decision;
}
