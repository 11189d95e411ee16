/** True for a day of the Gregorian calendar; months and days count from 1, years from 1. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  if (month === 2) return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  // Up to July the odd months have 31 days, from August on the even ones.
  return day <= 30 || (day === 31 && month < 8 === (month % 2 === 1));
}

/** `YYYY-MM-DD`. */
export function isoDate(year: number, month: number, day: number): string {
  const y = String(year).padStart(4, '0');
  return `${y}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/**
 * The day of a spreadsheet's serial number in the 1900 date system as yyyymmdd, for serials above 60. Day 60 is the
 * 29 February 1900 that never was (ECMA-376 part 1, 18.17.4.1), so serials count from 30 December 1899.
 */
export function serialDate(serial: number): number {
  const date = new Date(Date.UTC(1899, 11, 30 + serial));
  return date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
