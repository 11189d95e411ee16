import chalk from 'chalk';
import { isExempted } from '../cases/nightly-types.js';
import type { Case, Outcome, Summary } from '../cases/types.js';
import { say, type Text } from '../messages/language.js';
import { reportTexts } from '../messages/reports.js';
import { screenTexts } from '../messages/screen.js';
import { count, yuan } from './numbers.js';
import { type Align, textTable } from './text-table.js';
import { word } from './words.js';

const texts = screenTexts.rules;

/** A mark and a colour of its own for each outcome, so that none is taken for another even without colour. */
const marks: Record<Outcome, { mark: string; paint: (text: string) => string }> = {
  hit: { mark: '!', paint: chalk.red },
  clear: { mark: '-', paint: chalk.dim },
  undecidable: { mark: '?', paint: chalk.cyan },
  not_run: { mark: 'X', paint: chalk.yellow },
  broken: { mark: '#', paint: chalk.bgRed.white },
};

/** An outcome as the terminal shows it: `! 命中`, `X 未运行`. */
export function outcomeText(outcome: Outcome): string {
  const { mark, paint } = marks[outcome];
  return paint(`${mark} ${word.outcome(outcome)}`);
}

type Rule = Summary['rules'][number];

const align: Align[] = [
  'right',
  'left',
  'left',
  'right',
  'right',
  'right',
  'right',
  'right',
  'right',
  'left',
];

function changeOf(cases: readonly Case[]): string {
  if (cases.length === 0) return '';
  const fresh = cases.filter((one) => one.change === 'new').length;
  const changed = cases.filter((one) => one.change === 'changed').length;
  return fresh + changed === 0 ? say(texts.same) : say(texts.fresh, { new: fresh, changed });
}

/** Numbers of a rule that did not run are left out: a 0 would look as if it had found nothing. */
function numbers({
  outcome,
  total,
  hard,
  soft,
}: Pick<Rule, 'outcome' | 'total' | 'hard' | 'soft'>): string[] {
  if (outcome === 'not_run' || outcome === 'broken') return ['', '', '', '', '', ''];
  return [
    count(total.cases),
    count(hard.cases),
    count(soft.cases),
    count(total.households),
    count(total.persons),
    yuan(total.monthly_amount),
  ];
}

/**
 * The rules of the pack, or the integrity checks beside them, as lines: outcome, cases, hard and soft apart,
 * households, persons, yuan a month, and the change against the last run where one was given.
 */
export function rulesTable(
  rules: readonly Rule[],
  all: readonly Case[],
  width: number,
  total?: Summary,
): string {
  const cases = all.filter((one) => !isExempted(one));
  const compared = cases.some((one) => one.change !== null);
  const { number, title, outcome, hard, soft, households, persons, amount, change } = texts;
  const header: Text[] = [number, title, outcome, texts.cases, hard, soft, households, persons, amount];
  if (compared) header.push(change);
  const row = (rule: Rule) => {
    const of = cases.filter((one) => one.rule === rule.rule);
    const looked = rule.outcome !== 'not_run' && rule.outcome !== 'broken';
    const cells = [
      rule.number === null ? rule.rule : String(rule.number),
      rule.title,
      outcomeText(rule.outcome),
    ];
    return [...cells, ...numbers(rule), compared && looked ? changeOf(of) : ''];
  };
  const rows = [header.map((text) => chalk.dim(say(text))), ...rules.map(row)];
  if (total !== undefined) {
    const sums = numbers({ ...total, outcome: 'hit' }).map((text) => chalk.bold(text));
    rows.push(['', chalk.bold(say(reportTexts.total)), '', ...sums, compared ? changeOf(cases) : '']);
  }
  return textTable(rows, { align, width, shrink: [1, 9], indent: 2 });
}
