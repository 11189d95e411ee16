import { codeWords } from '../messages/codes.js';
import { language, say } from '../messages/language.js';
import { reportTexts as texts } from '../messages/reports.js';
import type { Labels } from './types.js';
import { word } from './words.js';

type Words = Readonly<Record<string, string>>;

/** The title of a register's field; a column that the data dictionary does not know keeps its header. */
export function fieldTitle(labels: Labels | undefined, register: string, field: string): string {
  return labels?.fields[register]?.[field] ?? field;
}

function codeWord(labels: Labels | undefined, register: string, field: string, code: string): string | null {
  const own = codeWords[register]?.[field]?.[code];
  return own?.[language()] ?? labels?.codes?.[register]?.[field]?.[code] ?? null;
}

/**
 * A value of a row as an auditor reads it: a code by its word (`institution` → 事业单位, `child` → 子女), yes and no
 * for true and false; all else as it stands.
 */
export function fieldWord(
  labels: Labels | undefined,
  register: string,
  field: string,
  value: string,
): string {
  if (labels?.fields[register]?.[field] === undefined) return value;
  if (field === 'relation') return register === 'roster' ? word.toHead(value) : word.toPerson(value);
  const known = codeWord(labels, register, field, value);
  if (known !== null) return known;
  if (value === 'true') return say(texts.yes);
  if (value === 'false') return say(texts.no);
  return value === 'other' && labels.codes?.[register]?.[field] !== undefined ? say(texts.other) : value;
}

/**
 * Looks codes up where no register is named: a further column of a rule, a parameter that lists codes. Of registers
 * with the same field the first of the data dictionary speaks.
 */
export function codeFinder(labels: Labels | undefined): {
  /** `labour_capacity`, `full` → 有劳动能力. */
  readonly inField: (field: string, value: string) => string;
  /** `vocational` → 中职, whatever field has it. */
  readonly anywhere: (value: string) => string;
} {
  const byField = new Map<string, Words>();
  const all = new Map<string, string>();
  for (const [register, fields] of Object.entries(labels?.codes ?? {})) {
    for (const [field, codes] of Object.entries(fields)) {
      const words = Object.fromEntries(
        Object.keys(codes).map((code) => [code, fieldWord(labels, register, field, code)]),
      );
      byField.set(field, { ...words, ...byField.get(field) });
      for (const [code, text] of Object.entries(words)) if (!all.has(code)) all.set(code, text);
    }
  }
  return {
    inField: (field, value) => byField.get(field)?.[value] ?? value,
    anywhere: (value) => (/^[a-z]/.test(value) ? (all.get(value) ?? value) : value),
  };
}

/** A figure of a rule's row without the zeros that its type gave it: 3.0000 → 3; money keeps its two places. */
export function plainNumber(text: string): string {
  return /^-?\d+\.\d{3,}$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}
