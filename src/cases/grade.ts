import { caseTexts } from '../messages/cases.js';
import { say } from '../messages/language.js';
import type { RuleResult, RuleRow } from '../rules/execute.js';
import type { HouseholdFacts } from './facts.js';
import type { Grade } from './types.js';

export interface Graded {
  readonly grade: Grade;
  readonly marks: string[];
  /** What is said behind the reason: what could not be excluded. */
  readonly doubt: string;
}

/**
 * The grade of a case: the row's or the check's own, but verify for near and name matches, where a register that could
 * excuse is missing, and in the household's period of grace (RULES.md: The ten rules, Excuses; REGISTERS.md 渐退期).
 * @param titles register key → title
 */
export function gradeOf(
  result: RuleResult,
  row: RuleRow,
  household: HouseholdFacts,
  asOf: string,
  titles: (register: string) => string,
): Graded {
  const marks: string[] = [];
  const own = row.grade ?? result.rule.grade;
  const weak = row.match === 'near' || row.match === 'name';
  const inGrace = household.grace_until !== null && household.grace_until >= asOf;
  const missing = result.missingExcuses;
  if (row.match === 'id') marks.push(say(caseTexts['name-differs']));
  if (row.match === 'near') marks.push(say(caseTexts['number-near']));
  if (row.match === 'name') marks.push(say(caseTexts['name-only']));
  if (inGrace) marks.push(say(caseTexts['in-grace']));
  const doubt =
    missing.length === 0 ? '' : say(caseTexts['not-excluded'], { registers: missing.map(titles).join('、') });
  return {
    grade: weak || inGrace || missing.length > 0 || result.rule.lowered ? 'verify' : own,
    marks,
    doubt,
  };
}
