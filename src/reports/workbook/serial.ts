/** Days from 1899-12-30, the day that spreadsheets count from, to 1970-01-01. */
const unixDay = 25_569;

/**
 * A day as spreadsheets count it; null for none.
 * @param value YYYY-MM-DD; anything else is given back as it is
 */
export function dayNumber(value: string | number | null): string | number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return Date.parse(`${value}T00:00:00Z`) / 86_400_000 + unixDay;
}
