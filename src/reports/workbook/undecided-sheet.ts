import { say } from '../../messages/language.js';
import { workbookTexts } from '../../messages/workbook.js';
import { type Gap, gapsOf } from '../gaps.js';
import type { RunReport } from '../types.js';
import { kindWord } from '../words.js';
import type { Column, SheetSpec } from './spec.js';

const texts = workbookTexts.undecided;
const household = workbookTexts.household;

type Kind = Gap['kind'] | 'undecidable' | 'none';

const meanings = {
  broken: texts.brokenMeaning,
  not_run: texts.notRunMeaning,
  partly: texts.partlyMeaning,
  absent: texts.absentMeaning,
  undecidable: texts.undecidableMeaning,
} as const;

interface Row {
  readonly kind: Kind;
  readonly check: string;
  readonly title: string;
  readonly why: string;
  readonly township?: string;
  readonly village?: string;
  readonly household_id?: string;
  readonly person?: { readonly name: string; readonly id_number: string } | null;
}

const columns: readonly Column<Row>[] = [
  {
    title: household.number,
    width: 6,
    kind: 'center',
    value: (row, index) => (row.kind === 'none' ? null : index + 1),
  },
  {
    title: texts.kind,
    width: 11,
    kind: 'center',
    value: ({ kind }) => (kind === 'none' ? null : kindWord(kind)),
  },
  { title: texts.check, width: 15, kind: 'text', value: (row) => row.check },
  { title: texts.title, width: 26, kind: 'text', value: (row) => row.title },
  { title: household.township, width: 13, kind: 'text', value: (row) => row.township ?? null },
  { title: household.village, width: 13, kind: 'text', value: (row) => row.village ?? null },
  { title: household.householdId, width: 18, kind: 'text', value: (row) => row.household_id ?? null },
  { title: texts.person, width: 10, kind: 'text', value: (row) => row.person?.name ?? null },
  {
    title: workbookTexts.case.personId,
    width: 21,
    kind: 'text',
    value: (row) => row.person?.id_number ?? null,
  },
  { title: texts.why, width: 60, kind: 'text', value: (row) => row.why },
  {
    title: texts.meaning,
    width: 40,
    kind: 'text',
    value: ({ kind }) => (kind === 'none' ? null : say(meanings[kind])),
  },
];

/** Sheet 4, 无法判断与未查到: checks that broke or did not run first, then the households nobody could decide on. */
export function undecidedSheet(report: RunReport): SheetSpec<Row> {
  const titles = new Map(report.summary.checks.map((check) => [check.check, check.title]));
  const undecidable = report.undecidable.map<Row>(({ reason, ...one }) => ({
    ...one,
    kind: 'undecidable',
    title: titles.get(one.check) ?? '',
    why: reason,
  }));
  const rows = [...gapsOf(report.summary), ...undecidable];
  // An empty sheet would leave the reader in doubt whether anybody has looked.
  const none: Row = { kind: 'none', check: '', title: '', why: say(texts.none) };
  return {
    name: workbookTexts.sheets.undecided,
    columns,
    rows: rows.length === 0 ? [none] : rows,
    tone: ({ kind }) =>
      kind === 'broken' ? 'alarm' : kind === 'undecidable' || kind === 'none' ? 'plain' : 'notice',
  };
}
