/** Digits as exports carry them: half and full width. */
const digit = '[0-9０-９]';
const letterX = '[0-9０-９xXｘＸ]';

/**
 * Runs of 15 to 20 digits, the last perhaps an X: an ID of 15, 17 (check digit lost) or 18, and one with a digit too
 * few or too many, which names its owner as well. Longer runs and runs inside letters (不动产单元号) are other numbers.
 */
const run = new RegExp(`(?<![0-9A-Za-z０-９*])${digit}{14,19}${letterX}(?![0-9A-Za-z０-９*])`, 'g');

/** 330482 19630515 1234, with blanks or hyphens as some people type it. */
const spaced = /(?<![0-9A-Za-z])(\d{6})[ \u3000-](\d{8})[ \u3000-](\d{3}[0-9Xx])(?![0-9A-Za-z])/g;

/** The id of a check and the hyphen behind it, as a case id begins: R04.car- (rules/catalogue.ts). */
const checkBefore = /(?<![0-9A-Za-z])[A-Z]\w*(?:\d|\d\.[a-z-]+|[A-Za-z]\.[a-z-]+)-$/;

/** Characters before a number that are looked at for a check's id. */
const LONGEST_CHECK = 60;

/** An ID with its last two signs lost still tells area and birth date. */
const areaAndBirth = /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/**
 * The sixteen hexadecimal characters at the end of a case id, where all of them happen to be digits. No ID number has
 * 16 digits; a damaged one behind a check's id is told by its birth date.
 */
function isCaseDigest(digits: string, before: string): boolean {
  return /^[0-9]{16}$/.test(digits) && checkBefore.test(before) && !areaAndBirth.test(digits);
}

/** A number that a sheet has rounded still shows the birth date: 3.30482196305151E+17. */
const rounded = /(?<![0-9.])(\d)\.(\d{5})\d{4,}[eE]\+?(1[4-9])(?![0-9])/g;

/** Each of the three has that many digits in a row: most texts need not be looked at any closer. */
const eightDigits = /[0-9０-９]{8}/;

/**
 * One ID number, masked: the first six and the last four characters stay, as in 330482********1234. Texts too short
 * for that keep two and two; under eight characters nothing but a text without digits (不详) stays.
 */
export function maskId(text: string): string {
  const value = text.trim();
  const head = value.length >= 15 ? 6 : 2;
  const tail = value.length >= 15 ? 4 : 2;
  if (!/[0-9０-９]/.test(value)) return text;
  if (value.length < 8) return '*'.repeat(value.length);
  return value.slice(0, head) + '*'.repeat(value.length - head - tail) + value.slice(-tail);
}

/** Any text with each number in it that may be an ID (15 to 20 digits, X at the end) masked; the rest unchanged. */
export function maskIdsIn(text: string): string {
  if (text.length < 15 || !eightDigits.test(text)) return text;
  return text
    .replace(run, (id, at: number, whole: string) =>
      isCaseDigest(id, whole.slice(Math.max(at - LONGEST_CHECK, 0), at)) ? id : maskId(id),
    )
    .replace(
      spaced,
      (_, area: string, birth: string, end: string) => `${area} ${'*'.repeat(birth.length)} ${end}`,
    )
    .replace(
      rounded,
      (_, first: string, next: string, power: string) => `${first}.${next}********E+${power}`,
    );
}

/**
 * As maskIdsIn, and the IDs given too, whatever their form: a damaged ID of 12 characters is found by no pattern.
 */
export function maskKnownIn(text: string, ids: readonly string[]): string {
  let masked = text;
  for (const id of ids) if (id.length >= 8 && masked.includes(id)) masked = masked.replaceAll(id, maskId(id));
  return maskIdsIn(masked);
}
