import type { FormatKind } from './formats.js';

/** Excel computes with 15 significant digits and shows no more (ECMA-376 leaves it open; Microsoft's "Excel specifications"). */
const DIGITS = 15;
const DAY = 86_400;
/** Days from 1899-12-30, the day 0 that makes serials after 1900-02-28 right, to 1970-01-01. */
const EPOCH_1900 = 25_569;
const SHIFT_1904 = 1462;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/**
 * A number as text: the shortest decimal that Excel would show at 15 significant digits, without exponent. From 1e15 on
 * (16 digits: an ID that the sheet has rounded) always `d.ddddddddddddddE+dd`, so that the loss can be seen.
 */
export function numberText(value: number): string {
  const shortest = String(value);
  if (shortest.length <= DIGITS && !shortest.includes('e')) return shortest === '-0' ? '0' : shortest;
  const rounded = Number(value.toPrecision(DIGITS));
  const size = Math.abs(rounded);
  if (size >= 1e15) return rounded.toExponential(DIGITS - 1).replace('e', 'E');
  const text = String(rounded);
  if (!text.includes('e')) return text;
  // Below 1e-6 JavaScript writes an exponent; below 1e-15 so do we, as no digit would stand in sight.
  if (size < 1e-15) return text.replace('e', 'E');
  const [digits = '', exponent = ''] = String(size).replace('.', '').split('e-');
  return `${rounded < 0 ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${digits}`;
}

/**
 * A number under a number format as text: dates as `YYYY-MM-DD` (with ` HH:MM:SS` where there is a time of day), times as
 * `HH:MM:SS`. A value that is no day of the format's calendar (0, negative, beyond 9999) stays a number. Serial 60 is
 * 1900-02-29, as Excel shows it: it counts 1900 as a leap year.
 *
 * @param date1904 True where the workbook counts days from 1904-01-01.
 */
export function formattedText(value: number, kind: FormatKind, date1904: boolean): string {
  if (kind === 'number' || !Number.isFinite(value)) return numberText(value);
  const seconds = Math.round(value * DAY);
  const day = Math.floor(seconds / DAY);
  const time = seconds - day * DAY;
  if (kind === 'time') return value < 0 ? numberText(value) : clock(time);
  const serial = date1904 ? day + SHIFT_1904 : day;
  if (value < 0 || serial > LAST_SERIAL) return numberText(value);
  if (serial < 1) return time > 0 ? clock(time) : numberText(value);
  const date = dateOfSerial(serial);
  return time === 0 ? date : `${date} ${clock(time)}`;
}

function dateOfSerial(serial: number): string {
  if (serial === 60) return '1900-02-29';
  const day = serial < 60 ? serial + 1 : serial;
  return new Date((day - EPOCH_1900) * DAY * 1000).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}

/**
 * An ISO 8601 cell (`t="d"`, ECMA-376 part 1, 18.18.11) in the same form: `2024-01-05`, `2024-01-05 08:30:00`, `08:30:00`,
 * rounded to the second. Anything else is returned as it stands.
 */
export function isoText(text: string): string {
  const found = /^\s*(\d{4}-\d\d-\d\d)?T?(?:(\d\d:\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?\s*$/.exec(text);
  if (found === null || (found[1] ?? found[2]) === undefined) return text;
  const [, date, minutes = '00:00', seconds = '00'] = found;
  const time = Date.parse(`${date ?? '2000-01-01'}T${minutes}:00Z`) + Math.round(Number(seconds)) * 1000;
  if (Number.isNaN(time)) return text;
  const whole = new Date(time).toISOString();
  const clockText = whole.slice(11, 19);
  if (date === undefined) return clockText;
  return clockText === '00:00:00' ? whole.slice(0, 10) : `${whole.slice(0, 10)} ${clockText}`;
}
