import { say } from '../messages/language.js';
import { estimateTexts as texts } from '../messages/sample-estimate.js';
import { type Estimate, estimate, type Observed } from './estimate.js';
import type { Drawn } from './types.js';
import { categoryWord, classWord, percent, placeWord, statusWord } from './words.js';

/** One line of the estimates: all households, or those of a place or kind. */
export interface EstimateRow extends Estimate {
  readonly by: 'all' | 'status' | 'category' | 'class' | 'township' | 'stratum';
  readonly name: string;
}

const domains: readonly [EstimateRow['by'], (one: Drawn) => string][] = [
  ['status', ({ status }) => statusWord(status)],
  ['category', ({ category }) => categoryWord(category)],
  ['class', (one) => classWord(one.class)],
  ['township', ({ township }) => placeWord(township)],
];

const stratumWord = ({ township, village, category, class: kind, status, pool }: Drawn): string =>
  [
    placeWord(township),
    ...(pool === '' ? [] : [placeWord(village)]),
    categoryWord(category),
    classWord(kind),
    statusWord(status),
  ].join(' ');

/** Overall, by status, category, class and township, and each stratum. */
export function estimateRows(observed: readonly Observed[], confidence: number): EstimateRow[] {
  const by = (kind: EstimateRow['by'], nameOf: (one: Drawn) => string): EstimateRow[] => {
    const groups = new Map<string, Observed[]>();
    for (const one of observed) {
      const name = nameOf(one.drawn);
      groups.set(name, [...(groups.get(name) ?? []), one]);
    }
    return [...groups].map(([name, own]) => ({ by: kind, name, ...estimate(own, confidence) }));
  };
  return [
    ...by('all', () => say(texts.all)),
    ...domains.flatMap(([kind, nameOf]) => by(kind, nameOf)),
    ...by('stratum', stratumWord),
  ];
}

const range = ({ interval }: Estimate): string =>
  interval === null ? say(texts.noInterval) : `${percent(interval.lower)}~${percent(interval.upper)}`;

/** An interval as wide as this says next to nothing; a single place of two stages has one of few communities. */
const WIDE = 0.5;

function methodWord({ interval, method }: Estimate): string {
  const isWide = interval === null || interval.upper - interval.lower > WIDE;
  return say(isWide && method === 'weighted' ? texts.tooFew : texts.method[method]);
}

/** A line as cells: name, drawn, verified, wrong, rate, interval, method. */
export function estimateCells(row: EstimateRow): string[] {
  const { name, drawn, answered, wrong, rate } = row;
  const counts = [drawn, answered, wrong].map(String);
  return [
    name,
    ...counts,
    rate === null ? '—' : percent(rate),
    rate === null ? '—' : range(row),
    methodWord(row),
  ];
}

/** The estimate in sentences that can go into a report. */
export function estimateSentences(rows: readonly EstimateRow[], confidence: number): string[] {
  const [all] = rows;
  const level = percent(confidence);
  if (all === undefined || all.rate === null) return [say(texts.nobody)];
  const { drawn, answered, wrong, rate, interval, unseen, method } = all;
  const counts = { drawn, answered, wrong, missing: drawn - answered };
  const parts = rows.filter(({ by }) => by === 'status').filter((one) => one.rate !== null);
  return [
    say(answered < drawn ? texts.visitedSome : texts.visitedAll, counts),
    interval === null
      ? say(texts.pointOnly, { rate: percent(rate) })
      : say(texts.estimated, {
          ...{ rate: percent(rate), level },
          ...{ lower: percent(interval.lower), upper: percent(interval.upper) },
        }),
    ...parts.map((one) =>
      say(texts.part, {
        name: one.name,
        answered: one.answered,
        wrong: one.wrong,
        rate: percent(one.rate ?? 0),
        range: range(one),
      }),
    ),
    ...(unseen > 0 ? [say(texts.unseen, { unseen })] : []),
    say(texts.how[method === 'whole' ? 'whole' : method === 'exact' ? 'exact' : 'weighted']),
    say(texts.wrongMeans),
  ];
}
