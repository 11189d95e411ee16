import { normalQuantile } from './beta.js';

/** What is wished of the estimate. Shares, 0 to 1. */
export interface Precision {
  /** Half of the interval's width. */
  readonly margin: number;
  readonly confidence: number;
  /** The error rate that is expected; 0.5 asks for most households, and is right where nothing is known. */
  readonly expected: number;
}

/** Where the formula stands, as it is printed. */
export const SIZE_SOURCE = 'W. G. Cochran, Sampling Techniques (3rd ed., 1977), 4.4 (4.1)–(4.2)';

/**
 * How many of `all` households a wished precision takes: n₀ = z²·p·(1 − p) ÷ e² and, since the households are finite,
 * n = n₀ ÷ (1 + (n₀ − 1) ÷ N), rounded up (Cochran, Sampling Techniques, 4.4).
 * @param effect how much larger the variance is than that of a simple draw, for draws in two stages
 */
export function sizeFor(all: number, { margin, confidence, expected }: Precision, effect = 1): number {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const infinite = (effect * z * z * expected * (1 - expected)) / (margin * margin);
  return Math.min(all, Math.ceil(infinite / (1 + (infinite - 1) / all) - 1e-9));
}

/** A stratum whose share of the draw is to be found. */
export interface Share {
  readonly households: number;
  /** Its households count so many times: 1, or more where it is to be drawn more densely. */
  readonly multiple: number;
}

/**
 * How many households each stratum gives: by their numbers (times the multiple), none fewer than `minimum` or all it
 * has, none more than it has. What these bounds take or leave is spread over the others; the sum is `total`, or more
 * where the minimums alone are more.
 */
export function allocate(strata: readonly Share[], total: number, minimum: number): number[] {
  const least = strata.map(({ households }) => Math.min(households, minimum));
  const exact = strata.map((_, index) => least[index] ?? 0);
  let open = strata.map((_, index) => index);
  for (;;) {
    const held = exact.reduce((sum, size, index) => (open.includes(index) ? sum : sum + size), 0);
    const weights = open.reduce((sum, index) => sum + weightOf(strata[index]), 0);
    const rate = weights === 0 ? 0 : (total - held) / weights;
    const wished = (index: number): number => rate * weightOf(strata[index]);
    const below = open.filter((index) => wished(index) <= (least[index] ?? 0));
    const above = open.filter((index) => wished(index) >= (strata[index]?.households ?? 0));
    // First those that ask for too little: to hold them makes the others' rate smaller, never larger.
    const bound = below.length > 0 ? below : above;
    for (const index of bound)
      exact[index] = below.length > 0 ? (least[index] ?? 0) : (strata[index]?.households ?? 0);
    if (bound.length === 0) {
      for (const index of open) exact[index] = wished(index);
      break;
    }
    open = open.filter((index) => !bound.includes(index));
  }
  return rounded(exact, open);
}

const weightOf = (stratum: Share | undefined): number =>
  stratum === undefined ? 0 : stratum.households * stratum.multiple;

/** Whole numbers of the same sum, the largest remainders rounded up first. */
function rounded(exact: readonly number[], open: readonly number[]): number[] {
  const sizes = exact.map((size) => Math.floor(size + 1e-9));
  const sum = exact.reduce((all, size) => all + size, 0);
  let missing = Math.round(sum) - sizes.reduce((all, size) => all + size, 0);
  const rest = (index: number): number => (exact[index] ?? 0) - (sizes[index] ?? 0);
  for (const index of [...open].sort((a, b) => rest(b) - rest(a) || a - b)) {
    if (missing <= 0) break;
    sizes[index] = (sizes[index] ?? 0) + 1;
    missing -= 1;
  }
  return sizes;
}
