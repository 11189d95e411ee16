const DAY = 86_400_000;
const START = Date.UTC(2000, 0, 1);
const DAYS = 13_500;

/** The spellings that bureaus use; each register keeps to one. */
const SPELLINGS = {
  iso: (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  compact: (y, m, d) => `${y}${two(m)}${two(d)}`,
  slash: (y, m, d) => `${y}/${m}/${d}`,
  chinese: (y, m, d) => `${y}年${m}月${d}日`,
};

/** @param {number} n */
function two(n) {
  return n < 10 ? `0${n}` : String(n);
}

const tables = Object.fromEntries(
  Object.entries(SPELLINGS).map(([name, spell]) => [
    name,
    Array.from({ length: DAYS }, (_, day) => {
      const date = new Date(START + day * DAY);
      return spell(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
    }),
  ]),
);

/**
 * @param {keyof typeof SPELLINGS} spelling
 * @returns {(day: number | null) => string} the text of a day, counted from 2000-01-01; of null the empty text
 */
export function speller(spelling) {
  const table = tables[spelling];
  return (day) => (day === null ? '' : table[Math.max(0, Math.min(DAYS - 1, day))]);
}

/** @param {number} year @param {number} month 1 to 12 @param {number} day @returns {number} days from 2000-01-01 */
export function dayOf(year, month, day) {
  return Math.round((Date.UTC(year, month - 1, day) - START) / DAY);
}

/** The as-of date of the bench county. */
export const AS_OF = '2026-06-30';
export const asOfDay = dayOf(2026, 6, 30);

/** @param {import('./random.mjs').Random} random @param {number} [years] @returns {number} a day in the last years */
export function past(random, years = 20) {
  return asOfDay - 1 - random.below(years * 365);
}
