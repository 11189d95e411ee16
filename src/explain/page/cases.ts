import { evidenceId } from '../../cases/baseline.js';
import { monthNumber } from '../../cases/months.js';
import type { Case } from '../../cases/types.js';
import { explainTexts } from '../../messages/explain.js';
import { say } from '../../messages/language.js';
import { placeOf } from '../../reports/evidence.js';
import { certaintyOf, word } from '../../reports/words.js';
import type { Rule } from '../../rules/catalogue.js';
import type { Sheet } from './sheet.js';
import { fieldsText, join, money } from './words.js';

const texts = explainTexts.cases;

const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** The onset in words: the later of the ground's date and the start of the benefit. */
function onsetOf({ since, start_date }: Case): { day: string; text: string } {
  const day = since ?? '';
  if (start_date === null || start_date <= day) return { day, text: say(texts.onset, { since: day }) };
  return { day: start_date, text: say(texts.onsetLate, { since: day, start: start_date }) };
}

/** How the overpayment was worked out (RULES.md, Overpayment): onset, months, amount, basis. */
export function overpaidText(one: Case, asOf: string): string {
  const { overpaid } = one;
  if (one.since === null) return say(texts.noOnset);
  if (overpaid === null) return say(texts.noMoney);
  const { day, text: onset } = onsetOf(one);
  if (overpaid.months === 0) return say(texts.noMonths, { onset });
  const span = say(texts.months, {
    onset,
    from: monthText(monthNumber(day) + 1),
    to: asOf.slice(0, 7),
    months: overpaid.months,
  });
  const covered = Math.max(one.covered_size ?? 1, 1);
  const share = one.grade === 'remove' && covered > 1 ? say(texts.share, { covered }) : '';
  const amount = money(overpaid.amount);
  if (overpaid.basis === 'payments') return say(texts.payments, { span, share, amount });
  return say(texts.estimate, { span, share, amount, monthly: money(one.monthly_amount) });
}

function basisText(rule: Rule | undefined): string {
  return join(
    (rule?.basis ?? []).map(({ document, article, item }) => `${document}${article ?? item ?? ''}`),
  );
}

function peopleText({ person, subject }: Case): string {
  const named = (one: NonNullable<Case['person']>): string => `${one.name}(${one.id_number})`;
  const parts: string[] = [];
  if (person) parts.push(`${word.toHead(person.relation)} ${named(person)}`);
  if (subject && subject.id_number !== person?.id_number)
    parts.push(`${word.toPerson(subject.relation)} ${named(subject)}`);
  return join(parts);
}

/** One case: grade and match, reason, figures, overpayment, what to rule out first, basis, evidence. */
export function printCase(sheet: Sheet, one: Case, asOf: string, rule: Rule | undefined): void {
  sheet.text(say(texts.title, { id: one.case_id, title: one.title }));
  const certainty = word.certainty(certaintyOf(one));
  const grade = say(texts.grade, { grade: word.grade(one.grade), certainty, match: word.match(one.match) });
  sheet.text(join([grade, peopleText(one)]), 4);
  sheet.text(one.reason, 4);
  sheet.entry(say(texts.marks), join(one.marks, 'comma'), 4);
  sheet.entry(say(texts.evidenceId), evidenceId(one), 4);
  sheet.entry(say(texts.fact), one.fact === one.subject?.id_number ? '' : one.fact, 4);
  const figures = Object.entries(one.arithmetic).map(([name, value]) => `${word.arithmetic(name)} ${value}`);
  sheet.entry(say(texts.arithmetic), join(figures), 4);
  sheet.entry(say(texts.overpaid), overpaidText(one, asOf), 4);
  sheet.entry(say(texts.lawful), join(one.lawful_reasons, 'comma'), 4);
  sheet.entry(say(texts.basis), basisText(rule), 4);
  for (const row of one.evidence.slice(0, sheet.shown)) {
    const date = row.data_date === null ? '' : say(texts.dataDate, { date: row.data_date });
    const place = join([placeOf(row), row.supplier ?? '', date], 'comma');
    sheet.entry(say(texts.evidence), join([place, fieldsText(row.register, row.fields)]), 4);
  }
  if (one.evidence.length > sheet.shown)
    sheet.text(say(explainTexts.registers.more, { count: one.evidence.length - sheet.shown }), 4);
}
