import { changesTexts as texts } from '../messages/changes.js';
import { say, type Text } from '../messages/language.js';
import { type BookSheet, type Column, coverSheet, tableSheet } from '../reports/table-book.js';
import { word } from '../reports/words.js';
import { headOf } from './family.js';
import type { ChangesReport } from './report.js';
import { valueWord } from './screen.js';
import { sentencesOf } from './sentence.js';
import { type TotalsRow, totalsColumns, totalsRows } from './totals-table.js';
import { type ChangeKind, changeKindsOf, type RosterChange } from './types.js';

type Of<T> = Column<T>['value'];
const titles = texts.columns;

function column<T>(title: Text, width: number, kind: Column<T>['kind'], value: Of<T>): Column<T> {
  return { title, width, kind, value };
}

const place: readonly Column<RosterChange>[] = [
  column(titles.number, 6, 'center', (_, index) => index + 1),
  column(titles.kind, 13, 'text', ({ kind }) => say(texts.kind[kind])),
  column(titles.township, 13, 'text', ({ family }) => family.township),
  column(titles.village, 13, 'text', ({ family }) => family.village),
  column(titles.household, 17, 'text', ({ family }) => family.household_id),
  column(titles.head, 10, 'text', ({ family }) => headOf(family)?.name ?? ''),
];
const household: readonly Column<RosterChange>[] = [
  column(titles.headId, 20, 'text', ({ family }) => headOf(family)?.id_number ?? ''),
  column(titles.category, 10, 'center', ({ family }) => word.category(family.category)),
  column(titles.covered, 8, 'int', ({ family }) => family.covered),
];
const person: readonly Column<RosterChange>[] = [
  column(titles.person, 10, 'text', (one) => one.person?.name ?? ''),
  column(titles.idNumber, 20, 'text', (one) => one.person?.id_number ?? ''),
  column(titles.isCovered, 8, 'center', (one) => word.yesNo(one.person?.covered ?? null)),
];
const yuan = (value: string): number | null => (value === '' ? null : Number(value));
const amounts: readonly Column<RosterChange>[] = [
  column(titles.beforeAmount, 12, 'money', ({ before }) => yuan(before)),
  column(titles.afterAmount, 12, 'money', ({ after }) => yuan(after)),
  column(
    titles.difference,
    12,
    'money',
    ({ before, after }) => Math.round(((yuan(after) ?? 0) - (yuan(before) ?? 0)) * 100) / 100,
  ),
];
const values: readonly Column<RosterChange>[] = [
  column(titles.before, 24, 'text', ({ kind, before }) => valueWord(kind, before)),
  column(titles.after, 24, 'text', ({ kind, after }) => valueWord(kind, after)),
];

type SheetName = keyof typeof changeKindsOf;
const sheetNames = Object.keys(changeKindsOf) as SheetName[];
const columnsOf: Readonly<Record<SheetName, readonly Column<RosterChange>[]>> = {
  households: [...place, ...household, ...amounts],
  amounts: [...place, ...household, ...amounts],
  members: [...place, ...person, ...values],
  others: [...place, ...household, ...values],
};

function totalsSheet(report: ChangesReport, title: string): BookSheet {
  const rows = totalsRows(report);
  // With nobody moved between rows those columns would say nothing.
  const all = [...rows.category, ...rows.township];
  const used = totalsColumns.filter(
    ({ key, value }) => !key.startsWith('moved') || all.some(({ totals }) => value(totals) !== 0),
  );
  return tableSheet<TotalsRow>({
    name: texts.sheets.totals,
    lines: [title],
    columns: [
      column(titles.name, 14, 'text', ({ name }) => name),
      ...used.map(({ key, isMoney, value }) =>
        column<TotalsRow>(titles[key], isMoney ? 13 : 8, isMoney ? 'money' : 'int', ({ totals }) =>
          value(totals),
        ),
      ),
    ],
    rows: all,
    tone: ({ isTotal }) => (isTotal ? 'strong' : 'plain'),
    filter: false,
    frozen: 1,
    size: 9,
    printed: { pages: 2, repeated: 1 },
  });
}

/** The sheets of the workbook: the sentence, the control totals, and a table of each kind of change. */
export function changesSheets(report: ChangesReport): BookSheet[] {
  const title = say(texts.title, { area: report.area });
  return [
    coverSheet({
      name: texts.sheets.cover,
      widths: [100],
      blocks: [
        { type: 'title', text: title },
        ...sentencesOf(report).map((text) => ({ type: 'text' as const, text })),
      ],
    }),
    totalsSheet(report, title),
    ...sheetNames.map((key) => {
      const kinds: readonly ChangeKind[] = changeKindsOf[key];
      return tableSheet<RosterChange>({
        name: texts.sheets[key],
        lines: [`${title} ${say(texts.sheets[key])}`],
        columns: columnsOf[key],
        rows: report.changes.filter(({ kind }) => kinds.includes(kind)),
        frozen: 6,
        size: 9,
      });
    }),
  ];
}
