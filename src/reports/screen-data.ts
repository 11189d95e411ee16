import chalk from 'chalk';
import type { SourceResult, Summary } from '../cases/types.js';
import { say } from '../messages/language.js';
import { screenTexts } from '../messages/screen.js';
import { count } from './numbers.js';
import { problemLines } from './screen-problems.js';
import { isFolded, readingLines, tableNames } from './screen-readings.js';
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
  const placeOf = tableNames(sources);
  return sources.map((source) => {
    const place = placeOf(source);
    const numbers = [source.rows, source.matched_persons, source.rejected].map(count);
    const origin = [source.data_date ?? '', source.supplier ?? ''];
    return [source.state.text, source.title, place, ...numbers, ...origin];
  });
}

/** A roster of many tables as one of them: each is told of on its own below, with what it was taken for. */
function folded(sources: readonly SourceResult[]): SourceResult[] {
  const roster = sources.filter(({ register }) => register === 'roster');
  const [first] = roster;
  if (first === undefined || !isFolded(roster)) return [...sources];
  const sum = (of: (source: SourceResult) => number) => roster.reduce((all, one) => all + of(one), 0);
  const one = (of: (source: SourceResult) => string | null) =>
    roster.every((source) => of(source) === of(first)) ? of(first) : null;
  const all: SourceResult = {
    ...first,
    file: say(screenTexts.readings.tables, { count: roster.length }),
    sheet: null,
    rows: sum(({ rows }) => rows),
    matched_persons: sum((source) => source.matched_persons),
    rejected: sum(({ rejected }) => rejected),
    stale: roster.some(({ stale }) => stale),
    data_date: one((source) => source.data_date),
    supplier: one(({ supplier }) => supplier),
  };
  return [all, ...sources.filter(({ register }) => register !== 'roster')];
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
export function dataLines(summary: Summary, columns: number): string[] {
  const { sources, absent_registers } = summary;
  const { state, register, file, rows, matched, rejected, date, supplier } = texts;
  const sorted = folded(sources)
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
    ...readingLines(sources, columns),
    ...problemLines(summary, columns),
  ];
}
