import { readDay } from './date.js';
import { EMPTY, found, trouble } from './results.js';
import type { Parsed } from './types.js';

const PLAIN = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;

/** A month as `YYYY-MM`, from the same texts as a date; else `month-unreadable`. */
export function parseMonth(text: string): Parsed {
  if (text.length === 7 && PLAIN.test(text)) return found(text);
  const day = readDay(text);
  if (day < 0) return EMPTY;
  if (day === 0) return trouble('month-unreadable');
  const month = Math.trunc(day / 100) % 100;
  return found(`${Math.trunc(day / 10000)}-${month < 10 ? '0' : ''}${month}`);
}
