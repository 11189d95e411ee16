import { compact, isBlank, isMasked, unquote, upper } from './characters.js';
import { checksum, idFault } from './id-checks.js';
import { EMPTY, found } from './results.js';
import type { Parsed, ValueProblem } from './types.js';

/**
 * An ID number as 18 characters with upper `X`. 15 digits are upgraded (century 19, as all of them were given out before
 * 1999); full-width digits, spaces, hyphens, quotes and a Cyrillic or Greek Х are put right. Valid is what has 17 digits
 * and a digit or X, a real calendar date and the checksum (RULES.md, 'Matching'); area and future are `idVerdict`'s.
 * With a problem the value is the cleaned text: `id-length`, `id-characters`, `id-date` and `id-checksum` may be matched
 * as near; `id-rounded` and `id-masked` are for listing only, never to be joined on. What is no number at all (无, 待补,
 * one digit repeated) has no value: two people without a number are not one person.
 */
export function parseId(text: string): Parsed {
  if (text.length === 18 && idFault(text) === null) {
    return found(text.charCodeAt(17) === 120 ? `${text.slice(0, 17)}X` : text);
  }
  if (PLAIN_15.test(text) && !SAME_DIGIT.test(text)) return upgrade(text);
  const value = compact(text, cleanOnce);
  if (isBlank(value)) return EMPTY;
  const filler = fillerProblem(value);
  if (filler !== null) return { value: '', problem: filler };
  if (PLAIN_15.test(value)) return upgrade(value);
  const problem = problemOf(value);
  return problem === null ? found(value) : { value, problem };
}

const PLAIN_15 = /^\d{15}$/;
/** Digits that any number of any paper has: passports and permits have seven and more. */
const FEWEST_DIGITS = 6;
/** One digit again and again fills a column that must not be empty; with 15 of them it would even be valid. */
const SAME_DIGIT = /^(\d)\1{14,17}$/;

/** What is wrong with a text that stands in the place of a number (无, 不详, 待补, 1, one digit 15 times), null otherwise. */
function fillerProblem(value: string): ValueProblem | null {
  if (isMasked(value)) return null;
  const digits = value.replace(/\D/g, '').length;
  if (SAME_DIGIT.test(value)) return (value.length === 18 ? idFault(value) : null) ?? 'id-characters';
  if (digits >= FEWEST_DIGITS || /E\+?\d/.test(value)) return null;
  return digits === value.length ? 'id-length' : 'id-characters';
}

/** 18 digits whose last three are 0 with a wrong checksum: what a spreadsheet leaves of a number (15 digits hold). */
export function isRoundedId(id18: string): boolean {
  return id18.endsWith('000') && /^\d{18}$/.test(id18) && checksum(id18) !== '0';
}

function cleanOnce(text: string): string {
  const cleaned = upper(unquote(text))
    .replace(/[ХхΧχ]/g, 'X')
    .replace(/^(\d{17})[×✕✖]$/, '$1X');
  const joined = cleaned.replace(/[-‐‑‒–—―−_]/g, '');
  return joined === '' ? cleaned : joined;
}

function upgrade(digits15: string): Parsed {
  const digits17 = `${digits15.slice(0, 6)}19${digits15.slice(6)}`;
  const value = digits17 + checksum(digits17);
  return idFault(value) === null ? found(value) : { value: digits15, problem: 'id-date' };
}

function problemOf(value: string): ValueProblem | null {
  if (/^\d(?:\.\d+)?E\+?\d{1,3}$/.test(value)) return 'id-rounded';
  if (isMasked(value)) return 'id-masked';
  if (!/^\d*X?$/.test(value)) return 'id-characters';
  if (value.length !== 18) return 'id-length';
  return isRoundedId(value) ? 'id-rounded' : idFault(value);
}
