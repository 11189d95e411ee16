import type { Household } from '../../cases/types.js';
import { say } from '../../messages/language.js';
import { workbookTexts } from '../../messages/workbook.js';
import type { RunReport } from '../types.js';
import { ruleNumbers, word } from '../words.js';
import { householdColumns } from './household-columns.js';
import type { Column, SheetSpec } from './spec.js';

const texts = workbookTexts.summary;

/** Sheet 2, 户汇总: one row per household with a case; the overpayment is the union of its cases' months. */
export function householdsSheet(report: RunReport): SheetSpec<Household> {
  const numbers = ruleNumbers(report.summary);
  const rulesOf = (household: Household) =>
    household.rules.map((rule) => numbers.get(rule) ?? rule).join('、');
  const columns: Column<Household>[] = [
    { title: texts.cases, width: 7, kind: 'int', value: (household) => household.cases.length },
    { title: texts.rules, width: 12, kind: 'center', value: rulesOf },
    { title: texts.certainty, width: 9, kind: 'center', value: (h) => word.certainty(h.certainty) },
    { title: texts.action, width: 14, kind: 'center', value: (household) => say(texts[household.action]) },
    {
      title: texts.overpaid,
      width: 13,
      kind: 'money',
      value: (household) => household.overpaid?.amount ?? null,
    },
  ];
  return {
    name: workbookTexts.sheets.households,
    columns: [...householdColumns<Household>((household) => household.cases.join('\n'), true), ...columns],
    rows: report.households,
    frozen: 7,
    size: 9,
  };
}
