import type { Summary } from '../../cases/types.js';
import { say } from '../../messages/language.js';
import { reportTexts } from '../../messages/reports.js';
import { workbookTexts } from '../../messages/workbook.js';
import type { RunReport } from '../types.js';
import { word } from '../words.js';
import type { CellValue, Column, SheetSpec } from './spec.js';

type Township = Summary['townships'][number];
type Rule = Summary['rules'][number];
type Row = Omit<Township, 'villages'> & { readonly isTotal: boolean };

const texts = workbookTexts.townships;

const looked = (rule: Rule) => rule.outcome !== 'not_run' && rule.outcome !== 'broken';

/** A rule that did not run has a word in each cell: a 0 would look as if it had found nothing. */
function ruleColumn(rule: Rule): Column<Row> {
  const number = rule.number === null ? rule.rule : `${rule.number}`;
  const whole = rule.outcome === 'hit' || rule.outcome === 'clear';
  const outcome = whole ? '' : `\n(${word.outcome(rule.outcome)})`;
  const missing = () => (rule.outcome === 'broken' ? word.outcome('broken') : say(texts.notChecked));
  const value = (row: Row): CellValue => (looked(rule) ? (row.rules[rule.rule] ?? 0) : missing());
  return { title: `${number} ${rule.title}${outcome}`, width: 12, kind: 'int', value };
}

function totalRow(summary: Summary): Row {
  return {
    township: say(reportTexts.total),
    roster_households: summary.roster.households,
    total: summary.total,
    hard: summary.hard,
    soft: summary.soft,
    rules: Object.fromEntries(summary.rules.map((rule) => [rule.rule, rule.total.cases])),
    isTotal: true,
  };
}

/** Sheet 5, 按乡镇×类别: cases by township and rule, the whole at the end. */
export function townshipsSheet({ summary }: RunReport): SheetSpec<Row> {
  const columns: Column<Row>[] = [
    {
      title: workbookTexts.household.township,
      width: 16,
      kind: 'text',
      value: (row) => word.township(row.township),
    },
    { title: texts.households, width: 9, kind: 'int', value: (row) => row.roster_households },
    ...summary.rules.map(ruleColumn),
    { title: texts.cases, width: 9, kind: 'int', value: (row) => row.total.cases },
    { title: texts.flagged, width: 9, kind: 'int', value: (row) => row.total.households },
    { title: texts.persons, width: 9, kind: 'int', value: (row) => row.total.persons },
    { title: texts.amount, width: 14, kind: 'money', value: (row) => row.total.monthly_amount },
    { title: texts.hard, width: 9, kind: 'int', value: (row) => row.hard.cases },
    { title: texts.soft, width: 9, kind: 'int', value: (row) => row.soft.cases },
  ];
  const rows = summary.townships.map<Row>((township) => ({ ...township, isTotal: false }));
  return {
    name: workbookTexts.sheets.townships,
    columns,
    rows: [...rows, totalRow(summary)],
    tone: (row) => (row.isTotal ? 'strong' : 'plain'),
    frozen: 1,
  };
}
