import type { Measure, Opinion, Requirement, Verdict } from '../ledger/events.js';
import { lawfulWord } from './least-words.js';

/** The words of the drop-downs, by the ledger's codes. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  confirmed: '属实',
  dismissed: '不属实',
  partly: '部分属实',
};

export const measureWords: Readonly<Record<Measure, string>> = {
  stop: '停发',
  remove: '减员',
  lower: '调减',
  raise: '调增',
  keep: '保留',
  edge: '转低保边缘',
};

export const opinionWords: Readonly<Record<Opinion, string>> = {
  agrees: '无异议',
  objects: '有异议',
  refuses: '拒签',
};

/** What must be there before a household is stopped or lowered (FORMS.md), as lists and papers name it. */
export const requirementWords: Readonly<Record<Requirement, string>> = {
  verdict: '核实结论',
  investigators: '两名入户人员',
  reason: '认定理由',
  served: '告知书送达',
  period: '异议期满',
};

export const yesNoWords = ['是', '否'] as const;

/** Grounds that fit every check, around the lawful reasons of the case's own (RULES.md: lawful_reasons). */
export const groundWords = {
  holds: '情况属实,无合理情形',
  otherPerson: '身份有误,不是本人',
  outdated: '数据有误或已过时',
  other: '其他(在核实情况说明中写明)',
} as const;

/** The drop-down of 认定理由 for a case with these lawful reasons, in the words in which they go out. */
export function groundsOf(lawfulReasons: readonly string[]): string[] {
  return [
    ...new Set([
      groundWords.holds,
      ...lawfulReasons.map(lawfulWord),
      groundWords.otherPerson,
      groundWords.outdated,
      groundWords.other,
    ]),
  ];
}
