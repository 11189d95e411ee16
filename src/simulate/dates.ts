const DAY = 86_400_000;
const START = Date.UTC(2000, 0, 1);
/** Days that have a spelling: 2000-01-01 to 2036-12-17. */
export const DAYS = 13_500;

/** The spellings that bureaus use; each register keeps to one, unless much dirt is asked for. */
export const spellings = ['iso', 'compact', 'slash', 'chinese'] as const;
export type Spelling = (typeof spellings)[number];

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

const SPELL: Readonly<Record<Spelling, (y: number, m: number, d: number) => string>> = {
  iso: (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  compact: (y, m, d) => `${y}${two(m)}${two(d)}`,
  slash: (y, m, d) => `${y}/${m}/${d}`,
  chinese: (y, m, d) => `${y}年${m}月${d}日`,
};

/** A day's text. @param day counted from 2000-01-01 */
export function spelled(day: number, spelling: Spelling): string {
  const date = new Date(START + day * DAY);
  return SPELL[spelling](date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Days from 2000-01-01. @param month 1 to 12 */
export function dayOf(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - START) / DAY);
}

/** The as-of date of every simulated county: the standards and ages are made for it. */
export const AS_OF = '2026-06-30';
export const asOfDay = dayOf(2026, 6, 30);
export const AS_OF_YEAR = 2026;

/** YYYY-MM of a month before the as-of date's. */
export function monthBefore(back: number): string {
  const number = AS_OF_YEAR * 12 + 5 - back;
  return `${Math.floor(number / 12)}-${two((number % 12) + 1)}`;
}

/** Days from 1936-01-01, by which births are counted, to 2000-01-01. */
const BIRTHS_START = Math.round((Date.UTC(1936, 0, 1) - START) / DAY);
/** Births are from 1936-01-01 to the as-of date. */
export const BIRTH_DAYS = 33_054;

/** The number of a birth date among BIRTH_DAYS. */
export function birthOf(year: number, month: number, day: number): number {
  return dayOf(year, month, day) - BIRTHS_START;
}

/** YYYYMMDD of every birth number. */
export function birthTexts(): string[] {
  return Array.from({ length: BIRTH_DAYS }, (_, birth) => spelled(birth + BIRTHS_START, 'compact'));
}

/** A birth number of somebody who is so old on the as-of date, whole years. */
export function birthAtAge(age: number, dayInYear: number): number {
  // The year of life begins on the day after the as-of date, `age + 1` years before.
  return birthOf(AS_OF_YEAR - age - 1, 7, 1) + dayInYear;
}
