import { isoDate, isRealDate, serialDate } from './calendar.js';
import { isBlank, tidy } from './characters.js';
import { NUMERAL, readNumeral } from './chinese-numbers.js';
import { EMPTY, found, trouble } from './results.js';
import { hasOwnDay, splitTime } from './time-of-day.js';
import type { Parsed } from './types.js';

/** No text of a date is longer; longer ones are refused before any pattern runs over them. */
const LONGEST = 60;

const BLANK = -1;
const UNREADABLE = 0;

/**
 * A date as `YYYY-MM-DD`; a month is its first day. Reads every form of REGISTERS.md (type date), dates written out in
 * Chinese, 民国 years and spreadsheet serials; times are dropped. Never yields another day than the text means: what
 * is not certain (two-digit years, 2024.2.30, 3/5/2024) is `date-unreadable`.
 */
export function parseDate(text: string): Parsed {
  if (text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) {
    if (plainDate(text) > 0) return found(text);
  }
  const day = readDay(text);
  if (day > 0) return found(isoDate(Math.trunc(day / 10000), Math.trunc(day / 100) % 100, day % 100));
  return day === BLANK ? EMPTY : trouble('date-unreadable');
}

const BARE = /^\d+(?:\.\d*)?$/;
/** A year and nothing, or 2024.3: no bare number, but a date's beginning. */
const YEAR_FIRST = /^\d{4}(?:\.|$)/;

/** The day of a text as the number yyyymmdd; 0 where it is unreadable, -1 where nothing stands. */
export function readDay(text: string): number {
  const plain = plainDate(text);
  if (plain > 0) return plain;
  const usual = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text);
  if (usual !== null) return dayOf(Number(usual[1]), Number(usual[2]), Number(usual[3] ?? 1));
  const cleaned = text.length > 4 * LONGEST ? text : tidy(text);
  if (cleaned.length > LONGEST) return UNREADABLE;
  if (isBlank(cleaned.replaceAll(' ', ''))) return BLANK;
  if (BARE.test(cleaned) && !YEAR_FIRST.test(cleaned)) return fromDigits(cleaned);
  const { date, time } = splitTime(cleaned);
  if (!hasOwnDay(time)) return UNREADABLE;
  if (/^\d{8}$/.test(date)) return fromDigits(date);
  return fromSeparators(date) || fromCharacters(date);
}

/** Digits from `start` on as a number, -1 if one is no digit. */
function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The commonest shapes without any pattern: 2024-03-05, 2024/3/5, 2024.3.5, 20240305, 2024-03-05 00:00:00. */
export function plainDate(text: string): number {
  const { length } = text;
  if (length < 8 || length > 19) return UNREADABLE;
  const year = digits(text, 0, 4);
  const sign = text.charCodeAt(4);
  if (sign !== 45 && sign !== 47 && sign !== 46) {
    return length === 8 ? dayOf(year, digits(text, 4, 2), digits(text, 6, 2)) : UNREADABLE;
  }
  const end = length === 19 && isPlainTime(text) ? 10 : length;
  const second = text.charCodeAt(6) === sign ? 6 : 7;
  if (text.charCodeAt(second) !== sign || end < second + 2 || end > second + 3) return UNREADABLE;
  return dayOf(year, digits(text, 5, second - 5), digits(text, second + 1, end - second - 1));
}

/** True for ` 08:30:00` or `T08:30:00` from the eleventh character on. */
function isPlainTime(text: string): boolean {
  const gap = text.charCodeAt(10);
  if ((gap !== 32 && gap !== 84) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return false;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  return hour >= 0 && hour <= 24 && minute >= 0 && minute <= 59 && digits(text, 17, 2) >= 0;
}

/** yyyymmdd of a real day between 1850 and 2200, else 0: other years are slips of the pen or stand for "never". */
function dayOf(year: number, month: number, day: number): number {
  if (year < 1850 || year > 2200 || !isRealDate(year, month, day)) return UNREADABLE;
  return year * 10000 + month * 100 + day;
}

/** Bare digits: 5 a serial, 6 yyyymm, 8 yyyymmdd, 14 yyyymmddhhmmss. Only a serial may have a fraction, the time. */
function fromDigits(text: string): number {
  const whole = text.replace(/\..*/, '');
  if (whole.length === 5) {
    return whole.startsWith('0') ? UNREADABLE : serialDate(Number(whole));
  }
  if (/\..*[1-9]/.test(text)) return UNREADABLE;
  const year = digits(whole, 0, 4);
  if (whole.length === 6) return dayOf(year, digits(whole, 4, 2), 1);
  if (whole.length === 14 && !hasOwnDay(`${whole.slice(8, 10)}:${whole.slice(10, 12)}`)) return UNREADABLE;
  if (whole.length === 8 || whole.length === 14) return dayOf(year, digits(whole, 4, 2), digits(whole, 6, 2));
  return UNREADABLE;
}

const SEPARATED = /^(\d{4}) ?([-‐‑–—−/.。]) ?(\d{1,2})(?: ?[-‐‑–—−/.。] ?(\d{1,2}))?$/;

function fromSeparators(text: string): number {
  const match = SEPARATED.exec(text);
  if (match === null) return UNREADABLE;
  const [, year, sign, month, day] = match;
  // A sheet turns October, 2024.10, into the number 2024.1: it may mean either month.
  if (day === undefined && sign === '.' && month === '1') return UNREADABLE;
  return dayOf(Number(year), Number(month), day === undefined ? 1 : Number(day));
}

const WRITTEN = new RegExp(
  `^(?:公元|西元|((?:中华|中華)?民[国國]))? ?(元|${NUMERAL}{1,5}) ?年 ?(${NUMERAL}{1,3}) ?月(?:份)?(?: ?(${NUMERAL}{1,3}) ?[日号]?)?$`,
);

/** 2024年3月5日, 二〇二四年三月五日, 民国113年3月5日. Lunar words (正月, 初五) are not read: they are other days. */
function fromCharacters(text: string): number {
  const match = WRITTEN.exec(text.replaceAll('o', 'O'));
  if (match === null) return UNREADABLE;
  const [, republic, yearText = '', monthText = '', dayText] = match;
  const year = yearText === '元' ? 1 : readNumeral(yearText);
  const month = readNumeral(monthText);
  const day = dayText === undefined ? 1 : readNumeral(dayText);
  if (year === null || month === null || day === null) return UNREADABLE;
  if (republic !== undefined) return year < 1 || year > 289 ? UNREADABLE : dayOf(1911 + year, month, day);
  return dayOf(year, month, day);
}
