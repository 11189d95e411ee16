import { explainTexts } from '../../messages/explain.js';
import { say } from '../../messages/language.js';
import type { Amount } from '../types.js';
import type { Sheet } from './sheet.js';
import { money } from './words.js';

const texts = explainTexts.amount;

/** D06's arithmetic in words, and a table of the months paid otherwise than the roster says. */
export function printAmount(sheet: Sheet, { drawn, owed, unknown, steps, months }: Amount): void {
  if (owed === null) sheet.text(say(texts.unknown, { why: unknown ?? say(texts.nothing) }));
  else {
    sheet.entry(say(texts.owed), say(texts.owedText, { owed: money(owed), drawn: money(drawn) }));
    sheet.entry(say(texts.steps), steps ?? '');
  }
  if (months.length === 0) return;
  sheet.text(say(texts.months));
  const { month, paid, due, difference, remark } = texts.columns;
  sheet.table([
    [month, paid, due, difference, remark].map((title) => say(title)),
    ...months.map((one) => [
      one.month,
      one.paid,
      one.due,
      one.difference,
      one.counts ? '' : say(texts.notCounted),
    ]),
  ]);
}
