import { explainTexts } from '../../messages/explain.js';
import { say } from '../../messages/language.js';
import { word } from '../../reports/words.js';
import type { Facts, IncomePart, IncomeRound } from '../types.js';
import type { Sheet } from './sheet.js';
import { join, money, valueWord } from './words.js';

const texts = explainTexts.income;

function detailOf({ kind, detail }: IncomePart): string {
  if (detail === null) return '';
  return kind === 'pension' ? valueWord('pension', 'kind', detail) : valueWord('payroll', 'kind', detail);
}

function partText(part: IncomePart, disregarded: string | null): string {
  const resident = part.kind === 'pension' && part.detail === 'resident';
  const stated =
    part.stated === null
      ? ''
      : say(resident ? texts.stated : texts.averaged, {
          stated: money(part.stated),
          disregarded: money(disregarded),
        });
  return join([
    `${part.name} ${say(texts[part.kind])} ${say(texts.part, { amount: money(part.amount) })}${stated}`,
    detailOf(part),
    part.since === null ? '' : say(texts.since, { date: part.since }),
    part.used ? '' : say(texts.unused),
    `${part.place},${word.match(part.level)}`,
  ]);
}

function testText(round: IncomeRound, facts: Facts): string {
  const { standard } = facts;
  if (!standard || round.limit === null || round.above === null) return say(texts.noTest);
  return say(texts.test, {
    total: round.total,
    twelve: round.twelve_total,
    sign: round.above ? '>' : '≤',
    yearly: standard.yearly,
    n: round.n,
    limit: round.limit,
    verdict: say(round.above ? texts.above : texts.notAbove),
  });
}

function printRound(sheet: Sheet, round: IncomeRound, facts: Facts): void {
  const { income, standard } = facts;
  for (const part of round.parts) sheet.text(partText(part, income.disregarded), 4);
  if (round.parts.length === 0) sheet.text(say(texts.nothing), 4);
  const { pension_total: pension, wage_total: wage, verified_total: verified } = round;
  sheet.text(say(texts.sums, { pension: money(pension), wage: money(wage), verified: money(verified) }));
  const from = say(texts.declaredFrom[income.declared_from], { n: round.n });
  sheet.text(say(texts.declared, { declared: money(round.declared_total), from }));
  const { total, n, per_person: per } = round;
  // For reading only: the fen may not come out even.
  const even = Math.round(Number(per) * 100) * n === Math.round(Number(total) * 100);
  const equals = even ? '=' : '≈';
  sheet.text(say(texts.total, { total, n, equals, per, standard: standard?.monthly ?? '-' }));
  sheet.text(testText(round, facts));
}

/** The income arithmetic, spelled out; first on sure matches alone, then, where there are more, on all. */
export function printIncome(sheet: Sheet, facts: Facts): void {
  for (const round of facts.income.rounds) {
    if (round.round > 1) sheet.text(say(texts.weak));
    printRound(sheet, round, facts);
  }
}
