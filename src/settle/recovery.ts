import { fen } from '../campaign-file/amounts.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import type { Known, RunCase } from './inputs.js';
import { coveredOf } from './members.js';
import type { Recovery } from './types.js';
import type { Verdict } from './verdicts.js';

/** What one verdict says is to come back. */
interface Owed {
  readonly verdict: Verdict;
  /** Fen: of the whole household, or of the one person removed. */
  readonly fen: number;
  readonly isShare: boolean;
  readonly run: RunCase | undefined;
}

/** What was drawn too much before an amount changed only a visit can say. */
function owedBy(verdict: Verdict, run: RunCase | undefined, covered: number): Owed[] {
  const { finding, measure, one } = verdict;
  const isShare = measure === 'remove';
  const owed = (amount: number): Owed[] => [{ verdict, fen: amount, isShare, run }];
  if (finding.recover !== null) return owed(fen(finding.recover));
  const isAmount = measure === 'lower' || measure === 'raise';
  if (isAmount || finding.verdict !== 'confirmed' || !run?.overpaid) return [];
  const all = fen(run.overpaid.amount);
  // The run counts a case to be looked at whole; of a member who leaves it is his share (RULES.md, Overpayment).
  return owed(isShare && one.slip.grade !== 'remove' ? Math.round(all / covered) : all);
}

/**
 * The union of the months over the cases, never their sum (RULES.md, Overpayment). Months run from the onset to the
 * as-of date, so one case's lie within another's: of the whole household the largest counts, and of each person
 * removed what his share is more than his share of that.
 */
function united(owed: readonly Owed[], covered: number): number {
  const whole = Math.max(0, ...owed.filter(({ isShare }) => !isShare).map((one) => one.fen));
  const shares = new Map<string, number>();
  for (const { verdict, isShare, fen: amount } of owed) {
    if (!isShare) continue;
    const person = verdict.one.slip.person?.id_number ?? '';
    shares.set(person, Math.max(shares.get(person) ?? 0, amount));
  }
  const within = whole / covered;
  const beyond = [...shares.values()].reduce((sum, share) => sum + Math.max(0, share - within), 0);
  return Math.round(whole + beyond);
}

/** The month after a day, YYYY-MM. */
export function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

function firstMonth({ run }: Owed): string | null {
  if (!run?.since) return null;
  return monthAfter(run.start_date !== null && run.start_date > run.since ? run.start_date : run.since);
}

/**
 * What is to come back from a household: the run's union over the confirmed cases, or what a visit says of a case in
 * its place. Null where nothing is.
 */
export function recoveryOf(
  household: RosterHousehold,
  changing: readonly Verdict[],
  { run, union }: Known,
  asOf: string,
): Recovery | null {
  const covered = Math.max(coveredOf(household), 1);
  const owed = changing.flatMap((verdict) => owedBy(verdict, run.get(verdict.one.slip.case_id), covered));
  const verified = owed.some(({ verdict }) => verdict.finding.recover !== null);
  const ids = new Set(owed.map(({ verdict }) => verdict.one.slip.case_id));
  const asTheRun =
    !verified &&
    union?.overpaid !== undefined &&
    union.overpaid !== null &&
    union.cases.every((id) => ids.has(id)) &&
    owed.every(({ isShare, verdict }) => !isShare || verdict.one.slip.grade === 'remove');
  const amount = asTheRun && union?.overpaid ? fen(union.overpaid.amount) : united(owed, covered);
  if (amount === 0) return null;
  const months = Math.max(0, ...owed.map((one) => one.run?.overpaid?.months ?? 0));
  const froms = owed.flatMap((one) => firstMonth(one) ?? []).sort();
  const [from = null] = froms;
  const isPaid = owed.some((one) => one.run?.overpaid?.basis === 'payments');
  return {
    fen: amount,
    months,
    from,
    to: from === null ? null : asOf.slice(0, 7),
    basis: verified ? 'verified' : isPaid ? 'payments' : 'estimate',
  };
}
