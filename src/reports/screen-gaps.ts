import chalk from 'chalk';
import { say } from '../messages/language.js';
import { screenTexts } from '../messages/screen.js';
import { type Gap, gapsOf } from './gaps.js';
import { count } from './numbers.js';
import type { RunReport } from './types.js';
import { pad, width, wrap } from './width.js';
import { kindWord } from './words.js';

const texts = screenTexts.gaps;

const indent = '  ';

/** Gaps as lines: the kind, then check, title and the whole reason, which goes on below where it is long. */
function gapTexts(gaps: readonly Gap[], columns: number): string[] {
  const kindWidth = Math.max(...gaps.map((gap) => width(kindWord(gap.kind))));
  const left = indent.length + kindWidth + 2;
  return gaps.flatMap((gap) => {
    const paint = gap.kind === 'broken' ? chalk.red : chalk.yellow;
    const name = [gap.check, gap.title].filter((text) => text !== '').join(' ');
    const lines = wrap(gap.why === '' ? name : `${name}: ${gap.why}`, columns - left);
    return lines.map((line, index) =>
      index === 0
        ? `${indent}${paint(pad(kindWord(gap.kind), kindWidth))}  ${line}`
        : `${' '.repeat(left)}${line}`,
    );
  });
}

/** How many parameters nobody has signed for, and those of them that the reader must know by name. */
function parameterNotes({ summary, ownParameters = [] }: RunReport): string[] {
  const unverified = summary.parameters.filter((parameter) => !parameter.verified);
  if (unverified.length === 0) return [];
  const notes = [say(texts.unverified, { count: unverified.length })];
  const notable = unverified.filter(({ name, past_last }) => past_last || ownParameters.includes(name));
  const titles = notable.map(({ title, value, unit }) => `${title} ${value}${unit}`).join('、');
  if (titles !== '') notes.push(`${indent}${say(texts.unverifiedNamed, { titles })}`);
  return notes;
}

/** A note, broken where it is long, under its own first character. */
function indented(note: string, columns: number): string[] {
  const text = note.trimStart();
  const left = indent + ' '.repeat(note.length - text.length);
  return wrap(text, columns - left.length).map((line) => left + line);
}

/** What was not looked at or not in full, and why; then what else the reader must know of the run. */
export function gapLines(report: RunReport, columns: number, isDry: boolean): string[] {
  const { summary, undecidable } = report;
  // What is absent stands above, with the data; here a line per check says what it lacks.
  const gaps = gapsOf(summary).filter(({ kind }) => kind !== 'absent');
  const notes: string[] = [];
  if (gaps.length === 0) notes.push(say(isDry ? texts.noneDry : texts.none));
  if (gaps.some((gap) => gap.kind === 'not_run')) notes.push(say(texts.notClear));
  const absent = summary.absent_registers.length;
  if (absent > 0) notes.push(say(texts.absent, { count: absent }));
  if (undecidable.length > 0) notes.push(say(texts.undecidable, { count: count(undecidable.length) }));
  notes.push(...parameterNotes(report));
  notes.push(...summary.warnings.map((warning) => `${say(texts.warning)}: ${warning}`));
  const lines = gaps.length === 0 ? [] : gapTexts(gaps, columns);
  return [...lines, ...notes.flatMap((note) => indented(note, columns))];
}
