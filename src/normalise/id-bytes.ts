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
 * Reads the bytes from `start` to `end` (exclusive) as a plain valid number: 18 ASCII bytes, 17 digits and a digit, `X` or
 * `x`, with a real date and the right checksum. Returns 1 and fills `parsedId`, or 0: then the slow reader must look.
 */
export function parseIdBytes(buffer: Uint8Array, start: number, end: number): number {
  if (end - start !== 18 || end > buffer.length) return 0;
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
