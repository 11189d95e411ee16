import { compact, hasExponent, isBlank, isMasked, unquote, upper } from './characters.js';
import { EMPTY, found, trouble } from './results.js';
import type { Parsed } from './types.js';

const UNTIDY = /[\p{Cc}\ufeff\u200b\u2028\u2029]|^\s|\s$/u;

/** Text as it stands, without outer spaces and control characters; a line break becomes one space. */
export function parseText(text: string): Parsed {
  let value = text;
  if (UNTIDY.test(text)) {
    value = text
      .replace(/\s+/g, (run) => (/[\r\n\u2028\u2029]/.test(run) ? ' ' : run.replaceAll('\t', ' ')))
      .replace(/[\p{Cc}\ufeff\u200b]/gu, '')
      .trim();
  }
  return isBlank(value) ? EMPTY : found(value);
}

/** Text as it is compared (employer, company, address, unit): NFKC without spaces. */
export function compareText(text: string): string {
  return compact(text);
}

/**
 * A household number: NFKC, no spaces, upper case, leading zeros kept. One that a spreadsheet has rounded
 * (`number-rounded`) or that is masked (`number-masked`) has no value: it must never join two households.
 */
export function parseHouseholdId(text: string): Parsed {
  const value = compact(text, (before) => unquote(upper(before)));
  if (isBlank(value)) return EMPTY;
  if (hasExponent(value)) return trouble('number-rounded');
  return isMasked(value) ? trouble('number-masked') : found(value);
}

/**
 * A bank account: its digits alone. Rounded (an exponent) and masked ones (also 尾号1234) have no value. Round ends
 * such as …000 stay: accounts with them exist.
 */
export function parseAccount(text: string): Parsed {
  const cleaned = compact(text, (before) => unquote(upper(before)));
  if (isBlank(cleaned)) return EMPTY;
  if (hasExponent(cleaned)) return trouble('number-rounded');
  if (isMasked(cleaned) || /尾号|[末后][四4]位/.test(cleaned)) return trouble('number-masked');
  const digits = cleaned.replace(/\D/g, '');
  return digits === '' ? EMPTY : found(digits);
}

/** A number plate: no spaces, dots or hyphens, upper case (`浙F·12345` is `浙F12345`). */
export function parsePlate(text: string): Parsed {
  const value = compact(text, (before) => upper(before).replace(/[·•・.‧⋅∙‐‑–—−-]/g, ''));
  return isBlank(value) ? EMPTY : found(value);
}
