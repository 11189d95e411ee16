import chalk from 'chalk';
import type { CleanSummary } from '../lists/summary.js';
import { cleanTexts as texts } from '../messages/clean.js';
import { say, type Text } from '../messages/language.js';
import { count, yuan } from '../reports/numbers.js';
import { textTable } from '../reports/text-table.js';

const measures = ['stop', 'edge', 'remove', 'lower', 'raise', 'keep'] as const;
const requirements = ['verdict', 'investigators', 'reason', 'served', 'period'] as const;

/** The rows of the control totals: what it was, what became of it, what it is. */
const rows = [
  ['before', (one) => one.before],
  ['unchanged', (one) => one.unchanged.before],
  ['adjustedBefore', (one) => one.adjusted.before],
  ['stopped', (one) => one.stopped.before],
  ['edge', (one) => one.edge.before],
  ['waiting', (one) => one.waiting.before],
  ['adjustedAfter', (one) => one.adjusted.after],
  ['after', (one) => one.after],
] as const satisfies readonly [
  keyof typeof texts.rows,
  (one: CleanSummary['totals']['all']) => CleanSummary['totals']['all']['before'],
][];

function totalsTable({ totals }: CleanSummary): string {
  const shown = (['urban', 'rural', 'unknown', 'all'] as const).filter(
    (key) => key !== 'unknown' || totals.unknown.before.households > 0,
  );
  const { households, persons, amount } = texts.columns;
  const header = [
    '',
    ...shown.flatMap((key) =>
      [households, persons, amount].map((title, index) =>
        chalk.dim(index === 0 ? `${say(texts.category[key])} ${say(title)}` : say(title)),
      ),
    ),
  ];
  const lines = rows.map(([name, of]) => [
    say(texts.rows[name]),
    ...shown.flatMap((key) => {
      const figures = of(totals[key]);
      return [count(figures.households), count(figures.persons), yuan(figures.amount)];
    }),
  ]);
  return textTable([header, ...lines], { align: ['left', ...header.slice(1).map(() => 'right' as const)] });
}

const joined = (parts: readonly string[]): string => parts.join('、');

function settledLines(summary: CleanSummary): string[] {
  const { settled_now: now, totals, recovery, waived } = summary;
  const parts = measures.flatMap((measure) => {
    const households = now[measure] ?? 0;
    if (households === 0) return [];
    return [say(texts.part, { measure: say(texts.measure[measure]), count: count(households) })];
  });
  const all = Object.values(now).reduce((sum, households) => sum + households, 0);
  const less = yuan(totals.all.before.amount - totals.all.after.amount);
  return [
    all === 0 ? say(texts.nowNone) : say(texts.now, { count: count(all), parts: joined(parts) }),
    say(texts.saving, {
      amount: less,
      households: count(recovery.households),
      recover: yuan(recovery.amount),
    }),
    ...(waived > 0 ? [say(texts.waivers, { count: count(waived) })] : []),
  ];
}

function pendingLines(summary: CleanSummary, listFile: string, notes: number): string[] {
  const { pending, missing, doubts, differences, strays } = summary;
  const parts = requirements.flatMap((one) => {
    const households = missing[one] ?? 0;
    return households === 0 ? [] : [`${say(texts.requirement[one])} ${count(households)}`];
  });
  const lines = parts.length > 0 ? [say(texts.waiting, { count: count(pending), parts: joined(parts) })] : [];
  if (doubts > 0) lines.push(say(texts.doubts, { count: count(doubts) }));
  if (differences > 0) lines.push(say(texts.remarks, { count: count(differences) }));
  if (strays > 0) lines.push(say(texts.strays, { count: count(strays) }));
  if (notes > 0) lines.push(say(texts.notes, { count: count(notes), file: '清理结果.json' }));
  if (pending + differences > 0) lines.push(say(texts.see, { file: listFile }));
  return lines.length === 0 ? [say(texts.waitingNone)] : lines;
}

export interface CleanScreen {
  /** 待办清单.xlsx, as the user finds it. */
  readonly pendingFile: string;
  /** Notes on the files of the cleaned roster. */
  readonly notes: number;
  /** What to do next: a line that says it, and the command. */
  readonly next: readonly (readonly [string, string])[];
}

/** What the terminal shows: control totals, what was settled, what waits, what to type next. */
export function cleanScreen(summary: CleanSummary, { pendingFile, notes, next }: CleanScreen): string {
  const title = (text: Text) => `\n${chalk.bold(say(text))}`;
  return [
    chalk.bold(say(texts.heading, { name: summary.name, date: summary.date })),
    title(texts.totals),
    totalsTable(summary),
    say(texts.holds),
    title(texts.settled),
    ...settledLines(summary),
    title(texts.pending),
    ...pendingLines(summary, pendingFile, notes),
    title(texts.next),
    ...next.flatMap(([why, command]) => [why, `  ${command}`]),
    '',
  ].join('\n');
}
