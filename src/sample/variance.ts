import type { Answers } from './estimate.js';

/** A community of a draw in two stages; in one of one stage a stratum, certain to be there. */
interface Cluster {
  readonly pool: string;
  readonly chance: number;
  /** Households it holds, and those of them that are wrong, as estimated within it. */
  readonly households: number;
  readonly wrong: number;
  /** Variance of `wrong` by the draw of households. */
  readonly within: number;
  /** Answers beyond the first of each stratum. */
  readonly freedom: number;
}

export interface Variance {
  readonly rate: number;
  /** Of the rate; null where a single community was drawn of several. */
  readonly variance: number | null;
  readonly freedom: number;
}

/** A stratum's variance: N²·(1 − n/N)·s²/n; with one answer alone the spread of all answers stands for its own. */
function withinOf({ households, answered, wrong }: Answers, overall: number): number {
  if (answered >= households) return 0;
  const p = wrong / answered;
  const spread = answered > 1 ? (answered / (answered - 1)) * p * (1 - p) : overall * (1 - overall);
  return (households * households * (1 - answered / households) * spread) / answered;
}

function clustersOf(strata: readonly Answers[], overall: number): Cluster[] {
  const found = new Map<string, { -readonly [K in keyof Cluster]: Cluster[K] }>();
  for (const one of strata) {
    const { pool, chance } = one;
    const known = found.get(one.community) ?? {
      pool,
      chance,
      households: 0,
      wrong: 0,
      within: 0,
      freedom: 0,
    };
    known.households += one.households;
    known.wrong += (one.households * one.wrong) / one.answered;
    known.within += withinOf(one, overall);
    known.freedom += one.answered - 1;
    found.set(one.community, known);
  }
  return [...found.values()];
}

/** Pools of which a single community was drawn have no spread of their own: they are taken together. */
function poolsOf(open: readonly Cluster[]): Cluster[][] {
  const pools = new Map<string, Cluster[]>();
  for (const one of open) pools.set(one.pool, [...(pools.get(one.pool) ?? []), one]);
  const all = [...pools.values()];
  const lone = all.filter((pool) => pool.length === 1).flat();
  const rest = all.filter((pool) => pool.length > 1);
  if (lone.length === 0) return rest;
  if (lone.length > 1 || rest.length === 0) return [...rest, lone];
  const [first = [], ...others] = rest;
  return [[...first, ...lone], ...others];
}

/** Variance by the draw of communities, of the sum of `deviation` over all (Rosén 1997, for Pareto sampling). */
function between(pool: readonly Cluster[], deviation: (one: Cluster) => number): number | null {
  if (pool.length < 2) return null;
  const weight = pool.reduce((sum, { chance }) => sum + 1 - chance, 0);
  const centre =
    pool.reduce((sum, one) => sum + ((1 - one.chance) * deviation(one)) / one.chance, 0) / weight;
  const squares = pool.reduce(
    (sum, one) => sum + (1 - one.chance) * (deviation(one) / one.chance - centre) ** 2,
    0,
  );
  return (pool.length / (pool.length - 1)) * squares;
}

/**
 * The rate of a draw and its variance: that of the draw of communities (by the ratio's deviations) and that of the draw
 * of households within them (Cochran, Sampling Techniques, 11.9; in one stage 5A.1 alone).
 * @param strata each with an answer
 */
export function varianceOf(strata: readonly Answers[]): Variance {
  const total = (key: 'households' | 'wrong', list: readonly Cluster[]): number =>
    list.reduce((sum, one) => sum + one[key] / one.chance, 0);
  const plain = clustersOf(strata, 0);
  const households = total('households', plain);
  const rate = total('wrong', plain) / households;
  const clusters = clustersOf(strata, rate);
  const within = clusters.reduce((sum, one) => sum + one.within / one.chance, 0);
  const open = clusters.filter(({ chance }) => chance < 1);
  const pools = poolsOf(open);
  const parts = pools.map((pool) => between(pool, (one) => one.wrong - rate * one.households));
  const certain = clusters.filter(({ chance }) => chance >= 1).reduce((sum, one) => sum + one.freedom, 0);
  const freedom = Math.max(1, certain + pools.reduce((sum, pool) => sum + pool.length - 1, 0));
  if (parts.includes(null)) return { rate, variance: null, freedom };
  const first = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return { rate, variance: (first + within) / (households * households), freedom };
}
