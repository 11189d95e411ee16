import chalk from 'chalk';
import { groupBy } from '../cases/group-by.js';
import type { SourceResult } from '../cases/types.js';
import { say } from '../messages/language.js';
import { screenTexts } from '../messages/screen.js';
import { fileNames } from './evidence.js';
import { count } from './numbers.js';
import { wrap } from './width.js';

const texts = screenTexts.readings;

/** Readings shown; a campaign has some dozen tables, and the rest stands in the workbook. */
const MOST = 60;
/** Tables named of those that were read alike. */
const NAMED = 3;
/** A roster of more tables than this is one line among the sources. */
const FOLDED = 8;
/** Columns of every list, which nobody misses. */
const neutral = /^(?:序号|编号|备注)$/;

/** What a table is called on the screen; the sheet is named where the file has several: "Sheet1" says nothing. */
export function tableNames(
  sources: readonly Pick<SourceResult, 'file' | 'sheet'>[],
): (source: Pick<SourceResult, 'file' | 'sheet'>) => string {
  const name = fileNames({ sources });
  const tables = new Map<string, number>();
  for (const { file } of sources) tables.set(file, (tables.get(file) ?? 0) + 1);
  return ({ file, sheet }) =>
    sheet === null || tables.get(file) === 1 ? name(file) : `${name(file)}[${sheet}]`;
}

/** How one table of the roster was read, where its header alone does not say it. */
function readingOf({ notes, columns, rejected }: SourceResult, showsRejected: boolean): string {
  const unused = columns.filter(({ header, field }) => field === null && !neutral.test(header));
  const headers = unused.map(({ header }) => header).join('、');
  const parts = [...notes];
  if (headers !== '') parts.push(say(texts.unmapped, { columns: headers }));
  if (showsRejected && rejected > 0) parts.push(say(texts.rejected, { count: count(rejected) }));
  return parts.join(';');
}

/** A titled list below the table of the sources; nothing where it is empty. */
export function block(title: string, items: readonly string[], columns: number): string[] {
  const lines = items.flatMap((item) =>
    wrap(item, columns - 6).map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`),
  );
  return items.length === 0 ? [] : ['', `  ${title}`, ...lines];
}

/** The tables that were read alike, in one line. */
function readingLine(tables: readonly SourceResult[], reading: string, names: readonly string[]): string {
  const sum = (of: (table: SourceResult) => number): string =>
    count(tables.reduce((all, table) => all + of(table), 0));
  const named = names.slice(0, NAMED).join('、');
  return say(texts.table, {
    file: names.length > NAMED ? say(texts.files, { files: named, count: names.length }) : named,
    rows: sum((table) => table.rows),
    persons: sum((table) => table.matched_persons),
    text: reading === '' ? say(texts.byHeader) : reading,
  });
}

/**
 * What the reader asks about, table by table; then how each table of the roster was read: what was taken from the
 * names of files and folders, which columns were left out. Tables that were read alike share a line.
 */
export function readingLines(sources: readonly SourceResult[], columns: number): string[] {
  const nameOf = tableNames(sources);
  const doubts = sources.flatMap((source) =>
    source.doubts.map((text) => say(texts.place, { file: nameOf(source), text })),
  );
  const roster = sources.filter(({ register }) => register === 'roster');
  const alike = [...groupBy(roster, (source) => readingOf(source, isFolded(roster)))].filter(
    ([reading]) => reading !== '' || isFolded(roster),
  );
  const shown = alike
    .slice(0, MOST)
    .map(([reading, tables]) => readingLine(tables, reading, [...new Set(tables.map(nameOf))]));
  const rest = alike.slice(MOST).reduce((sum, [, tables]) => sum + tables.length, 0);
  if (rest > 0) shown.push(say(texts.more, { count: rest }));
  return [
    ...block(chalk.yellow(say(texts.doubts, { count: doubts.length })), doubts, columns),
    ...block(chalk.dim(say(texts.readings)), shown, columns),
  ];
}

/** Whether a roster has so many tables that the list of the sources names them together. */
export function isFolded(roster: readonly SourceResult[]): boolean {
  return roster.length > FOLDED;
}
