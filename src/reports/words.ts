import { isExempted } from '../cases/nightly-types.js';
import type { Case, Summary } from '../cases/types.js';
import { exemptionTexts } from '../messages/exemptions.js';
import { language, say, type Text } from '../messages/language.js';
import { reportTexts as texts } from '../messages/reports.js';
import { workbookTexts } from '../messages/workbook.js';
import type { RunReport } from './types.js';

function lookUp(words: Readonly<Record<string, Text>>, code: string | null): string {
  if (code === null) return '';
  const text = words[code];
  // None of these words has a value to fill in, and a list has a million of them.
  return text === undefined ? code : text[language()];
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
  yesNo: (value: boolean | null) =>
    (value === null ? texts.unknown : value ? texts.yes : texts.no)[language()],
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

/** 核实状态: that it is exempted, else what the ledger knows of it; '' where there is no ledger to tell it. */
export function stateOf({ states }: Pick<RunReport, 'states'>, one: Case): string {
  if (isExempted(one)) return say(exemptionTexts.state);
  return states === undefined ? '' : (states.get(one.case_id) ?? say(workbookTexts.case.open));
}

/** True where the other person of a case is the person it is about: the owner of his own car. */
export function isSelf({ person, subject }: Pick<Case, 'person' | 'subject'>): boolean {
  return person !== null && subject !== null && person.id_number === subject.id_number;
}

/** What the other person is to the person the case is about, in a word; to the head where it is about a household. */
export function subjectRelation(one: Pick<Case, 'person' | 'subject'>): string {
  if (one.subject === null) return '';
  if (isSelf(one)) return word.toPerson('self');
  const { relation } = one.subject;
  return one.person === null ? word.toHead(relation) : word.toPerson(relation);
}

/** Rule id → its number in the ten categories; rules without a number keep their id (D01). */
export function ruleNumbers(summary: Summary): Map<string, number | string> {
  return new Map(summary.rules.map((rule) => [rule.rule, rule.number ?? rule.rule]));
}
