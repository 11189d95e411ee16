import type { CodeOption } from '../records/types.js';
import { compact, isBlank, upper } from './characters.js';
import { EMPTY, found } from './results.js';
import type { Normaliser, Parsed } from './types.js';

/** Texts remembered per list; real columns hold a few dozen, broken ones must not fill the memory. */
const MOST_REMEMBERED = 20_000;
const UNKNOWN: Parsed = Object.freeze({ value: 'other', problem: 'code-unknown' });
const NEGATIONS = '不没未非无';

interface Label {
  readonly text: string;
  readonly code: string;
}

/**
 * The normaliser of one closed list of codes. A text is compared whole; else the longest label of two or more characters
 * that it contains decides, of equally long ones the one that ends last; a label right after 不 没 未 非 无 does not
 * count (REGISTERS.md, 'Files as they come'). An unknown text is `other` with `code-unknown`.
 */
export function codeNormaliser(codes: readonly CodeOption[]): Normaliser {
  const whole = new Map<string, Parsed>([['OTHER', found('other')]]);
  for (const { code } of codes) whole.set(comparable(code), found(code));
  const labels = codes.flatMap(({ code, labels: texts }) =>
    texts.map((text) => ({ text: comparable(text), code })),
  );
  for (const { text, code } of [...labels].reverse()) whole.set(text, found(code));
  const contained = labels.filter(({ text }) => [...text].length >= 2 && /[^ -~]/.test(text));
  const relation = codes.some(({ code }) => code === 'self');
  const selfWords = contained.filter(({ code }) => code === 'self').map(({ text }) => text);

  const decide = (text: string): Parsed => {
    const cleaned = comparable(text);
    if (isBlank(cleaned)) return EMPTY;
    const direct = whole.get(cleaned);
    if (direct !== undefined) return direct;
    const subject = relation ? relative(cleaned, selfWords, whole) : cleaned;
    const code =
      relation && whole.has(subject) ? whole.get(subject)?.value : longestLabel(subject, contained);
    return code === undefined ? UNKNOWN : found(code);
  };

  const remembered = new Map<string, Parsed>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const parsed = Object.freeze(decide(text));
    if (remembered.size < MOST_REMEMBERED) remembered.set(text, parsed);
    return parsed;
  };
}

function comparable(text: string): string {
  return upper(compact(text));
}

/**
 * Of 张三之妻 and 张三的女儿 the part that names the relation; of 户主侄子 the part after the head, whom it is not about.
 * 长子之妻 is the wife of a relative, not of the head: nothing of it is kept.
 */
function relative(text: string, selfWords: readonly string[], whole: ReadonlyMap<string, Parsed>): string {
  const mark = Math.max(text.lastIndexOf('之'), text.lastIndexOf('的'));
  if (mark >= 0 && mark < text.length - 1) {
    const owner = whole.get(text.slice(0, mark))?.value;
    return owner === undefined || owner === 'self' ? text.slice(mark + 1) : '';
  }
  const head = selfWords.find((word) => text.startsWith(word));
  const rest = head === undefined ? '' : text.slice(head.length);
  return /^\p{Script=Han}/u.test(rest) ? rest : text;
}

function longestLabel(text: string, labels: readonly Label[]): string | undefined {
  let best: Label | undefined;
  let bestEnd = -1;
  for (const label of labels) {
    if (best !== undefined && label.text.length < best.text.length) continue;
    const end = lastEnd(text, label.text);
    if (end < 0 || (best !== undefined && label.text.length === best.text.length && end <= bestEnd)) continue;
    best = label;
    bestEnd = end;
  }
  return best?.code;
}

/** Where the last occurrence that is not negated ends, -1 where there is none. */
function lastEnd(text: string, label: string): number {
  let start = text.lastIndexOf(label);
  while (start > 0 && NEGATIONS.includes(text.charAt(start - 1))) start = text.lastIndexOf(label, start - 1);
  return start < 0 ? -1 : start + label.length;
}
