import { monthsAfter } from './months.js';

/** What a household draws, in fen so that sums are exact. */
export interface HouseholdMoney {
  readonly startDate: string | null;
  readonly monthlyFen: number | null;
  readonly coveredSize: number;
  /** Fen paid by month number; null where there is no payment register. */
  readonly payments: ReadonlyMap<number, number> | null;
}

/** The months from which a case's ground held, and the share of the household's amount that falls to it. */
export interface Onset {
  readonly since: string | null;
  readonly grade: 'exit' | 'remove' | 'verify';
}

export interface Overpaid {
  readonly months: number;
  readonly amount: number;
  readonly basis: 'payments' | 'estimate';
}

/** The months a case covers: after the onset's month, not before the household's start. */
function monthsOf(since: string, money: HouseholdMoney, asOf: string): number[] {
  const onset = money.startDate !== null && money.startDate > since ? money.startDate : since;
  const months = monthsAfter(onset, asOf);
  const { payments } = money;
  return payments === null ? months : months.filter((month) => payments.has(month));
}

function fenOf(month: number, money: HouseholdMoney): number {
  return money.payments === null ? (money.monthlyFen ?? 0) : (money.payments.get(month) ?? 0);
}

/**
 * The overpayment of one or several cases of a household: the union of their months, never their sum. A month of an
 * exit case counts whole; of `remove` cases each removed person's share of it, up to the whole. Source: RULES.md,
 * 'Overpayment'.
 * @param persons per onset the person it is about, so that two cases of one person share one share
 * @returns null where no onset is known, or nothing is known of the money
 */
export function overpaidOf(
  onsets: readonly (Onset & { person: string | null })[],
  money: HouseholdMoney,
  asOf: string,
): Overpaid | null {
  const whole = new Set<number>();
  const shares = new Map<number, Set<string>>();
  let known = false;
  for (const { since, grade, person } of onsets) {
    if (since === null) continue;
    known = true;
    for (const month of monthsOf(since, money, asOf)) {
      if (grade !== 'remove') whole.add(month);
      else shares.set(month, (shares.get(month) ?? new Set()).add(person ?? ''));
    }
  }
  if (!known || (money.payments === null && money.monthlyFen === null)) return null;
  let hundredths = 0;
  const months = new Set([...whole, ...shares.keys()]);
  for (const month of months) {
    const paid = fenOf(month, money) * 100;
    const count = whole.has(month)
      ? money.coveredSize
      : Math.min(shares.get(month)?.size ?? 0, money.coveredSize);
    hundredths += (paid * count) / Math.max(money.coveredSize, 1);
  }
  return {
    months: months.size,
    amount: Math.round(hundredths / 100) / 100,
    basis: money.payments === null ? 'estimate' : 'payments',
  };
}
