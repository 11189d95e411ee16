/**
 * A small seeded generator (mulberry32): the same seed gives the same county on every machine.
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  /** @returns {number} 0 ≤ x < 2³² */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return {
    next,
    /** @param {number} n @returns {number} 0 ≤ x < n, whole */
    below: (n) => Math.floor((next() / 4294967296) * n),
    /** @param {number} low @param {number} high @returns {number} low ≤ x ≤ high, whole */
    between: (low, high) => low + Math.floor((next() / 4294967296) * (high - low + 1)),
    /** @param {number} share @returns {boolean} true with this probability */
    chance: (share) => next() < share * 4294967296,
    /** @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[Math.floor((next() / 4294967296) * list.length)],
  };
}

/** Mixes a number into 32 bits. @param {number} value */
export function hash(value) {
  let t = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  t = Math.imul(t ^ (t >>> 16), 0x45d9f3b);
  return (t ^ (t >>> 16)) >>> 0;
}

/** @typedef {ReturnType<typeof randomFrom>} Random */
