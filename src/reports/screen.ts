import { join } from 'node:path';
import chalk from 'chalk';
import type { Summary } from '../cases/types.js';
import { say, type Text } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { quoted } from '../messages/quoted.js';
import { screenTexts as texts } from '../messages/screen.js';
import { exemptionLines } from './exemptions.js';
import { count, yuan } from './numbers.js';
import { dataLines } from './screen-data.js';
import { gapLines } from './screen-gaps.js';
import { rulesTable } from './screen-rules.js';
import { type Align, textTable } from './text-table.js';
import type { RunReport } from './types.js';
import { plain, wrap } from './width.js';
import { word } from './words.js';

export interface ScreenOptions {
  readonly outDir: string;
  /** Columns of the terminal. */
  readonly width: number;
  /** False to leave colours out even on a terminal (NO_COLOR). */
  readonly colour?: boolean;
  /** The campaign's next command, where it has a ledger. */
  readonly next?: string;
  /** What the run brought to the campaign's ledger. */
  readonly ledger?: readonly string[];
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

/** What a dry run can say in the place of results: which checks could run, and that none has. */
function readyLines(ready: readonly string[], columns: number): string[] {
  const text = say(texts.ready, { count: ready.length, checks: ready.join(' ') });
  return [title(texts.sections.ready), ...wrap(text, columns - 2).map((line) => `  ${line}`)];
}

function focusLine({ focus }: Summary): string[] {
  if (focus.households === 0) return [];
  const { households, irregular, complained, without_case } = focus;
  const counts = {
    households: count(households),
    irregular: count(irregular),
    complained: count(complained),
  };
  return [say(texts.focus, { ...counts, without_case: count(without_case) })];
}

function resultLines(report: RunReport, columns: number, ledger: readonly string[]): string[] {
  const { summary, cases } = report;
  const integrity = summary.rules.filter((rule) => rule.number === null);
  const pack = summary.rules.filter((rule) => rule.number !== null);
  const { overpaid, actions } = summary;
  const money = { households: count(overpaid.households), amount: yuan(overpaid.amount), ...actions };
  const parts = [
    title(texts.sections.rules),
    rulesTable(pack, cases, columns, summary),
    ...[say(texts.overpaid, money), ...exemptionLines(summary), ...focusLine(summary), ...ledger].flatMap(
      (text) => wrap(text, columns - 2).map((line) => `  ${line}`),
    ),
  ];
  if (integrity.length > 0)
    parts.push(title(texts.sections.integrity), rulesTable(integrity, cases, columns));
  return [...parts, title(texts.sections.townships), ...townshipTable(summary, columns)];
}

function nextLines({ cases, households }: RunReport, options: ScreenOptions): string[] {
  if (options.ready !== undefined) return [`  ${say(texts.next.dryRun)}`];
  const lines = [
    say(texts.next.list, { path: join(options.outDir, '疑点清单.xlsx') }),
    say(texts.next.report, { path: join(options.outDir, 'report.html') }),
  ];
  const [first] = [...households].sort((a, b) => b.priority - a.priority);
  const id = first?.cases[0] ?? cases[0]?.case_id;
  const command = `dibao explain ${id} -o ${quoted(options.outDir)}`;
  if (id !== undefined) lines.push(say(texts.next.explain, { command }));
  if (id !== undefined && options.next !== undefined)
    lines.push(say(texts.next.dispatch, { command: options.next }));
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
 * IDs are masked. Colours are chalk's, which minds pipes but not NO_COLOR.
 */
export function renderScreen(report: RunReport, options: ScreenOptions): string {
  const { summary } = report;
  const { ready, ledger = [] } = options;
  const columns = Math.max(60, options.width);
  const parts = [
    ...banner(summary, columns),
    ...heading(summary),
    title(texts.sections.data),
    ...dataLines(summary, columns),
    ...(ready === undefined ? resultLines(report, columns, ledger) : readyLines(ready, columns)),
  ];
  parts.push(title(texts.sections.gaps), ...gapLines(report, columns, ready !== undefined));
  const next = [title(texts.sections.next), ...nextLines(report, options)].join('\n');
  const text = `${masked(parts.join('\n'))}\n${next}\n`;
  return options.colour === false ? plain(text) : text;
}
