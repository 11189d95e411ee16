import { explainTexts } from '../../messages/explain.js';
import { say } from '../../messages/language.js';
import { problems } from '../../messages/problems.js';
import { count } from '../../reports/numbers.js';
import { word } from '../../reports/words.js';
import type { Explained, Facts, Member, Standard } from '../types.js';
import type { Sheet } from './sheet.js';
import { join, money, valueWord } from './words.js';

const texts = explainTexts.household;

function standardText(standard: Standard | null, category: string | null): string {
  if (!standard) return say(category === null ? texts.noCategory : texts.noStandard);
  return say(texts.standardText, {
    category: word.category(standard.category),
    yearly: money(standard.yearly),
    monthly: money(standard.monthly),
    size: standard.size === null ? '' : say(texts.forSize, { size: standard.size }),
    from: standard.from === null ? say(texts.ever) : say(texts.from, { date: standard.from }),
    document: standard.document ?? say(texts.noDocument),
  });
}

function sizeText({ size }: Facts): string {
  const told = size.told === null ? say(texts.notTold) : say(texts.told, { count: size.told });
  return say(texts.sizeText, { listed: size.listed, told, gone: size.gone, n: size.n });
}

function proposalText({ proposal, cases }: Explained): string {
  if (!proposal) return say(texts.noCases);
  const { overpaid, action, certainty } = proposal;
  const sum =
    overpaid === null
      ? say(texts.notOverpaid)
      : say(texts.overpaid, {
          amount: money(overpaid.amount),
          months: overpaid.months,
          basis: word.basis(overpaid.basis),
        });
  return say(texts.proposalText, {
    action: word.grade(action),
    certainty: word.certainty(certainty),
    cases: count(cases.length),
    overpaid: sum,
  });
}

/** Where it is, how its size came about, what it draws, which standard holds, and what is proposed. */
export function printHousehold(sheet: Sheet, one: Explained): void {
  const { facts, category, monthly_amount, start_date, grace_until } = one;
  const place = [one.township, one.village, one.village_group];
  sheet.text(join([...place, word.category(category), word.class(one.class)], 'comma'));
  if (facts) sheet.entry(say(texts.size), sizeText(facts));
  const amount =
    monthly_amount === null ? say(texts.unknown) : say(texts.yuan, { amount: money(monthly_amount) });
  const drawn = {
    covered: facts?.size.covered ?? one.covered_size ?? say(texts.unknown),
    amount,
    start: start_date ?? say(texts.unknown),
  };
  sheet.entry(say(texts.drawn), say(texts.drawnText, drawn));
  if (facts) sheet.entry(say(texts.standard), standardText(facts.standard, category));
  if (grace_until !== null) sheet.text(say(texts.grace, { date: grace_until }));
  sheet.entry(say(texts.proposal), proposalText(one));
  if (facts && facts.ended_rows > 0) sheet.text(say(texts.ended, { count: facts.ended_rows }));
  if (facts?.size.covered_present === 0) sheet.text(say(texts.notOpen));
}

function notesOf(member: Member): string {
  const words = explainTexts.members;
  const notes = member.gone.map(({ kind, date, level, counts }) => {
    const what = say(words[kind], { date: date ?? '' });
    return `${what}(${counts ? say(words.notCounted) : say(words.stillCounted, { level: word.match(level) })})`;
  });
  if (!member.lives_here) notes.push(say(words.elsewhere));
  const problem = member.id_problem === null ? undefined : problems[member.id_problem];
  if (problem) notes.push(say(problem.title));
  if (!member.checkable) notes.push(say(words.uncheckable));
  return join(notes);
}

export function printMembers(sheet: Sheet, { members }: Facts): void {
  const { name, id, relation, covered, age, labour, health } = explainTexts.members;
  const header = [name, id, relation, covered, age, labour, health].map((text) => say(text));
  const rows = members.map((member) => [
    member.name,
    member.id_number,
    word.toHead(member.relation),
    word.yesNo(member.covered),
    member.age === null ? say(texts.unknown) : String(member.age),
    valueWord('roster', 'labour_capacity', member.labour_capacity ?? ''),
    valueWord('roster', 'health', member.health ?? ''),
  ]);
  sheet.table([header, ...rows]);
  for (const member of members) {
    const notes = notesOf(member);
    if (notes !== '') sheet.text(`${member.name}: ${notes}`, 4);
  }
}
