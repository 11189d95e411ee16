import type { Case } from '../cases/types.js';
import { say } from '../messages/language.js';
import { reportTexts as texts } from '../messages/reports.js';

type Evidence = Case['evidence'][number];

/** Where a row stands, as a person finds it: `车辆.xlsx[2026年] 第12行`. */
export function placeOf(evidence: Pick<Evidence, 'file' | 'sheet' | 'row'>): string {
  const sheet = evidence.sheet === null ? '' : `[${evidence.sheet}]`;
  return `${evidence.file}${sheet} ${say(texts.row, { row: evidence.row })}`;
}

/** All places of a case, in its own order. */
export function placesOf(one: Case): string {
  return one.evidence.map(placeOf).join('; ');
}

/** The suppliers of a case's evidence, each once. */
export function suppliersOf(one: Case): string {
  return distinct(one.evidence.map((evidence) => evidence.supplier)).join('、');
}

/** The data dates of a case's evidence, each once, earliest first. */
export function dataDatesOf(one: Case): string {
  return distinct(one.evidence.map((evidence) => evidence.data_date))
    .sort()
    .join('、');
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null && value !== ''))];
}
