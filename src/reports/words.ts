import type { Case, Summary } from '../cases/types.js';
import { say, type Text } from '../messages/language.js';
import { reportTexts as texts } from '../messages/reports.js';
import { workbookTexts } from '../messages/workbook.js';

function lookUp(words: Readonly<Record<string, Text>>, code: string | null): string {
  if (code === null) return '';
  const text = words[code];
  return text === undefined ? code : say(text);
}

/** Codes of cases in words; a code without a word is printed as it is, null as nothing. */
export const word = {
  grade: (code: string) => lookUp(texts.grade, code),
  match: (code: string) => lookUp(texts.match, code),
  certainty: (code: string) => lookUp(texts.certainty, code),
  outcome: (code: string) => lookUp(texts.outcome, code),
  category: (code: string | null) => lookUp(texts.category, code),
  basis: (code: string | null) => lookUp(texts.basis, code),
  change: (code: string | null) => lookUp(texts.change, code),
  class: (code: string) => lookUp(texts.class, code),
  arithmetic: (code: string) => lookUp(texts.arithmetic, code),
  /** A member's relation to the head. */
  toHead: (code: string | null) => (code === 'self' ? say(texts.head) : lookUp(texts.relation, code)),
  /** What the other person of a case is to the person it is about. */
  toPerson: (code: string | null) => lookUp(texts.relation, code),
  yesNo: (value: boolean | null) => say(value === null ? texts.unknown : value ? texts.yes : texts.no),
  township: (name: string) => (name === '' ? say(texts.noTownship) : name),
};

const kinds = {
  broken: workbookTexts.undecided.broken,
  not_run: workbookTexts.undecided.notRun,
  partly: workbookTexts.undecided.partly,
  absent: workbookTexts.undecided.absent,
  undecidable: workbookTexts.undecided.undecidable,
} as const;

/** What was not looked at or not decided, in a word: 未运行, 出错, 未查全 … */
export function kindWord(kind: keyof typeof kinds): string {
  return say(kinds[kind]);
}

/**
 * Hard 硬 (grade exit or remove at level exact or id) or soft 软. Cases of an alarmed check carry the mark 异常待查
 * and are graded by whoever made them; here they are read as they stand.
 */
export function certaintyOf(one: Pick<Case, 'grade' | 'match'>): 'hard' | 'soft' {
  const sure = one.match === 'exact' || one.match === 'id';
  return sure && one.grade !== 'verify' ? 'hard' : 'soft';
}

/** Rule id → its number in the ten categories; rules without a number keep their id (D01). */
export function ruleNumbers(summary: Summary): Map<string, number | string> {
  return new Map(summary.rules.map((rule) => [rule.rule, rule.number ?? rule.rule]));
}

/** Household → its place when the households are sorted by priority: 1 is looked at first; equals share a place. */
export function ranks(
  households: readonly { readonly household_id: string; readonly priority: number }[],
): Map<string, number> {
  const sorted = [...households].sort((a, b) => b.priority - a.priority);
  const places = new Map<string, number>();
  let place = 0;
  let last = Number.NaN;
  for (const [index, household] of sorted.entries()) {
    if (household.priority !== last) place = index + 1;
    last = household.priority;
    places.set(household.household_id, place);
  }
  return places;
}

/** The columns under which rules give the income test (src/rules, R01, R03, R06, R10). */
const income = 'income_per_capita';
const standard = 'standard_month';

/** Yuan per person and month as a rule's row gave them; null where it gave none. */
export interface IncomeTest {
  readonly income: number | null;
  readonly standard: number | null;
  readonly excess: number | null;
}

function amount(arithmetic: Readonly<Record<string, string>>, column: string): number | null {
  const text = arithmetic[column]?.trim();
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** The income test of a case: income, standard and what is above it, from the columns of its row. */
export function incomeTestOf(one: Case): IncomeTest {
  const test = { income: amount(one.arithmetic, income), standard: amount(one.arithmetic, standard) };
  if (test.income === null || test.standard === null) return { ...test, excess: null };
  const above = Math.round((test.income - test.standard) * 100) / 100;
  return { ...test, excess: above > 0 ? above : null };
}
