import { notesTexts } from '../../messages/notes.js';
import { workbookTexts } from '../../messages/workbook.js';
import { exemptionNotes } from '../exemptions.js';
import { gapsOf } from '../gaps.js';
import {
  type Note,
  parameterNotes,
  readingNotes,
  resultNotes,
  runNotes,
  section,
  sourceNotes,
} from '../notes.js';
import type { RunReport } from '../types.js';
import { kindWord } from '../words.js';
import type { Column, SheetSpec } from './spec.js';

const texts = notesTexts.columns;

const columns: readonly Column<Note>[] = [
  { title: texts.item, width: 32, kind: 'text', value: (note) => note.item },
  { title: texts.content, width: 84, kind: 'text', value: (note) => note.content },
  { title: texts.basis, width: 52, kind: 'text', value: (note) => note.basis ?? null },
  { title: texts.remark, width: 34, kind: 'text', value: (note) => note.remark ?? null },
];

function alarmNotes({ summary }: RunReport): Note[] {
  if (summary.alarms.length === 0) return [];
  const alarms = summary.alarms.map<Note>((alarm) => ({ item: '', content: alarm, tone: 'alarm' }));
  return [section(notesTexts.sections.alarms), ...alarms];
}

function gapNotes({ summary }: RunReport): Note[] {
  // Registers that nobody gave stand among the sources.
  const known = gapsOf(summary).filter(({ kind }) => kind !== 'absent');
  const gaps = known.map<Note>((gap) => ({
    item: [gap.check, gap.title].filter((text) => text !== '').join(' '),
    content: gap.why,
    remark: kindWord(gap.kind),
    tone: gap.kind === 'broken' ? 'alarm' : 'notice',
  }));
  return gaps.length === 0 ? [] : [section(notesTexts.sections.notChecked), ...gaps];
}

function warningNotes({ summary }: RunReport): Note[] {
  if (summary.warnings.length === 0) return [];
  const warnings = summary.warnings.map<Note>((warning) => ({ item: '', content: warning }));
  return [section(notesTexts.sections.warnings), ...warnings];
}

/** Sheet 1, 说明与口径: what the list rests on, alarms first. */
export function notesSheet(report: RunReport): SheetSpec<Note> {
  return {
    name: workbookTexts.sheets.notes,
    columns,
    rows: [
      ...alarmNotes(report),
      ...runNotes(report),
      ...resultNotes(report),
      ...exemptionNotes(report),
      ...gapNotes(report),
      ...readingNotes(),
      ...sourceNotes(report),
      ...parameterNotes(report),
      ...warningNotes(report),
    ],
    tone: (note) => note.tone ?? 'plain',
    filter: false,
  };
}
