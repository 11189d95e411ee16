import { isRealDate } from './calendar.js';

/**
 * An 18-character number as two integers below 2^31: `high` the first nine digits, `low` the next eight times 11 plus
 * the check sign (X is 10). Two numbers are equal exactly if both integers are.
 */
export interface PackedId {
  high: number;
  low: number;
}

/** Where `parseIdBytes` leaves the number it has read; overwritten by each call, so that none is allocated. */
export const parsedId: PackedId = { high: 0, low: 0 };

/**
 * Reads the bytes from `start` to `end` (exclusive) as a plain valid number: ASCII, 17 digits and a digit, `X` or `x`, with
 * a real date and the right checksum, or 15 digits, which are upgraded. Returns 1 and fills `parsedId`, or 0: then the
 * slow reader must look.
 */
export function parseIdBytes(buffer: Uint8Array, start: number, end: number): number {
  if (end > buffer.length) return 0;
  if (end - start === 18) return parse18(buffer, start);
  return end - start === 15 ? parse15(buffer, start) : 0;
}

function parse18(buffer: Uint8Array, start: number): number {
  let digit = 0;
  let high = 0;
  // The weights of GB 11643 are 2^(17 - i) modulo 11, so the sum can be built digit by digit.
  let sum = 0;
  for (let i = start; i < start + 9; i += 1) {
    digit = (buffer[i] as number) - 48;
    if (digit >>> 0 > 9) return 0;
    high = high * 10 + digit;
    sum = (sum + digit) * 2;
  }
  let low = 0;
  for (let i = start + 9; i < start + 17; i += 1) {
    digit = (buffer[i] as number) - 48;
    if (digit >>> 0 > 9) return 0;
    low = low * 10 + digit;
    sum = (sum + digit) * 2;
  }
  const last = buffer[start + 17] as number;
  const check = last === 88 || last === 120 ? 10 : last - 48;
  if (check < 0 || check > 10 || (check === 10 && last === 58)) return 0;
  if ((sum + check) % 11 !== 1) return 0;
  return keep(high, low, check);
}

/** Area and year of two digits, then month, day and order: 19 comes between the first and the second six. */
function parse15(buffer: Uint8Array, start: number): number {
  let digit = 0;
  let high = 0;
  let sum = 0;
  let same = true;
  for (let i = 0; i < 7; i += 1) {
    digit = (buffer[start + i] as number) - 48;
    if (digit >>> 0 > 9) return 0;
    same = same && buffer[start + i] === buffer[start];
    if (i === 6) {
      high = high * 100 + 19;
      sum = ((sum + 1) * 2 + 9) * 2;
    }
    high = high * 10 + digit;
    sum = (sum + digit) * 2;
  }
  let low = 0;
  for (let i = start + 7; i < start + 15; i += 1) {
    digit = (buffer[i] as number) - 48;
    if (digit >>> 0 > 9) return 0;
    same = same && buffer[i] === buffer[start];
    low = low * 10 + digit;
    sum = (sum + digit) * 2;
  }
  // One digit fifteen times fills a column; it is nobody's number (see id.ts).
  if (same) return 0;
  return keep(high, low, (12 - (sum % 11)) % 11);
}

/** Keeps a number whose date is one. */
function keep(high: number, low: number, check: number): number {
  // high ends with the first three digits of the year, low begins with the fourth.
  const year = (high % 1000) * 10 + ((low / 10_000_000) | 0);
  const day = ((low / 1000) | 0) % 10_000;
  if (!isRealDate(year, (day / 100) | 0, day % 100)) return 0;
  parsedId.high = high;
  parsedId.low = low * 11 + check;
  return 1;
}

/** The same packing of a canonical 18-character number. */
export function packId(id18: string): PackedId {
  const check = id18.charCodeAt(17) === 88 ? 10 : id18.charCodeAt(17) - 48;
  return { high: Number(id18.slice(0, 9)), low: Number(id18.slice(9, 17)) * 11 + check };
}

/** The 18 characters that were packed. */
export function unpackId({ high, low }: PackedId): string {
  const check = low % 11;
  const digits = String(high).padStart(9, '0') + String(Math.trunc(low / 11)).padStart(8, '0');
  return digits + (check === 10 ? 'X' : String(check));
}
