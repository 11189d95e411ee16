import { monthNumber } from './months.js';

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

/** A ground from the first month it covers: the one after the onset's, not before the household's start. */
interface Ground extends Pick<Onset, 'grade'> {
  readonly from: number;
  readonly person: string;
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
  { startDate, coveredSize, monthlyFen, payments }: HouseholdMoney,
  asOf: string,
): Overpaid | null {
  if (payments === null && monthlyFen === null) return null;
  const grounds = onsets.flatMap(({ since, grade, person }): Ground[] => {
    if (since === null) return [];
    const onset = startDate !== null && startDate > since ? startDate : since;
    return [{ from: monthNumber(onset) + 1, grade, person: person ?? '' }];
  });
  grounds.sort((a, b) => a.from - b.from);
  const [first] = grounds;
  if (first === undefined) return null;
  // Each ground holds up to the as-of date: what covers a month covers those behind it.
  const persons = new Set<string>();
  let [isWhole, next, months, shares] = [false, 0, 0, 0];
  const last = monthNumber(asOf);
  for (let month = first.from; month <= last; month++) {
    for (let one = grounds[next]; one !== undefined && one.from <= month; one = grounds[++next]) {
      if (one.grade === 'remove') persons.add(one.person);
      else isWhole = true;
    }
    const fen = payments === null ? monthlyFen : payments.get(month);
    if (fen === null || fen === undefined) continue;
    months++;
    shares += fen * (isWhole ? coveredSize : Math.min(persons.size, coveredSize));
  }
  return {
    months,
    // Divided once, at the end: shares of a fen summed as binary fractions fall short of the half that rounds up.
    amount: Math.round(shares / coveredSize) / 100,
    basis: payments === null ? 'estimate' : 'payments',
  };
}
