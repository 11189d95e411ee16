import chalk from 'chalk';
import type { SourceResult, Summary } from '../cases/types.js';
import { say } from '../messages/language.js';
import { screenTexts } from '../messages/screen.js';
import { fileNames } from './evidence.js';
import { count } from './numbers.js';
import { type Align, textTable } from './text-table.js';

const texts = screenTexts.data;

function stateOf(source: SourceResult): { order: number; text: string } {
  if (source.alarm) return { order: 0, text: chalk.red(say(texts.alarm)) };
  if (source.stale) return { order: 1, text: chalk.yellow(say(texts.stale)) };
  if (source.data_date === null) return { order: 3, text: chalk.yellow(say(texts.undated)) };
  return { order: 4, text: say(texts.good) };
}

const align: Align[] = ['left', 'left', 'left', 'right', 'right', 'right', 'left', 'left'];

/** Supplier and register give way before the file does: a file is what the reader looks for. */
const shrink = [
  [7, 12],
  [1, 16],
  [2, 28],
  [7, 8],
  [1, 8],
  [2, 8],
] as const;

/** Sources with their rows, matches and days as lines. What needs a look comes first: alarms, stale and missing ones. */
export function dataTable({ sources, absent_registers }: Summary, columns: number): string {
  const { state, register, file, rows, matched, rejected, date, supplier, absent } = texts;
  const name = fileNames({ sources });
  const given = sources.map((source) => {
    const { order, text } = stateOf(source);
    const place = source.sheet === null ? name(source.file) : `${name(source.file)}[${source.sheet}]`;
    const numbers = [source.rows, source.matched_persons, source.rejected].map(count);
    const cells = [text, source.title, place, ...numbers, source.data_date ?? '', source.supplier ?? ''];
    return { order, cells };
  });
  const missing = absent_registers.map(({ title }) => ({
    order: 2,
    cells: [chalk.yellow(say(absent)), title],
  }));
  const lines = [...given, ...missing].sort((a, b) => a.order - b.order).map(({ cells }) => cells);
  const titles = [state, register, file, rows, matched, rejected, date, supplier];
  const header = titles.map((text) => chalk.dim(say(text)));
  return textTable([header, ...lines], { align, width: columns, shrink, indent: 2 });
}
