import { headOf } from '../changes/family.js';
import type { ChangesReport, NamedTotals } from '../changes/report.js';
import { sentencesOf } from '../changes/sentence.js';
import type { ControlTotals } from '../changes/totals.js';
import { totalsColumns } from '../changes/totals-table.js';
import type { RosterChange } from '../changes/types.js';
import { maskIdsIn } from '../messages/mask.js';
import { csvLine, csvRows } from '../reports/csv.js';
import { TextOut } from './cat-out.js';
import type { Context, OutputFormat } from './options.js';

/** camelCase → camel_case, as the other forms for programs have it. */
const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function flat(totals: ControlTotals): Record<string, number> {
  return Object.fromEntries(totalsColumns.map(({ key, value }) => [snake(key), value(totals)]));
}

function changeRow({ kind, family, person, before, after }: RosterChange) {
  const { township, village, village_group, household_id, category, covered, fen } = family;
  const head = headOf(family);
  return {
    ...{ change: kind, township, village, village_group, household_id },
    ...{ head: head?.name ?? '', head_id_number: head?.id_number ?? '', category },
    ...{ covered_persons: covered, monthly_amount: fen / 100 },
    ...{ person: person?.name ?? '', id_number: person?.id_number ?? '', covered: person?.covered ?? null },
    ...{ before, after },
  };
}

/** The columns of `changeRow`, which stand in a CSV without a change as well. */
const COLUMNS = [
  ...['change', 'township', 'village', 'village_group', 'household_id', 'head', 'head_id_number', 'category'],
  ...['covered_persons', 'monthly_amount', 'person', 'id_number', 'covered', 'before', 'after'],
] as const satisfies readonly (keyof ReturnType<typeof changeRow>)[];

const named =
  (key: string) =>
  ({ name, ...totals }: NamedTotals) => ({ [key]: name, ...flat(totals) });

function jsonHead(report: ChangesReport): object {
  const { area, from, to, all, categories, townships, counts, standards } = report;
  return {
    ...{ area, from, to, sentences: sentencesOf(report), totals: flat(all) },
    categories: categories.map(named('category')),
    townships: townships.map(named('township')),
    ...{ counts, standards },
  };
}

/** Changes that pass before the reader of the output is waited for. */
const AT_ONCE = 200;

/** Writes the changes for programs: one a row or line; as json the sentence, totals and counts before them. */
export async function printChanges(
  context: Context,
  format: Exclude<OutputFormat, 'table'>,
  report: ChangesReport,
): Promise<void> {
  const out = new TextOut(context.stdout);
  const shown = context.screen && !context.unmask ? maskIdsIn : (text: string) => text;
  if (format === 'json') out.add(shown(`${JSON.stringify(jsonHead(report)).slice(0, -1)},"changes":[`));
  if (format === 'csv') out.add(csvRows([COLUMNS]));
  for (const [index, one] of report.changes.entries()) {
    const row = changeRow(one);
    if (format === 'csv') out.add(shown(csvLine(COLUMNS.map((name) => row[name]))));
    else if (format === 'ndjson') out.add(shown(`${JSON.stringify(row)}\n`));
    else out.add(shown(`${index === 0 ? '' : ','}\n${JSON.stringify(row)}`));
    if (index % AT_ONCE === 0) await out.pause();
  }
  if (format === 'json') out.add('\n]}\n');
  out.flush();
}
