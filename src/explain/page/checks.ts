import { explainTexts } from '../../messages/explain.js';
import { say } from '../../messages/language.js';
import { outcomeText } from '../../reports/screen-rules.js';
import { pad, width } from '../../reports/width.js';
import type { CheckOutcome, Explained } from '../types.js';
import type { Sheet } from './sheet.js';
import { join } from './words.js';

const texts = explainTexts.checks;

function reasonsOf(check: CheckOutcome): string[] {
  const { outcome, cases, reasons } = check;
  // The reasons of the hits stand with the cases.
  if (outcome === 'hit') return [join(cases, 'comma'), ...reasons.slice(cases.length)];
  if (outcome !== 'clear') return [...reasons];
  return (check.looked_at ?? []).map(({ title, rows }) =>
    rows === 0 ? say(texts.noRows, { title }) : say(texts.lookedAt, { title, rows }),
  );
}

function noteOf(check: CheckOutcome): string {
  // What a case could not exclude for want of data stands in its own reason.
  const missing = check.outcome === 'hit' ? '' : join(check.missing);
  return join([
    ...reasonsOf(check),
    missing === '' ? '' : say(texts.missing, { titles: missing }),
    check.alarm ? say(texts.alarm) : '',
  ]);
}

/** Every check of the pack with its outcome for the household and why: what did not run never looks like clear. */
export function printChecks(sheet: Sheet, { checks, facts }: Explained): void {
  const blind = facts?.members.filter((member) => !member.checkable).length ?? 0;
  if (blind > 0) sheet.text(say(texts.uncheckable, { count: blind }));
  if (checks.some((check) => check.outcome === 'not_run')) sheet.text(say(texts.notRun));
  const outcomes = Math.max(...checks.map((check) => width(outcomeText(check.outcome))));
  const ids = Math.max(...checks.map((check) => width(check.check)));
  for (const check of checks) {
    const lead = `${pad(outcomeText(check.outcome), outcomes)}  ${pad(check.check, ids)}  `;
    const note = noteOf(check);
    sheet.text(note === '' ? check.title : `${check.title}:${note}`, 2, lead);
  }
}
