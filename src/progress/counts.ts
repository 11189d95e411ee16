import type { CaseState, Mark } from '../ledger/state.js';
import { percent } from './rounding.js';
import { type CaseCounts, leastVerified } from './types.js';

const MARKS: readonly Mark[] = ['changed', 'returned', 'sent_back', 'objected'];

const none = () => ({
  cases: 0,
  open: 0,
  dispatched: 0,
  overdue: 0,
  verified: 0,
  confirmed: 0,
  partly: 0,
  dismissed: 0,
  pending: 0,
  settled: 0,
  closed: 0,
  recovered: 0,
  again: { cases: 0, changed: 0, returned: 0, sent_back: 0, objected: 0 },
  gone: 0,
  judged: 0,
  held: 0,
});

type Sums = ReturnType<typeof none>;

const isWaiting = ({ stage }: CaseState): boolean => stage === 'open' || stage === 'dispatched';

function addWaiting(sums: Sums, one: CaseState, date: string): void {
  sums[one.stage === 'open' ? 'open' : 'dispatched']++;
  if (one.stage === 'dispatched' && one.dispatched && one.dispatched.deadline < date) sums.overdue++;
  if (one.marks.size === 0) return;
  sums.again.cases++;
  for (const mark of MARKS) if (one.marks.has(mark)) sums.again[mark]++;
}

function addVerified(sums: Sums, { stage, finding, reported }: CaseState): void {
  const settled = stage === 'settled' || stage === 'recovered';
  sums.verified++;
  if (finding) sums[finding.verdict]++;
  if (settled) sums.settled++;
  if (settled || finding?.verdict === 'dismissed') sums.closed++;
  else sums.pending++;
  if (stage === 'recovered') sums.recovered++;
  // What a visitor reported himself says nothing about a check.
  if (reported || finding === null) return;
  sums.judged++;
  if (finding.verdict !== 'dismissed') sums.held++;
}

/**
 * Counts cases by how far they are.
 * @param date the day of the count, YYYY-MM-DD: a deadline that ends on it is not past
 */
export function countStages(cases: Iterable<CaseState>, date: string): CaseCounts {
  const sums = none();
  for (const one of cases) {
    if (isWaiting(one) && !one.present) {
      sums.gone++;
      continue;
    }
    sums.cases++;
    if (isWaiting(one)) addWaiting(sums, one, date);
    else addVerified(sums, one);
  }
  const { judged, held, closed, cases: all } = sums;
  return {
    ...sums,
    precision: judged < leastVerified ? null : percent(held, judged),
    closed_rate: percent(closed, all),
  };
}
