import { say } from '../messages/language.js';
import { progressTexts as texts } from '../messages/progress.js';
import type { Progress } from '../progress/types.js';
import { textTable } from '../reports/text-table.js';
import { width } from '../reports/width.js';
import { type FigureTable, shown } from './figure-table.js';
import { statusTables } from './status-tables.js';

const gap = 2;

/**
 * The columns in as many blocks as the screen needs: a line that the terminal breaks cannot be read. The first
 * `names` columns stand in each.
 */
function blocks(widths: readonly number[], names: number, most: number): number[][] {
  const first = widths.slice(0, names).map((_, index) => index);
  const start = first.reduce((sum, index) => sum + (widths[index] ?? 0) + gap, -gap);
  const made: number[][] = [];
  let block: number[] = [];
  let taken = start;
  for (let index = names; index < widths.length; index++) {
    const own = (widths[index] ?? 0) + gap;
    if (block.length > 0 && taken + own > most) {
      made.push([...first, ...block]);
      block = [];
      taken = start;
    }
    block.push(index);
    taken += own;
  }
  return [...made, [...first, ...block]];
}

function tableText({ columns, rows }: FigureTable, most: number): string {
  const names = columns.filter(({ kind }, index) => kind === 'text' && index < 2).length;
  const cells = [
    columns.map(({ title }) => say(title)),
    ...rows.map((row) => row.cells.map((cell, index) => shown(cell, columns[index]?.kind ?? 'text'))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => width(row[index] ?? ''))));
  // The title of a check gives way first, so that its figures stand in one line where they can.
  if (names > 1) widths[1] = Math.min(widths[1] ?? 0, 18);
  return blocks(widths, names, most)
    .map((block) =>
      textTable(
        cells.map((row) => block.map((index) => row[index] ?? '')),
        {
          width: most,
          align: block.map((index) => (index < names ? 'left' : 'right')),
          shrink:
            names > 1
              ? [
                  [1, 12],
                  [0, 8],
                ]
              : [[0, 8]],
          indent: gap,
        },
      ),
    )
    .join('\n\n');
}

/** The table with these columns alone, in this order. */
function pick({ columns, rows, ...rest }: FigureTable, keys: readonly string[]): FigureTable {
  const at = keys.map((key) => columns.findIndex((one) => one.key === key)).filter((index) => index >= 0);
  const of = <T>(list: readonly T[]): T[] => at.flatMap((index) => list.slice(index, index + 1));
  return { ...rest, columns: of(columns), rows: rows.map((row) => ({ ...row, cells: of(row.cells) })) };
}

const verdicts = ['verified', 'confirmed', 'partly', 'dismissed'] as const;
const ofTownship = [
  ...['township', 'cases', 'open', 'dispatched', 'overdue', ...verdicts, 'closed', 'closedRate', 'precision'],
  ...['again', 'pending', 'settled', 'recovered', 'judged'],
];
/** So that a check stands in one line of a usual terminal; all else is in the other forms. */
const ofCheck = ['check', 'title', 'cases', 'dispatched', ...verdicts, 'closed', 'precision'];

/** How far the campaign is, for the terminal: whole lines, no wider than `columns` where they can be. */
export function statusScreen(progress: Progress, columns: number): string {
  const words = { total: say(texts.total), noTownship: say(texts.noTownship) };
  const { townships, visits, checks } = statusTables(progress, words);
  const run = progress.last_run ?? say(texts.noRun);
  const { visits: due, recovery } = progress.total;
  const isEmpty = due.households_due === 0 && recovery.owed === 0 && recovery.recovered === 0;
  const tables = [pick(townships, ofTownship), ...(isEmpty ? [] : [visits]), pick(checks, ofCheck)];
  const parts = tables.map((one) => `${say(one.name)}\n${tableText(one, columns)}`);
  const notes = townships.notes.map((note) => `  ${say(note)}`);
  const head = say(texts.head, { name: progress.name, date: progress.date, run });
  return `${[head, ...parts, notes.join('\n')].join('\n\n')}\n`;
}
