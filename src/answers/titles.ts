import { forms } from '../forms/index.js';
import type { Form } from '../forms/types.js';
import { compact, upper } from '../normalise/characters.js';
import type { FormKind } from './types.js';

const insideBrackets = /[([【<{][^()[\]【】<>{}]*[)\]】>}]/g;
const brackets = /[()[\]【】<>{}]/g;
const around = /^[*★☆\d.、]*(?=\D)|[*★☆::]+$/g;

/** The texts by which a title is known: without what stands in brackets, and without the brackets alone. */
function keysOf(title: string): string[] {
  const key = upper(compact(title)).replace(around, '');
  return [...new Set([key.replaceAll(insideBrackets, ''), key.replaceAll(brackets, '')])].filter(
    (one) => one !== '',
  );
}

function titlesOf(form: Form): Map<string, string> {
  const found = new Map<string, string>();
  for (const { key, title } of form.columns) for (const one of keysOf(title)) found.set(one, key);
  return found;
}

const byForm = new Map(Object.values(forms).map((form) => [form.kind, titlesOf(form)]));

/** A form that a row of titles belongs to, and which column carries what. */
export interface Header {
  readonly kind: FormKind;
  /** Column index → key of the form's column. */
  readonly keys: ReadonlyMap<number, string>;
  /** Titles as they stand, by key. */
  readonly titles: Readonly<Record<string, string>>;
  /** Titles of answers that stand over two columns. */
  readonly twice: readonly string[];
}

/** What tells the forms apart, the first that holds: any of these columns, and all of those. */
const marks: readonly { kind: FormKind; all?: readonly string[]; any?: readonly string[] }[] = [
  { kind: 'second_look', all: ['household_id', 'case_id', 'verdict'] },
  { kind: 'verification', all: ['case_id', 'verdict'] },
  { kind: 'report', all: ['verdict'], any: ['person_id', 'title', 'reason'] },
  { kind: 'verification', any: ['verdict'] },
  { kind: 'verification', all: ['case_id'], any: ['ground', 'measure', 'visited'] },
  { kind: 'survey', any: ['persons_seen', 'persons_due'] },
  { kind: 'service', any: ['served_on', 'manner'] },
  { kind: 'recovery', any: ['recovered', 'recovered_on'] },
  { kind: 'report', all: ['reason'], any: ['title', 'person'] },
  { kind: 'objection', any: ['objected_on', 'objector'] },
];

/** Titles that a row must have to be taken for the header of a form. */
const LEAST = 3;

/** 疑点事项 and 问题类别 carry one key: only a title of the form's own counts for it. */
function columnsOf(kind: FormKind, cells: readonly string[]): Header {
  const known = byForm.get(kind) ?? new Map<string, string>();
  const asked = new Set(forms[kind].columns.flatMap(({ key, answer }) => (answer ? [key] : [])));
  const keys = new Map<number, string>();
  const titles: Record<string, string> = {};
  const twice: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const key = keysOf(cell).flatMap((one) => known.get(one) ?? [])[0];
    if (key === undefined) continue;
    if (titles[key] === undefined) {
      keys.set(index, key);
      titles[key] = cell.trim();
    } else if (asked.has(key)) twice.push(cell.trim());
  }
  return { kind, keys, titles, twice };
}

/** The form whose header a row is; null where it is none. */
export function headerOf(cells: readonly string[]): Header | null {
  if (cells.filter((cell) => cell.trim() !== '').length < LEAST) return null;
  for (const { kind, all = [], any = [] } of marks) {
    const header = columnsOf(kind, cells);
    const has = (key: string): boolean => header.titles[key] !== undefined;
    if (header.keys.size < LEAST || !all.every(has)) continue;
    if (any.length === 0 || any.some(has)) return header;
  }
  return null;
}

/** What names the case or household of a row, one of which must be there. */
export const identityKeys: Readonly<Record<FormKind, readonly string[]>> = {
  verification: ['case_id'],
  second_look: ['case_id', 'household_id'],
  report: ['household_id', 'head_id', 'person_id'],
  survey: ['household_id'],
  service: ['household_id'],
  objection: ['household_id'],
  recovery: ['household_id'],
};

/** Columns that are answers, and stand there before anybody has answered. */
const prefilled = new Set(['number', 'persons_due']);

/** The columns whose filling makes a row an answered one. */
export function answerKeys(kind: FormKind): ReadonlySet<string> {
  return new Set(
    forms[kind].columns.flatMap(({ key, answer }) => (answer !== null && !prefilled.has(key) ? [key] : [])),
  );
}

/** What went out filled, and is asked for all the same: the rest of 100,000 rows would only fill the memory. */
const consulted = ['amount_now', 'covered_size_now'];

/** The columns whose texts are kept. */
export function keptKeys(kind: FormKind): ReadonlySet<string> {
  return new Set([...answerKeys(kind), ...prefilled, ...identityKeys[kind], ...consulted]);
}
