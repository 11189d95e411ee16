import { isExempted } from '../../cases/nightly-types.js';
import type { Case } from '../../cases/types.js';
import { say } from '../../messages/language.js';
import { workbookTexts } from '../../messages/workbook.js';
import { dataDatesOf, fileNames, placesOf, suppliersOf } from '../evidence.js';
import { incomeTestOf } from '../income-test.js';
import { ranks } from '../ranks.js';
import type { RunReport } from '../types.js';
import { certaintyOf, ruleNumbers, stateOf, subjectRelation, word } from '../words.js';
import { householdColumns } from './household-columns.js';
import type { Column, SheetSpec } from './spec.js';

const texts = workbookTexts.case;

function personColumns(numbers: ReadonlyMap<string, number | string>): Column<Case>[] {
  return [
    { title: texts.person, width: 7, kind: 'text', value: (c) => c.person?.name ?? null },
    { title: texts.personId, width: 17, kind: 'text', value: (c) => c.person?.id_number ?? null },
    { title: texts.age, width: 5, kind: 'int', value: (c) => c.person?.age ?? null },
    {
      title: texts.relation,
      width: 6,
      kind: 'center',
      value: (c) => word.toHead(c.person?.relation ?? null),
    },
    {
      title: texts.isCovered,
      width: 5,
      kind: 'center',
      value: (c) => (c.person === null ? null : word.yesNo(c.person.covered)),
    },
    { title: texts.rule, width: 6, kind: 'center', value: (c) => numbers.get(c.rule) ?? c.rule },
    { title: texts.title, width: 10, kind: 'text', value: (c) => c.title },
    { title: texts.reason, width: 36, kind: 'text', value: (c) => c.reason },
    { title: texts.subject, width: 7, kind: 'text', value: (c) => c.subject?.name ?? null },
    { title: texts.subjectId, width: 17, kind: 'text', value: (c) => c.subject?.id_number ?? null },
    {
      title: texts.subjectRelation,
      width: 6,
      kind: 'center',
      value: subjectRelation,
    },
  ];
}

const moneyColumns: readonly Column<Case>[] = [
  { title: texts.since, width: 10, kind: 'center', value: (c) => c.since },
  { title: texts.income, width: 9, kind: 'money', value: (c) => incomeTestOf(c).income },
  { title: texts.standard, width: 9, kind: 'money', value: (c) => incomeTestOf(c).standard },
  { title: texts.excess, width: 9, kind: 'money', value: (c) => incomeTestOf(c).excess },
  { title: texts.months, width: 6, kind: 'int', value: (c) => c.overpaid?.months ?? null },
  { title: texts.overpaid, width: 10, kind: 'money', value: (c) => c.overpaid?.amount ?? null },
  { title: texts.basis, width: 6, kind: 'center', value: (c) => word.basis(c.overpaid?.basis ?? null) },
];

/** A yearly utility bill has twelve rows for one fact: so many groups of rows are named, then only counted. */
const rowsListed = 6;

const sourceColumns = (name: (file: string) => string): readonly Column<Case>[] => [
  { title: texts.match, width: 7, kind: 'center', value: (c) => word.match(c.match) },
  { title: texts.certainty, width: 6, kind: 'center', value: (c) => word.certainty(certaintyOf(c)) },
  { title: texts.action, width: 7, kind: 'center', value: (c) => word.grade(c.grade) },
  { title: texts.lawful, width: 20, kind: 'text', value: (c) => c.lawful_reasons.join('、') },
  { title: texts.supplier, width: 10, kind: 'text', value: suppliersOf },
  { title: texts.dataDate, width: 10, kind: 'center', value: (c) => dataDatesOf(c).join('\n') },
  {
    title: texts.source,
    width: 22,
    kind: 'text',
    value: (c) => placesOf(c, name, rowsListed).join('\n'),
  },
];

/** Sheet 3, 疑点明细: one row per case, in the order of the report. */
export function casesSheet(report: RunReport): SheetSpec<Case> {
  const rank = ranks(report.households);
  const counts = new Map(
    report.households.map((household) => [household.household_id, household.cases.length]),
  );
  const open = say(texts.open);
  const { states } = report;
  const stateColumns: Column<Case>[] = [
    { title: texts.ofHousehold, width: 5, kind: 'int', value: (c) => counts.get(c.household_id) ?? null },
    { title: texts.change, width: 7, kind: 'center', value: (c) => word.change(c.change) },
    { title: texts.priority, width: 5, kind: 'int', value: (c) => rank.get(c.household_id) ?? null },
    {
      title: texts.state,
      width: states === undefined ? 6 : 9,
      kind: 'center',
      value: (c) => stateOf(report, c) || open,
    },
    // An exempted case says by whom and until when.
    {
      title: texts.remarks,
      width: report.cases.some(isExempted) ? 20 : 10,
      kind: 'text',
      value: (c) => c.marks.join('、'),
    },
  ];
  return {
    name: workbookTexts.sheets.cases,
    columns: [
      ...householdColumns<Case>((c) => c.case_id),
      ...personColumns(ruleNumbers(report.summary)),
      ...moneyColumns,
      ...sourceColumns(fileNames(report.summary)),
      ...stateColumns,
    ],
    rows: report.cases,
    frozen: 7,
    size: 9,
  };
}
