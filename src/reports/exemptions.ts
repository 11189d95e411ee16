import type { ExemptionSummary } from '../cases/nightly-types.js';
import type { Summary } from '../cases/types.js';
import { exemptionTexts as texts } from '../messages/exemptions.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { type Note, section } from './notes.js';
import { count } from './numbers.js';
import type { RunReport } from './types.js';

type Row = ExemptionSummary['rows'][number];

const words = {
  used: texts.used,
  unused: texts.unused,
  expired: texts['is-expired'],
  changed: texts['is-changed'],
} as const;

/** Rows named on the screen; the rest stands in the workbook. */
const NAMED = 8;

const whoOf = ({ household_id, person }: Row): string =>
  [maskIdsIn(household_id), person].filter((text) => text !== '').join(' ');

function listed(rows: readonly Row[], status: Row['status']): string[] {
  const own = rows.filter((one) => one.status === status);
  if (own.length === 0) return [];
  const named = own.slice(0, NAMED).map((one) => say(texts.row, { row: one.row, who: whoOf(one) }));
  const more = own.length > NAMED ? [say(texts.more, { count: own.length })] : [];
  return [say(texts.listed, { what: say(words[status]), rows: [...named, ...more].join('、') })];
}

/** What became of the exemptions, as lines for the screen; none without an exemption file. */
export function exemptionLines({ exemptions }: Summary): string[] {
  if (exemptions === undefined) return [];
  const { cases, households, rows } = exemptions;
  const number = (status: Row['status']): number => rows.filter((one) => one.status === status).length;
  const numbers = {
    used: number('used'),
    unused: number('unused'),
    expired: number('expired'),
    changed: number('changed'),
  };
  const values = { cases: count(cases), households: count(households), rows: count(rows.length), ...numbers };
  const doubtful = (['changed', 'expired', 'unused'] as const).flatMap((status) => listed(rows, status));
  return [say(texts.total, values), ...doubtful];
}

function noteOf(file: string, row: Row): Note {
  const { checks, reason, approver, approved, until, status, exempted, changed } = row;
  const counts = { status: say(words[status]), exempted: count(exempted), changed: count(changed) };
  return {
    item: say(texts.place, {
      file: row.sheet === null ? file : `${file}[${row.sheet}]`,
      row: row.row,
      who: whoOf(row),
    }),
    content: maskIdsIn(say(texts.content, { checks: checks?.join('、') ?? say(texts.all), reason })),
    basis: say(texts.basis, { approver, approved: approved === null ? '' : `(${approved})`, until }),
    remark: say(changed > 0 ? texts.countsChanged : texts.counts, counts),
    tone: status === 'used' && changed === 0 ? 'plain' : 'notice',
  };
}

/** The exemptions one by one, below their sum, for the workbook and the page; none without an exemption file. */
export function exemptionNotes({ summary }: Pick<RunReport, 'summary'>): Note[] {
  const { exemptions } = summary;
  if (exemptions === undefined) return [];
  const [total = ''] = exemptionLines(summary);
  const rows = exemptions.rows.map((row) => noteOf(exemptions.file, row));
  return [section(texts.section), { item: '', content: total }, ...rows];
}
