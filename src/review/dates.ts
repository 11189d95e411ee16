/** Days, months and years of YYYY-MM-DD; UTC throughout, so that no time zone shifts a day. */
const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
};

const text = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

/** The last day of a month; months beyond 12 belong to the years after. */
function monthEnd(year: number, month: number): string {
  return text(year, month + 1, 0);
}

/** The same day so many months later, or the last of a month that is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const last = monthEnd(year, month + months);
  const same = text(year, month + months, date);
  return same.slice(0, 7) === last.slice(0, 7) ? same : last;
}

/** The end of the first of these months (1 to 12) that comes after the month of `day`. */
export function nextFixedMonth(day: string, months: readonly number[]): string {
  const [year, month] = parts(day);
  const sorted = [...months].sort((a, b) => a - b);
  const later = sorted.find((one) => one > month);
  return later === undefined ? monthEnd(year + 1, sorted[0] ?? 12) : monthEnd(year, later);
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
