import { forms } from '../forms/index.js';
import type { Answer, FormColumn } from '../forms/types.js';
import { compact } from '../normalise/characters.js';
import { parseDate, parseInteger, parseMoney, parseMonth, parseText } from '../normalise/index.js';
import type { AnswerRow, FormKind, RowFault } from './types.js';
import { readChoice } from './words.js';

/** The values of a row in their canonical forms, by key; a blank or unreadable cell has none. */
export interface Values {
  readonly [key: string]: string | undefined;
}

/** A date that names a month only is no day: 2026年11月 would be read as its first. */
const withoutDay = /^(?:\d{4}(?:年|[-/.。])\d{1,2}月?(?:份)?|\d{6}|.*月(?:份)?)$/;
const none = /^(?:无|没有|零)$/;

interface Read {
  readonly value: string;
  readonly fault?: Omit<RowFault, 'key'>;
}

function readDay(text: string): Read {
  const { value, problem } = parseDate(text);
  if (problem !== null) return { value: '', fault: { code: 'day-unreadable' } };
  if (value !== '' && withoutDay.test(compact(text))) return { value: '', fault: { code: 'day-missing' } };
  return { value };
}

function readMoney(text: string): Read {
  if (none.test(compact(text))) return { value: '0.00' };
  const { value, problem } = parseMoney(text);
  if (problem === null) return { value };
  if (problem === 'money-rounded') return { value, fault: { code: 'money-rounded', values: { value } } };
  return {
    value: '',
    fault: { code: problem === 'money-negative' ? 'money-negative' : 'money-unreadable' },
  };
}

function readCell(answer: Answer, text: string): Read {
  switch (answer.type) {
    case 'day':
      return readDay(text);
    case 'month': {
      const { value, problem } = parseMonth(compact(text).replace(/[起始]+$/, ''));
      return problem === null ? { value } : { value: '', fault: { code: 'month-unreadable' } };
    }
    case 'money':
      return readMoney(text);
    case 'count': {
      const { value, problem } = parseInteger(text);
      return problem === null ? { value } : { value: '', fault: { code: 'count-unreadable' } };
    }
    case 'choice': {
      const value = readChoice(text, answer.of);
      if (value !== null) return { value };
      return { value: '', fault: { code: 'choice-unknown', values: { words: answer.of.join('、') } } };
    }
    default:
      return { value: parseText(text).value };
  }
}

const columns = new Map(
  Object.values(forms).map((form) => [form.kind, new Map(form.columns.map((one) => [one.key, one]))]),
);

/** Reads the cells of one row; an unreadable one is a fault, and has no value. */
export function readRow(kind: FormKind, { texts }: AnswerRow): { values: Values; faults: RowFault[] } {
  const known = columns.get(kind) ?? new Map<string, FormColumn>();
  const values: Record<string, string> = {};
  const faults: RowFault[] = [];
  for (const [key, text] of Object.entries(texts)) {
    // Columns that went out filled are there to be read, not to be judged.
    const { value, fault } = readCell(known.get(key)?.answer ?? { type: 'text' }, text);
    if (value !== '') values[key] = value;
    if (fault !== undefined && key !== 'number') faults.push({ ...fault, key });
  }
  return { values, faults };
}

/** An amount or a count that may be missing; null where it is. */
export function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** What a locked column says of an amount or a count, where it still is a number. */
export function givenNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  const { value, problem } = parseMoney(text);
  return problem === null && value !== '' ? Number(value) : null;
}
