import { isRealDate } from './calendar.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
const CHECK_SIGNS = '10X98765432';

/** What is wrong with the digits of an 18-character number. */
export type IdFault = 'id-characters' | 'id-date' | 'id-checksum';

/** The weight of a position, 0 to 17; the weighted sum of a whole number, X being 10, is 1 modulo 11. */
export function weightAt(position: number): number {
  return WEIGHTS[position] as number;
}

/** The check sign of 17 digits, `0`–`9` or `X` (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checksum(digits17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (digits17.charCodeAt(i) - 48) * weightAt(i);
  return CHECK_SIGNS.charAt(sum % 11);
}

/** The first fault of 18 characters, null if they are a whole number. `x` counts as `X`. */
export function idFault(text18: string): IdFault | null {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    const digit = text18.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return 'id-characters';
    sum += digit * weightAt(i);
  }
  const last = text18.charCodeAt(17);
  const isX = last === 88 || last === 120;
  if (!isX && (last < 48 || last > 57)) return 'id-characters';
  if (!hasRealDate(text18)) return 'id-date';
  return CHECK_SIGNS.charCodeAt(sum % 11) === (isX ? 88 : last) ? null : 'id-checksum';
}

/** True for a canonical number: 17 digits and a digit or `X`, a real calendar date, the right checksum. */
export function isValidId18(text: string): boolean {
  return text.length === 18 && text.charCodeAt(17) !== 120 && idFault(text) === null;
}

function hasRealDate(text18: string): boolean {
  return isRealDate(number(text18, 6, 10), number(text18, 10, 12), number(text18, 12, 14));
}

function number(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

/**
 * The birth date `YYYY-MM-DD` in an 18-character number, also of one whose checksum is wrong; null where its digits make
 * no date or there are not 18 characters. It can be the date of registration and a century off, as the card itself.
 */
export function birthDate(id18: string): string | null {
  if (id18.length !== 18 || !/^\d{8}$/.test(id18.slice(6, 14)) || !hasRealDate(id18)) return null;
  return `${id18.slice(6, 10)}-${id18.slice(10, 12)}-${id18.slice(12, 14)}`;
}

/** The sex that the 17th digit states: odd for men; null where there is no such digit. */
export function sexOf(id18: string): 'male' | 'female' | null {
  const digit = id18.charCodeAt(16) - 48;
  if (id18.length !== 18 || !(digit >= 0 && digit <= 9)) return null;
  return digit % 2 === 1 ? 'male' : 'female';
}
