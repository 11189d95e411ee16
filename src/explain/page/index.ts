import { explainTexts } from '../../messages/explain.js';
import { say, type Text } from '../../messages/language.js';
import { maskKnownIn } from '../../messages/mask.js';
import { parseId } from '../../normalise/index.js';
import type { Rule } from '../../rules/catalogue.js';
import type { Explained, Explanation } from '../types.js';
import { printAmount } from './amount.js';
import { printCase } from './cases.js';
import { printChecks } from './checks.js';
import { printHousehold, printMembers } from './household.js';
import { printIncome } from './income.js';
import { printRegisters } from './registers.js';
import { printRelations } from './relations.js';
import { type Sheet, TextSheet } from './sheet.js';
import { join } from './words.js';

export interface PageOptions {
  readonly columns: number;
  readonly unmask: boolean;
  readonly rules: ReadonlyMap<string, Rule>;
}

/** Every ID number that the household's page can carry, whatever its form. */
function idsOf({ head, facts, cases }: Explained): string[] {
  const people = cases.flatMap(({ person, subject }) => [person?.id_number, subject?.id_number]);
  const rows = [
    ...(facts?.registers.flatMap(({ rows }) => rows) ?? []),
    ...cases.flatMap((one) => one.evidence),
  ];
  const cited = rows.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, value]) => (/id_number$/.test(name) ? [value] : [])),
  );
  const listed = [
    ...(facts?.members.map((member) => member.id_number) ?? []),
    ...(facts?.relations.map((relation) => relation.relative_id) ?? []),
  ];
  return [...new Set([head?.id_number, ...listed, ...people, ...cited])].flatMap((id) => (id ? [id] : []));
}

/** Masks ID numbers; a household number of many digits that is nobody's ID stays whole: people look it up by it. */
export function maskOf(one: Explained): (text: string) => string {
  const ids = idsOf(one);
  const { household_id: own } = one;
  const isId = parseId(own).problem === null || ids.some((id) => id.includes(own.slice(0, 14)));
  const masked = (text: string): string => maskKnownIn(text, ids);
  if (own.length < 15 || isId) return masked;
  return (text) => text.split(own).map(masked).join(own);
}

/** Writes all that is known of one household on a sheet, the case asked for first. */
export function printExplained(
  sheet: Sheet,
  explanation: Explanation,
  one: Explained,
  rules: ReadonlyMap<string, Rule>,
): void {
  const { case_id, as_of, source } = explanation;
  const { sections } = explainTexts;
  const { facts } = one;
  const section = (text: Text): void => sheet.title(say(text));
  const head = one.head === null ? say(explainTexts.nobody) : `${one.head.name}(${one.head.id_number})`;
  sheet.title(say(explainTexts.heading, { id: one.household_id, head }));
  sheet.text(join([say(explainTexts.asOf, { date: as_of }), say(explainTexts.sources[source])]));
  const cases = [...one.cases].sort((a, b) => Number(b.case_id === case_id) - Number(a.case_id === case_id));
  const [first] = cases;
  if (first && first.case_id === case_id) {
    section(sections.asked);
    printCase(sheet, first, as_of, rules.get(first.check));
  }
  section(sections.household);
  printHousehold(sheet, one);
  if (facts) {
    section(sections.members);
    printMembers(sheet, facts);
    section(sections.registers);
    printRegisters(sheet, facts);
    section(sections.income);
    printIncome(sheet, facts);
    section(sections.amount);
    printAmount(sheet, facts.amount);
    section(sections.relations);
    printRelations(sheet, facts);
  }
  section(sections.cases);
  const others = cases.filter((other) => other.case_id !== case_id);
  if (others.length === 0) sheet.text(say(explainTexts.cases[cases.length === 0 ? 'none' : 'noOther']));
  for (const other of others) printCase(sheet, other, as_of, rules.get(other.check));
  section(sections.checks);
  printChecks(sheet, one);
}

function pageOf(explanation: Explanation, one: Explained, options: PageOptions): string {
  const sheet = new TextSheet(options.columns, options.unmask ? (text) => text : maskOf(one));
  printExplained(sheet, explanation, one, options.rules);
  return sheet.toString();
}

/** The answer as a person reads it: one page per household. ID numbers are masked unless `unmask`. */
export function renderExplanation(explanation: Explanation, options: PageOptions): string {
  const { households } = explanation;
  const pages = households.map((one) => pageOf(explanation, one, options));
  const several = households.length > 1 ? [say(explainTexts.households, { count: households.length })] : [];
  return [...several, ...pages.map((page) => page.trimStart())].join('\n');
}
