import { explainTexts } from '../../messages/explain.js';
import { say } from '../../messages/language.js';
import { recordSet } from '../../records/index.js';
import { type RecordLabels, recordLabels } from '../../records/labels.js';
import { fieldWord } from '../../reports/fields.js';
import { yuan } from '../../reports/numbers.js';

/** A decimal text or a number as yuan, with thousands marks. */
export function money(value: string | number | null): string {
  return value === null ? say(explainTexts.household.unknown) : yuan(Number(value));
}

export const join = (parts: readonly string[], by: 'comma' | 'semicolon' = 'semicolon'): string =>
  parts.filter((part) => part !== '').join(say(explainTexts[by]));

/** Fields and codes are the same in every language. */
let labels: RecordLabels | undefined;

/** A code of a field as the reports say it; anything else as it is. */
export function valueWord(register: string, field: string, value: string): string {
  labels ??= recordLabels();
  return fieldWord(labels, register, field, value);
}

/** The fields of a source row in words: `号牌号码 浙F12345;使用性质 非营运`. */
export function fieldsText(register: string, fields: Readonly<Record<string, string>>): string {
  const titles = new Map(recordSet(register)?.fields.map((field) => [field.name, field.title]));
  return join(
    Object.entries(fields).map(
      ([name, value]) => `${titles.get(name) ?? name} ${valueWord(register, name, value)}`,
    ),
  );
}
