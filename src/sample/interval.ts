import { betaQuantile, logGamma } from './beta.js';

/** From and to, as shares of all. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** P(from ≤ X ≤ to), where X of `drawn` are wrong, drawn without replacement from `all` of which `wrong` are. */
function hypergeometric(all: number, wrong: number, drawn: number, from: number, to: number): number {
  const first = Math.max(from, 0, drawn - (all - wrong));
  const last = Math.min(to, wrong, drawn);
  const whole = logChoose(all, drawn);
  let sum = 0;
  for (let x = first; x <= last; x++)
    sum += Math.exp(logChoose(wrong, x) + logChoose(all - wrong, drawn - x) - whole);
  return sum;
}

/** The least number from `low` to `high` for which it holds, where it holds from some number on; high + 1 for none. */
function least(low: number, high: number, holds: (value: number) => boolean): number {
  let from = low;
  let to = high + 1;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * The exact interval for one stratum, of which every household had the same chance: Clopper and Pearson's, worked with
 * the hypergeometric distribution since the stratum is finite. Exact, because in a stratum of a few households no normal
 * or Wilson interval holds its level; where every household was visited, it is the rate itself.
 * @param all households of the stratum
 * @param drawn those with an answer
 * @param wrong those of them with an error
 */
export function exactInterval(all: number, drawn: number, wrong: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const most = all - (drawn - wrong);
  const lower = least(wrong, most, (k) => hypergeometric(all, k, drawn, wrong, drawn) > tail);
  const above = least(wrong, most, (k) => hypergeometric(all, k, drawn, 0, wrong) <= tail);
  return { lower: Math.min(lower, most) / all, upper: Math.max(above - 1, wrong) / all };
}

/**
 * Clopper and Pearson's interval for a share of `size` answers; the size need not be whole (Korn and Graubard, Survey
 * Methodology 24 (1998), 193–201: the size that a simple draw would need for the same variance).
 */
export function binomialInterval(rate: number, size: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const wrong = rate * size;
  return {
    lower: rate <= 0 ? 0 : betaQuantile(tail, wrong, size - wrong + 1),
    upper: rate >= 1 ? 1 : betaQuantile(1 - tail, wrong + 1, size - wrong),
  };
}
