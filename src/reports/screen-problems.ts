import chalk from 'chalk';
import { groupBy } from '../cases/group-by.js';
import type { ProblemGroup, Summary } from '../cases/types.js';
import { say } from '../messages/language.js';
import { reportTexts } from '../messages/reports.js';
import { screenTexts } from '../messages/screen.js';
import { effectOf } from './effect.js';
import { fileNames } from './evidence.js';
import { count } from './numbers.js';
import { block } from './screen-readings.js';

const texts = screenTexts.problems;

/** Kinds of problems shown; the rest stands in the workbook, every value in rejects.csv. */
const MOST = 10;
const EXAMPLES = 3;
/** Rows that were passed over with good reason. */
const harmless = new Set(['note-row']);

/** Problems of one kind in one column of one register, of all its files. */
interface Kind {
  readonly first: ProblemGroup;
  readonly groups: ProblemGroup[];
  readonly count: number;
}

function kindsOf(problems: readonly ProblemGroup[]): Kind[] {
  const kinds = groupBy(
    problems.filter(({ kind }) => !harmless.has(kind)),
    ({ register, field, kind, rejected }) => [register, field, kind, rejected].join('|'),
  );
  return [...kinds.values()]
    .flatMap((groups): Kind[] => {
      const [first] = groups;
      const sum = groups.reduce((all, one) => all + one.count, 0);
      return first === undefined ? [] : [{ first, groups, count: sum }];
    })
    .sort((a, b) => Number(b.first.rejected) - Number(a.first.rejected) || b.count - a.count);
}

/** What could not be read, by column and kind, with counts and up to three examples: rows that were lost first. */
export function problemLines({ problems, sources }: Summary, columns: number): string[] {
  const name = fileNames({ sources });
  const titles = new Map(sources.map(({ register, title }) => [register, title]));
  const kinds = kindsOf(problems);
  const items = kinds.slice(0, MOST).map((kind) => {
    const { first, groups } = kind;
    const examples = groups
      .flatMap(({ file, examples: some }) => some.map((one) => ({ file, ...one })))
      .slice(0, EXAMPLES)
      .map(({ file, row, value }, index, all) => {
        const isSame = all[index - 1]?.file === file;
        const place = [isSame ? '' : `${name(file)} `, say(reportTexts.row, { row })].join('');
        return value === '' ? place : say(texts.example, { place, value });
      });
    const effect = effectOf(first);
    return say(texts.kind, {
      column: [titles.get(first.register) ?? first.register, first.field ?? ''].join(' ').trim(),
      problem: first.title,
      count: count(kind.count),
      // What is wrong with a file as a whole costs no row and no field by itself.
      effect: first.field === null && !first.rejected ? '' : say(texts.effect, { effect }),
      examples: examples.join(say(texts.between)),
    });
  });
  if (kinds.length > MOST) items.push(say(texts.more, { count: kinds.length - MOST }));
  return block(chalk.yellow(say(texts.title)), items, columns);
}
