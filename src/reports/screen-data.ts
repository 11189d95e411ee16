import chalk from 'chalk';
import type { SourceResult, Summary } from '../cases/types.js';
import { say } from '../messages/language.js';
import { screenTexts } from '../messages/screen.js';
import { fileNames } from './evidence.js';
import { count } from './numbers.js';
import { type Align, textTable } from './text-table.js';
import { width, wrap } from './width.js';

const texts = screenTexts.data;

const indent = 2;
const staleOrder = 1;

function stateOf(source: SourceResult): { order: number; text: string } {
  if (source.alarm) return { order: 0, text: chalk.red(say(texts.alarm)) };
  if (source.stale) return { order: staleOrder, text: chalk.yellow(say(texts.stale)) };
  if (source.data_date === null) return { order: 2, text: chalk.yellow(say(texts.undated)) };
  return { order: 3, text: say(texts.good) };
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

type Source = SourceResult & { readonly state: ReturnType<typeof stateOf> };

function sourceRows(sources: readonly Source[]): string[][] {
  const name = fileNames({ sources });
  const parts = new Map<string, number>();
  for (const { file } of sources) parts.set(file, (parts.get(file) ?? 0) + 1);
  return sources.map((source) => {
    // The sheet is named where the file has several: "Sheet1" says nothing.
    const isOnly = source.sheet === null || parts.get(source.file) === 1;
    const place = isOnly ? name(source.file) : `${name(source.file)}[${source.sheet}]`;
    const numbers = [source.rows, source.matched_persons, source.rejected].map(count);
    const origin = [source.data_date ?? '', source.supplier ?? ''];
    return [source.state.text, source.title, place, ...numbers, ...origin];
  });
}

/** The registers that nobody gave, under one word. */
function absentLines(absent: Summary['absent_registers'], columns: number): string[] {
  if (absent.length === 0) return [];
  const word = say(texts.absent);
  const left = indent + width(word) + 2;
  const lines = wrap(absent.map(({ title }) => title).join('、'), columns - left);
  return lines.map((line, index) =>
    index === 0 ? `${' '.repeat(indent)}${chalk.yellow(word)}  ${line}` : `${' '.repeat(left)}${line}`,
  );
}

/** Sources with their rows, matches and days as lines. What needs a look comes first: alarms, stale and missing ones. */
export function dataLines({ sources, absent_registers }: Summary, columns: number): string[] {
  const { state, register, file, rows, matched, rejected, date, supplier } = texts;
  const sorted = sources
    .map((source) => ({ ...source, state: stateOf(source) }))
    .sort((a, b) => a.state.order - b.state.order);
  const titles = [state, register, file, rows, matched, rejected, date, supplier];
  const header = titles.map((text) => chalk.dim(say(text)));
  const table = textTable([header, ...sourceRows(sorted)], { align, width: columns, shrink, indent });
  const lines = table.split('\n');
  const urgent = sorted.filter((source) => source.state.order <= staleOrder).length;
  return [
    ...lines.slice(0, 1 + urgent),
    ...absentLines(absent_registers, columns),
    ...lines.slice(1 + urgent),
  ];
}
