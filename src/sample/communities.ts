import { uniformByHash } from './hash-draw.js';

/** A community (村、社区) that may be drawn. */
export interface Community {
  readonly name: string;
  /** Households, those with a case counted more often: what its chance is in proportion to. */
  readonly size: number;
}

/**
 * The chance of each community where `count` are drawn in proportion to size: λ = m·x ÷ X; who would have a chance of
 * one or more is drawn for certain, and the rest share what is left.
 */
export function chances(communities: readonly Community[], count: number): number[] {
  const certain = new Set<number>();
  for (;;) {
    const open = communities.map((_, index) => index).filter((index) => !certain.has(index));
    const sum = open.reduce((all, index) => all + (communities[index]?.size ?? 0), 0);
    const left = count - certain.size;
    const chance = (index: number): number => (left * (communities[index]?.size ?? 0)) / sum;
    const reached = open.filter((index) => left >= open.length || chance(index) >= 1);
    if (reached.length === 0)
      return communities.map((_, index) => (certain.has(index) ? 1 : Math.max(0, chance(index))));
    for (const index of reached) certain.add(index);
    if (certain.size >= communities.length) return communities.map(() => 1);
  }
}

/**
 * Draws `count` communities in proportion to size, without replacement: Pareto sampling (B. Rosén, On sampling with
 * probability proportional to size, Journal of Statistical Planning and Inference 62 (1997), 159–191). The uniform
 * numbers come from the seed by hash, so that the draw can be repeated by anybody; the chances that it wants are those
 * that it has, to within what no audit would see.
 * @returns places in `communities`, in the order of the draw
 */
export function drawCommunities(
  communities: readonly Community[],
  wanted: readonly number[],
  count: number,
  seed: string,
  group: string,
): number[] {
  const ranked = communities.map(({ name }, index) => {
    const chance = wanted[index] ?? 0;
    const u = uniformByHash(seed, `${group}/communities`, name);
    return { index, name, rank: chance >= 1 ? -1 : (u / (1 - u)) * ((1 - chance) / chance) };
  });
  ranked.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
  return ranked.slice(0, count).map(({ index }) => index);
}
