import { join } from 'node:path';
import chalk from 'chalk';
import type { SourceResult, Summary } from '../cases/types.js';
import { say, type Text } from '../messages/language.js';
import { screenTexts as texts } from '../messages/screen.js';
import { type Gap, gapsOf } from './gaps.js';
import { maskIdsIn } from './mask.js';
import { count, yuan } from './numbers.js';
import { rulesTable } from './screen-rules.js';
import { type Align, textTable } from './text-table.js';
import type { RunReport } from './types.js';
import { width, wrap } from './width.js';
import { kindWord, word } from './words.js';

export interface ScreenOptions {
  readonly outDir: string;
  /** Columns of the terminal. */
  readonly width: number;
  /** Commands to type next; unless given, how to look at the first case. */
  readonly next?: readonly string[];
  /** Of a dry run: the checks that could run. In the place of results, of which there are none. */
  readonly ready?: readonly string[];
}

const townshipsShown = 20;

const title = (text: Text) => `\n${chalk.bold(say(text))}`;
const header = (cells: readonly Text[]) => cells.map((cell) => chalk.dim(say(cell)));

function banner({ alarms }: Summary, columns: number): string[] {
  if (alarms.length === 0) return [];
  const lines = [...alarms, say(texts.alarmRemedy)].flatMap((alarm) => wrap(alarm, columns - 4));
  const rule = chalk.red('='.repeat(Math.max(20, columns)));
  return [
    rule,
    chalk.red.bold(`!! ${say(texts.alarm)}`),
    ...lines.map((line) => chalk.red(`   ${line}`)),
    rule,
    '',
  ];
}

function heading({ name, area, as_of, roster }: Summary): string[] {
  const values = { name, area: area?.name ?? '', date: as_of };
  const amount = yuan(roster.monthly_amount);
  const people = { members: count(roster.members), covered: count(roster.covered) };
  const size = { households: count(roster.households), ...people, amount };
  return [chalk.bold(say(texts.heading, values)), say(texts.roster, size)];
}

function stateOf(source: SourceResult): { order: number; text: string } {
  if (source.alarm) return { order: 0, text: chalk.red(say(texts.data.alarm)) };
  if (source.stale) return { order: 2, text: chalk.yellow(say(texts.data.stale)) };
  if (source.data_date === null) return { order: 3, text: chalk.yellow(say(texts.data.undated)) };
  return { order: 4, text: say(texts.data.good) };
}

/** What needs a look comes first: alarms, missing registers, stale sources. */
function dataTable({ sources, absent_registers }: Summary, columns: number): string {
  const { state, register, file, rows, matched, rejected, date, supplier, absent } = texts.data;
  const given = sources.map((source) => {
    const { order, text } = stateOf(source);
    const numbers = [source.rows, source.matched_persons, source.rejected].map(count);
    const cells = [
      text,
      source.title,
      source.file,
      ...numbers,
      source.data_date ?? '',
      source.supplier ?? '',
    ];
    return { order, cells };
  });
  const missing = absent_registers.map((one) => ({
    order: 1,
    cells: [chalk.yellow(say(absent)), one.title],
  }));
  const lines = [...given, ...missing].sort((a, b) => a.order - b.order);
  const align: Align[] = ['left', 'left', 'left', 'right', 'right', 'right', 'left', 'left'];
  return textTable(
    [
      header([state, register, file, rows, matched, rejected, date, supplier]),
      ...lines.map(({ cells }) => cells),
    ],
    { align, width: columns, shrink: [2, 7], indent: 2 },
  );
}

function townshipTable({ townships }: Summary, columns: number): string[] {
  const { cases, hard, soft, households, amount } = texts.rules;
  const rows = townships
    .slice(0, townshipsShown)
    .map((one) => [
      word.township(one.township),
      ...[one.roster_households, one.total.cases, one.hard.cases, one.soft.cases, one.total.households].map(
        count,
      ),
      yuan(one.total.monthly_amount),
    ]);
  const titles = [texts.townships.township, texts.townships.roster, cases, hard, soft, households, amount];
  const align: Align[] = ['left', 'right', 'right', 'right', 'right', 'right', 'right'];
  const table = textTable([header(titles), ...rows], { align, width: columns, shrink: [0], indent: 2 });
  const more = townships.length - townshipsShown;
  return more > 0 ? [table, `  ${say(texts.townships.more, { count: more })}`] : [table];
}

/** One gap as lines: its kind and name, and the whole reason, broken where it is longer than the terminal. */
function gapTable(gaps: readonly Gap[], columns: number): string {
  const names = gaps.map((gap) => [gap.check, gap.title].filter((text) => text !== '').join(' '));
  const left = Math.max(...gaps.map((gap) => width(kindWord(gap.kind)))) + Math.max(...names.map(width)) + 6;
  const rows = gaps.flatMap((gap, index) => {
    const paint = gap.kind === 'broken' ? chalk.red : chalk.yellow;
    const [first = '', ...more] = wrap(gap.why, Math.max(20, columns - left));
    return [[paint(kindWord(gap.kind)), names[index] ?? '', first], ...more.map((line) => ['', '', line])];
  });
  return textTable(rows, { indent: 2 });
}

function gapLines({ summary, undecidable }: RunReport, columns: number, dry: boolean): string[] {
  const gaps = gapsOf(summary);
  const out = gaps.length === 0 ? [] : [gapTable(gaps, columns)];
  const notes: string[] = [];
  if (gaps.some((gap) => gap.kind === 'not_run')) notes.push(say(texts.gaps.notClear));
  if (undecidable.length > 0) notes.push(say(texts.gaps.undecidable, { count: count(undecidable.length) }));
  const unverified = summary.parameters.filter((parameter) => !parameter.verified);
  const titles = unverified.map((parameter) => parameter.title).join('、');
  if (unverified.length > 0) notes.push(say(texts.gaps.unverified, { count: unverified.length, titles }));
  notes.push(...summary.warnings.map((warning) => `${say(texts.gaps.warning)}: ${warning}`));
  if (gaps.length === 0) notes.unshift(say(dry ? texts.gaps.noneDry : texts.gaps.none));
  return [...out, ...notes.flatMap((note) => wrap(note, columns - 2).map((line) => `  ${line}`))];
}

/** What a dry run can say in the place of results: which checks could run, and that none has. */
function readyLines(ready: readonly string[], columns: number): string[] {
  const text = say(texts.ready, { count: ready.length, checks: ready.join(' ') });
  return [title(texts.sections.ready), ...wrap(text, columns - 2).map((line) => `  ${line}`)];
}

function resultLines(report: RunReport, columns: number): string[] {
  const { summary, cases } = report;
  const integrity = summary.rules.filter((rule) => rule.number === null);
  const pack = summary.rules.filter((rule) => rule.number !== null);
  const { overpaid, actions } = summary;
  const money = { households: count(overpaid.households), amount: yuan(overpaid.amount), ...actions };
  const parts = [
    title(texts.sections.rules),
    rulesTable(pack, cases, columns, summary),
    ...wrap(say(texts.overpaid, money), columns - 2).map((line) => `  ${line}`),
  ];
  if (integrity.length > 0)
    parts.push(title(texts.sections.integrity), rulesTable(integrity, cases, columns));
  return [...parts, title(texts.sections.townships), ...townshipTable(summary, columns)];
}

function quoted(text: string): string {
  return /[\s'"$&;|<>()]/.test(text) ? `"${text.replaceAll('"', '\\"')}"` : text;
}

function nextLines({ cases, households }: RunReport, options: ScreenOptions): string[] {
  if (options.ready !== undefined) return [`  ${say(texts.next.dryRun)}`];
  const lines = [
    say(texts.next.list, { path: join(options.outDir, '疑点清单.xlsx') }),
    say(texts.next.report, { path: join(options.outDir, 'report.html') }),
  ];
  if (options.next !== undefined) lines.push(...options.next);
  else {
    const [first] = [...households].sort((a, b) => b.priority - a.priority);
    const id = first?.cases[0] ?? cases[0]?.case_id;
    const command = `dibao explain ${id} -o ${quoted(options.outDir)}`;
    if (id !== undefined) lines.push(say(texts.next.explain, { command }));
  }
  return lines.map((line) => `  ${line}`);
}

/** Masks what lies between colour codes: the code's own letters would hide where a number begins. */
function masked(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ESC begins a colour code
  const parts = text.split(/(\u001B\[[0-9;]*m)/);
  return parts.map((part, index) => (index % 2 === 0 ? maskIdsIn(part) : part)).join('');
}

/**
 * The screen after a check (FORMS.md): alarms, data, rules, townships, what was not checked, and what to type next.
 * IDs are masked. Colours are chalk's, which minds NO_COLOR and pipes.
 */
export function renderScreen(report: RunReport, options: ScreenOptions): string {
  const { summary } = report;
  const { ready } = options;
  const columns = Math.max(60, options.width);
  const parts = [
    ...banner(summary, columns),
    ...heading(summary),
    title(texts.sections.data),
    dataTable(summary, columns),
    ...(ready === undefined ? resultLines(report, columns) : readyLines(ready, columns)),
  ];
  parts.push(title(texts.sections.gaps), ...gapLines(report, columns, ready !== undefined));
  const next = [title(texts.sections.next), ...nextLines(report, options)].join('\n');
  return `${masked(parts.join('\n'))}\n${next}\n`;
}
