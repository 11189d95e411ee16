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
  if (names > 1) widths[1] = Math.min(widths[1] ?? 0, 24);
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

/** How far the campaign is, for the terminal: whole lines, no wider than `columns` where they can be. */
export function statusScreen(progress: Progress, columns: number): string {
  const words = { total: say(texts.total), noTownship: say(texts.noTownship) };
  const tables = statusTables(progress, words);
  const run = progress.last_run ?? say(texts.noRun);
  const parts = [tables.townships, tables.visits, tables.checks].map(
    (one) => `${say(one.name)}\n${tableText(one, columns)}`,
  );
  const notes = tables.townships.notes.map((note) => `  ${say(note)}`);
  const head = say(texts.head, { name: progress.name, date: progress.date, run });
  return `${[head, ...parts, notes.join('\n')].join('\n\n')}\n`;
}
