/** A small seeded generator: the same seed gives the same county on every machine. */
export interface Random {
  /** 0 ≤ x < 2³², whole. */
  next(): number;
  /** 0 ≤ x < n, whole. */
  below(n: number): number;
  /** low ≤ x ≤ high, whole. */
  between(low: number, high: number): number;
  /** True with this probability. */
  chance(share: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Mulberry32. @param seed 32 bits of it count */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (n: number): number => Math.floor((next() / 4294967296) * n);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => next() < share * 4294967296,
    pick: (list) => list[below(list.length)] ?? list[0],
  };
}

/** Mixes two numbers into 32 bits. */
export function mix(value: number, salt = 0): number {
  let t = Math.imul(value ^ (value >>> 16) ^ Math.imul(salt, 0x9e3779b1), 0x45d9f3b);
  t = Math.imul(t ^ (t >>> 16), 0x45d9f3b);
  return (t ^ (t >>> 16)) >>> 0;
}
