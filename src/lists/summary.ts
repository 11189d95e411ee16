import type { Measure, Requirement } from '../ledger/events.js';
import type { Group, Standing } from '../settle/standing.js';
import { type CategoryKey, categories, type Figures, groups, type Totals } from '../settle/totals.js';

/** Households, covered persons, and yuan a month. */
export interface Amounts {
  readonly households: number;
  readonly persons: number;
  readonly amount: number;
}

interface Sides {
  readonly before: Amounts;
  readonly after: Amounts;
}

/** Every number of a clean-up: 清理结果.json. */
export interface CleanSummary {
  readonly name: string;
  readonly date: string;
  readonly as_of: string;
  readonly totals: Readonly<Record<CategoryKey | 'all', Sides & Readonly<Record<Group, Sides>>>>;
  /** Households settled by this clean-up, by measure. */
  readonly settled_now: Readonly<Partial<Record<Measure, number>>>;
  /** Households that are settled, by measure. */
  readonly settled: Readonly<Partial<Record<Measure, number>>>;
  readonly recovery: { readonly households: number; readonly amount: number };
  /** Households for which something is missing or in doubt; of them by what is missing. */
  readonly pending: number;
  readonly missing: Readonly<Partial<Record<Requirement, number>>>;
  readonly doubts: number;
  /** Households with a difference somebody should decide on. */
  readonly differences: number;
  /** Households for which a 告知书 is to be served. */
  readonly letters: number;
  /** Households settled with a requirement waived. */
  readonly waived: number;
  /** Cases of households that are not on the roster, and were never settled. */
  readonly strays: number;
}

const amounts = ({ households, persons, fen }: Figures): Amounts => ({
  households,
  persons,
  amount: fen / 100,
});

function totalsIn(totals: Totals): CleanSummary['totals'] {
  const one = (key: CategoryKey | 'all') => {
    const { before, after, groups: parts } = totals[key];
    const sides = groups.map((group) => {
      const part = parts[group];
      return [group, { before: amounts(part.before), after: amounts(part.after) }] as const;
    });
    return [
      key,
      {
        before: amounts(before),
        after: amounts(after),
        ...(Object.fromEntries(sides) as Record<Group, Sides>),
      },
    ] as const;
  };
  return Object.fromEntries([...categories, 'all' as const].map(one)) as CleanSummary['totals'];
}

function counted<Key extends string>(keys: Iterable<Key>): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const isSettled = ({ group, holds }: Standing): boolean => group !== 'waiting' && holds.measure !== null;

/** The numbers of a clean-up, from where every household stands. */
export function summaryOf(
  head: Pick<CleanSummary, 'name' | 'date' | 'as_of' | 'strays'>,
  standings: readonly Standing[],
  pending: readonly Standing[],
  due: readonly Standing[],
  totals: Totals,
): CleanSummary {
  const settled = standings.filter(isSettled);
  const owing = standings.filter(({ group, holds }) => group !== 'waiting' && holds.recovery !== null);
  const fen = owing.reduce((sum, { holds }) => sum + (holds.recovery?.fen ?? 0), 0);
  return {
    ...head,
    totals: totalsIn(totals),
    settled_now: counted(standings.flatMap(({ event }) => (event === null ? [] : [event.measure]))),
    settled: counted(settled.flatMap(({ holds }) => holds.measure ?? [])),
    recovery: { households: owing.length, amount: fen / 100 },
    pending: pending.length,
    missing: counted(pending.flatMap(({ decided }) => decided.waits)),
    doubts: pending.filter(({ decided }) => decided.doubts.length > 0).length,
    differences: standings.filter(({ decided }) => decided.remarks.length > 0).length,
    letters: due.length,
    waived: standings.filter(({ group, holds }) => group !== 'waiting' && holds.waivers.length > 0).length,
  };
}
