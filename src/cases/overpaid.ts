import { monthsAfter } from './months.js';

/** What a household draws, in fen so that sums are exact. */
export interface HouseholdMoney {
  readonly startDate: string | null;
  readonly monthlyFen: number | null;
  /** At least one. */
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

/** A month that some case covers: what was drawn in it, and for whom it was drawn wrongly. */
interface Month {
  readonly fen: number;
  isWhole: boolean;
  readonly persons: Set<string>;
}

/** The months a case covers with their fen: after the onset's month, not before the household's start. */
function drawnSince(since: string, money: HouseholdMoney, asOf: string): (readonly [number, number])[] {
  const { startDate, monthlyFen, payments } = money;
  const onset = startDate !== null && startDate > since ? startDate : since;
  return monthsAfter(onset, asOf).flatMap((month) => {
    const fen = payments === null ? monthlyFen : payments.get(month);
    return fen === null || fen === undefined ? [] : [[month, fen] as const];
  });
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
  const { coveredSize, monthlyFen, payments } = money;
  const months = new Map<number, Month>();
  if (payments === null && monthlyFen === null) return null;
  if (onsets.every(({ since }) => since === null)) return null;
  for (const { since, grade, person } of onsets) {
    if (since === null) continue;
    for (const [month, fen] of drawnSince(since, money, asOf)) {
      const one = months.get(month) ?? { fen, isWhole: false, persons: new Set() };
      months.set(month, one);
      if (grade === 'remove') one.persons.add(person ?? '');
      else one.isWhole = true;
    }
  }
  // Divided once, at the end: shares of a fen summed as binary fractions fall short of the half that rounds up.
  let shares = 0;
  for (const { fen, isWhole, persons } of months.values())
    shares += fen * (isWhole ? coveredSize : Math.min(persons.size, coveredSize));
  return {
    months: months.size,
    amount: Math.round(shares / coveredSize) / 100,
    basis: payments === null ? 'estimate' : 'payments',
  };
}
