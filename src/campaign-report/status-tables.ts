import type { Text } from '../messages/language.js';
import { progressTexts as texts, progressColumns as titles } from '../messages/progress.js';
import { type CaseCounts, leastVerified, type PlaceProgress, type Progress } from '../progress/types.js';
import { column, type Figure, type FigureOf, type FigureTable, figureTable } from './figure-table.js';

interface Counted {
  readonly counts: CaseCounts;
}
interface Row {
  readonly name: string;
}

const filled = (text: Text, values: Readonly<Record<string, number>>): Text => {
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
  return { zh: fill(text.zh), en: fill(text.en) };
};
const notes = [texts.closedNote, filled(texts.precisionNote, { least: leastVerified })];

const township = column<Row>('township', titles.township, 'text', ({ name }) => name);

const int = <T extends Counted>(key: keyof typeof titles, of: (counts: CaseCounts) => number): FigureOf<T> =>
  column(key, titles[key], 'int', ({ counts }) => of(counts));

/** 属实 of 核实 in numbers, beside the precision made of them. */
const judged = ({ counts }: Counted): Figure =>
  counts.judged === 0 ? null : `${counts.held}/${counts.judged}`;

const stages: readonly FigureOf<Counted>[] = [
  int('cases', (one) => one.cases),
  int('open', (one) => one.open),
  int('dispatched', (one) => one.dispatched),
  int('overdue', (one) => one.overdue),
  int('verified', (one) => one.verified),
  int('confirmed', (one) => one.confirmed),
  int('partly', (one) => one.partly),
  int('dismissed', (one) => one.dismissed),
  int('pending', (one) => one.pending),
  int('settled', (one) => one.settled),
  int('closed', (one) => one.closed),
  column('closedRate', titles.closedRate, 'percent', ({ counts }) => counts.closed_rate),
  int('recovered', (one) => one.recovered),
  int('again', (one) => one.again.cases),
];
const precision: readonly FigureOf<Counted>[] = [
  column('judged', titles.judged, 'text', judged),
  column('precision', titles.precision, 'percent', ({ counts }) => counts.precision),
];

const visits: readonly FigureOf<PlaceProgress>[] = [
  column('due', titles.due, 'int', (one) => one.visits.households_due),
  column('visited', titles.visited, 'int', (one) => one.visits.households_visited),
  column('visitedRate', titles.visitedRate, 'percent', (one) => one.visits.visited_rate),
  column('householdsOverdue', titles.householdsOverdue, 'int', (one) => one.visits.households_overdue),
  column('personsDue', titles.personsDue, 'int', (one) => one.visits.persons_due),
  column('personsSeen', titles.personsSeen, 'int', (one) => one.visits.persons_seen),
  column('seenRate', titles.seenRate, 'percent', (one) => one.visits.seen_rate),
  column('owed', titles.owed, 'money', (one) => one.recovery.owed),
  column('back', titles.back, 'money', (one) => one.recovery.recovered),
  column('backRate', titles.backRate, 'percent', (one) => one.recovery.rate),
];

const again: readonly FigureOf<Counted>[] = [
  int('again', (one) => one.again.cases),
  int('changed', (one) => one.again.changed),
  int('returned', (one) => one.again.returned),
  int('sentBack', (one) => one.again.sent_back),
  int('objected', (one) => one.again.objected),
  int('gone', (one) => one.gone),
];

export interface StatusTables {
  readonly townships: FigureTable;
  readonly visits: FigureTable;
  readonly checks: FigureTable;
  readonly again: FigureTable;
  readonly pairs: FigureTable;
}

/**
 * The tables of `status`.
 * @param words names of the last row and of households without a township, in the language of the output
 */
export function statusTables(
  { total, townships, checks, pairs }: Progress,
  words: { readonly total: string; readonly noTownship: string },
): StatusTables {
  const placed = (name: string): string => (name === '' ? words.noTownship : name);
  const places = townships.map((one) => ({ name: placed(one.township), ...one }));
  const whole = { name: words.total, ...total };
  const ofCheck = [
    column<{ check: string }>('check', titles.check, 'text', ({ check }) => check),
    column<{ title: string }>('title', titles.title, 'text', ({ title }) => title),
  ];
  return {
    townships: figureTable(texts.byTownship, [township, ...stages, ...precision], places, whole, notes),
    visits: figureTable(texts.visits, [township, ...visits], places, whole),
    checks: figureTable(
      texts.byCheck,
      [...ofCheck, ...stages, ...precision],
      checks,
      { check: words.total, title: '', ...total },
      notes,
    ),
    again: figureTable(texts.again, [township, ...again], places, whole),
    pairs: figureTable(
      texts.pairs,
      [...ofCheck, township, ...stages.slice(4, 8), ...precision],
      pairs.map((one) => ({ name: placed(one.township), ...one })),
      null,
      notes.slice(1),
    ),
  };
}
