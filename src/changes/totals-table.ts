import { changesTexts as texts } from '../messages/changes.js';
import { say } from '../messages/language.js';
import type { ChangesReport, NamedTotals } from './report.js';
import type { ControlTotals, Figures } from './totals.js';

const sides = { before: 'before', in: 'in', out: 'out', movedIn: 'movedIn', movedOut: 'movedOut' } as const;

type ColumnKey = Exclude<keyof (typeof texts)['columns'], 'name'>;

/** One figure of a row; `yuan` a month. */
export interface TotalsColumn {
  readonly key: ColumnKey;
  readonly isMoney: boolean;
  readonly value: (row: ControlTotals) => number;
}

function sideColumns(side: keyof typeof sides | 'after'): TotalsColumn[] {
  const of = (figure: keyof Figures) => (row: ControlTotals) => row[side][figure];
  return [
    { key: `${side}Households`, isMoney: false, value: of('households') },
    { key: `${side}Persons`, isMoney: false, value: of('persons') },
    { key: `${side}Amount`, isMoney: true, value: (row) => row[side].fen / 100 },
  ];
}

/** The figures of control totals, in the order in which they add up. */
export const totalsColumns: readonly TotalsColumn[] = [
  ...Object.values(sides).flatMap(sideColumns),
  { key: 'added', isMoney: false, value: ({ added }) => added },
  { key: 'removed', isMoney: false, value: ({ removed }) => removed },
  { key: 'upHouseholds', isMoney: false, value: ({ up }) => up.households },
  { key: 'upAmount', isMoney: true, value: ({ up }) => up.fen / 100 },
  { key: 'downHouseholds', isMoney: false, value: ({ down }) => down.households },
  { key: 'downAmount', isMoney: true, value: ({ down }) => down.fen / 100 },
  ...sideColumns('after'),
];

export interface TotalsRow {
  readonly name: string;
  readonly totals: ControlTotals;
  readonly isTotal: boolean;
}

const categoryName = ({ name }: NamedTotals): string =>
  name === 'urban' || name === 'rural' ? say(texts.category[name]) : say(texts.category.unknown);
const townshipName = ({ name }: NamedTotals): string => (name === '' ? say(texts.noTownship) : name);

/** Control totals by category and by township, each with their sum below. */
export function totalsRows({
  all,
  categories,
  townships,
}: ChangesReport): Record<'category' | 'township', TotalsRow[]> {
  const rows = (list: readonly NamedTotals[], nameOf: (one: NamedTotals) => string): TotalsRow[] => [
    ...list.map((one) => ({ name: nameOf(one), totals: one, isTotal: false })),
    { name: say(texts.all), totals: all, isTotal: true },
  ];
  return { category: rows(categories, categoryName), township: rows(townships, townshipName) };
}
