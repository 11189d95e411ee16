/** Printable ASCII and the basic CJK block: already NFKC and free of spaces, whatever their order. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;
/** The same for `tidy`, which takes off a quote mark before. */
const PLAIN_UNQUOTED = /^(?!')[!-~¥〇\u4e00-\u9fff]*$/;

/**
 * Spaces of every width, control characters, and characters that show nothing: U+200B and the byte order mark come
 * with text copied from web pages, U+202A–U+202E with text copied from Windows dialogs.
 */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;
const UNSEEN_BUT_SPACE = /[\p{Cf}\p{Variation_Selector}]/gu;

/** What forms hold where nothing applies. 无 is not among them: it can be a value. */
const DASHES = /^[-‐‑‒–—―−_/\\]*$/;

/** True for nothing and for a cell of dashes. Takes text without spaces. */
export function isBlank(compacted: string): boolean {
  return compacted === '' || DASHES.test(compacted);
}

/** Applies `step` until nothing changes: dropping a character can let its neighbours compose anew under NFKC. */
function untilStable(text: string, step: (text: string) => string): string {
  let before = text;
  for (;;) {
    const after = step(before);
    if (after === before) return after;
    before = after;
  }
}

/** NFKC without spaces and unseen characters; `further` is applied along until the text no longer changes. */
export function compact(text: string, further?: (text: string) => string): string {
  if (further === undefined && PLAIN.test(text)) return text;
  return untilStable(text, (before) => {
    const after = before.normalize('NFKC').replace(UNSEEN, '');
    return further === undefined ? after : further(after);
  });
}

/** NFKC with single inner spaces, none outside, and without the quote mark that spreadsheets set before text. */
export function tidy(text: string): string {
  if (PLAIN_UNQUOTED.test(text)) return text;
  return untilStable(text, (before) =>
    before
      .normalize('NFKC')
      .replace(UNSEEN_BUT_SPACE, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .replace(/^[ '‘’]+| +$/g, ''),
  );
}

/** Upper case for a–z alone: toUpperCase() would turn ß into SS and is not stable under NFKC. */
export function upper(text: string): string {
  return /[a-z]/.test(text) ? text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : text;
}

/** A number that a spreadsheet shows with an exponent: its last digits are lost. Takes upper-case text. */
export function hasExponent(text: string): boolean {
  return /^\d(?:\.\d+)?E\+\d{1,3}$/.test(text);
}

/** Digits hidden by * or by signs that stand for it. Takes upper-case text. */
export function isMasked(text: string): boolean {
  return /[*✱●■█]|\d(?:XX|×)|(?:XX|×)\d/.test(text);
}

/** What a spreadsheet sets around a number to keep it text, taken off: '001 and ="001". */
export function unquote(text: string): string {
  const quotes = '"\'‘’“”`';
  let start = 0;
  let end = text.length;
  while (start < end && (quotes.includes(text.charAt(start)) || text.charAt(start) === '=')) start += 1;
  while (end > start && quotes.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
