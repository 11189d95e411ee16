import { tQuantile } from './beta.js';
import { binomialInterval, exactInterval, type Interval } from './interval.js';
import type { Drawn } from './types.js';
import { varianceOf } from './variance.js';

/** A drawn household and what was found; null where it could not be verified. */
export interface Observed {
  readonly drawn: Drawn;
  readonly isWrong: boolean | null;
}

/** What a draw says of the households that it was drawn from. Shares, 0 to 1. */
export interface Estimate {
  readonly drawn: number;
  readonly answered: number;
  readonly wrong: number;
  /** Null where nobody was answered for. */
  readonly rate: number | null;
  /** Null where it cannot be worked out: a single community drawn of several. */
  readonly error: number | null;
  readonly interval: Interval | null;
  /** exact: one stratum; weighted: several, or two stages; whole: every household was visited. */
  readonly method: 'exact' | 'weighted' | 'whole' | 'none';
  /** Strata of which no household was answered for: the estimate says nothing of them. */
  readonly unseen: number;
}

/** One stratum with its answers. */
export interface Answers {
  readonly name: string;
  readonly pool: string;
  /** Of the community in a draw of two stages; the stratum's own name in one of one stage. */
  readonly community: string;
  readonly chance: number;
  readonly households: number;
  readonly answered: number;
  readonly wrong: number;
}

function answersOf(observed: readonly Observed[]): Answers[] {
  const strata = new Map<string, { -readonly [K in keyof Answers]: Answers[K] }>();
  for (const { drawn, isWrong } of observed) {
    const { stratum: name, pool, township, village, community_chance, stratum_households } = drawn;
    let own = strata.get(name);
    if (own === undefined) {
      const community = pool === '' ? name : `${township}\n${village}`;
      const counts = { households: stratum_households, answered: 0, wrong: 0 };
      own = { name, pool, community, chance: community_chance, ...counts };
      strata.set(name, own);
    }
    if (isWrong !== null) own.answered += 1;
    if (isWrong === true) own.wrong += 1;
  }
  return [...strata.values()];
}

/** Households that one answer stands for, squared and not: Kish's size of a weighted draw. */
function kishSize(strata: readonly Answers[]): number {
  const weight = ({ chance, households, answered }: Answers): number => households / answered / chance;
  const sum = strata.reduce((all, one) => all + one.answered * weight(one), 0);
  const squares = strata.reduce((all, one) => all + one.answered * weight(one) ** 2, 0);
  return (sum * sum) / squares;
}

/**
 * The error rate with its interval. Within a stratum those answered for stand for those that were not.
 *
 * Rate: Σ w·wrong ÷ Σ w, w = 1 ÷ chance: in one stage the stratified mean, in two stages the ratio to size (Cochran,
 * Sampling Techniques, 5.3 and 11.9). Interval: of one stratum exact (hypergeometric); else Clopper and Pearson's with
 * the size that a simple draw would need for the same variance (Korn and Graubard 1998), since a normal interval is too
 * short where errors are few; Student's t for the degrees of freedom.
 * @param observed drawn households of whole strata
 * @param confidence 0.5 to 1
 */
export function estimate(observed: readonly Observed[], confidence: number): Estimate {
  const all = answersOf(observed);
  const strata = all.filter(({ answered }) => answered > 0);
  const answered = strata.reduce((sum, one) => sum + one.answered, 0);
  const wrong = strata.reduce((sum, one) => sum + one.wrong, 0);
  const counts = { drawn: observed.length, answered, wrong, unseen: all.length - strata.length };
  const [only] = strata;
  if (only === undefined) return { ...counts, rate: null, error: null, interval: null, method: 'none' };
  const { rate, variance, freedom } = varianceOf(strata);
  const known = { ...counts, rate, error: variance === null ? null : Math.sqrt(variance) };
  if (strata.every((one) => one.chance === 1 && one.answered === one.households))
    return { ...known, interval: { lower: rate, upper: rate }, method: 'whole' };
  if (strata.length === 1 && only.chance === 1) {
    const interval = exactInterval(only.households, only.answered, only.wrong, confidence);
    return { ...known, interval, method: 'exact' };
  }
  if (variance === null) return { ...known, interval: null, method: 'weighted' };
  const p = 1 - (1 - confidence) / 2;
  const simple = variance > 0 ? (rate * (1 - rate)) / variance : kishSize(strata);
  const size = simple * (tQuantile(p, Math.max(answered - 1, 1)) / tQuantile(p, freedom)) ** 2;
  return { ...known, interval: binomialInterval(rate, size, confidence), method: 'weighted' };
}
