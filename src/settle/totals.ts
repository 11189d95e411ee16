import { fen } from '../campaign-file/amounts.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { coveredOf } from './members.js';
import type { Group, Standing } from './standing.js';

export interface Figures {
  households: number;
  persons: number;
  fen: number;
}

export interface GroupTotals {
  readonly before: Figures;
  readonly after: Figures;
}

export const groups: readonly Group[] = ['unchanged', 'adjusted', 'stopped', 'edge', 'waiting'];
export const categories = ['urban', 'rural', 'unknown'] as const;
export type CategoryKey = (typeof categories)[number];

/** Control totals of one category: the roster before and after, and each group's part of them. */
export interface CategoryTotals {
  readonly before: Figures;
  readonly after: Figures;
  readonly groups: Readonly<Record<Group, GroupTotals>>;
}

export type Totals = Readonly<Record<CategoryKey | 'all', CategoryTotals>>;

/** Figures of a roster by category, and all. */
export type RosterFigures = Readonly<Record<CategoryKey | 'all', Figures>>;

const none = (): Figures => ({ households: 0, persons: 0, fen: 0 });
const keyOf = (category: RosterHousehold['category']): CategoryKey => category ?? 'unknown';

function add(to: Figures, { households, persons, fen: amount }: Figures): void {
  to.households += households;
  to.persons += persons;
  to.fen += amount;
}

/** Figures by category, and all, of parts that each are of one category. */
export function figuresOf(
  parts: Iterable<Figures & { readonly category: RosterHousehold['category'] }>,
): RosterFigures {
  const found = { urban: none(), rural: none(), unknown: none(), all: none() };
  for (const part of parts) {
    add(found[keyOf(part.category)], part);
    add(found.all, part);
  }
  return found;
}

function ownFigures(household: RosterHousehold): Figures {
  return { households: 1, persons: coveredOf(household), fen: fen(household.monthly_amount ?? 0) };
}

function* eachOf(households: Iterable<RosterHousehold>) {
  for (const one of households) yield { ...ownFigures(one), category: one.category };
}

/** The roster's households, covered persons and fen a month, by category and all. */
export function rosterFigures(households: Iterable<RosterHousehold>): RosterFigures {
  return figuresOf(eachOf(households));
}

/** A difference between totals that must be one: a defect, never bad input. */
function hold(what: string, key: string, sum: Figures, whole: Figures): void {
  for (const figure of ['households', 'persons', 'fen'] as const)
    if (sum[figure] !== whole[figure])
      throw new Error(`control total: ${what}, ${key}, ${figure}: ${sum[figure]} is not ${whole[figure]}`);
}

function emptyGroups(): Record<Group, GroupTotals> {
  const one = (): GroupTotals => ({ before: none(), after: none() });
  return { unchanged: one(), adjusted: one(), stopped: one(), edge: one(), waiting: one() };
}

/**
 * Control totals over where every household stands, urban and rural apart.
 * @param roster the figures of the roster as it was read, which the groups must add up to
 * @throws Error where they do not, or where a household that stays as it is has changed: a defect
 */
export function totalsOf(standings: Iterable<Standing>, roster: RosterFigures): Totals {
  const one = () => ({ before: none(), after: none(), groups: emptyGroups() });
  const totals = { urban: one(), rural: one(), unknown: one(), all: one() };
  for (const { group, holds } of standings) {
    const remains = group === 'stopped' || group === 'edge' ? 0 : 1;
    for (const key of [keyOf(holds.household.category), 'all'] as const) {
      const own = totals[key].groups[group];
      add(own.before, { households: 1, ...holds.before });
      add(own.after, { households: remains, ...holds.after });
    }
  }
  for (const key of [...categories, 'all'] as const) {
    const { before, after, groups: parts } = totals[key];
    for (const group of groups) {
      add(before, parts[group].before);
      add(after, parts[group].after);
    }
    hold('before = unchanged + adjusted + stopped + edge + waiting', key, before, roster[key]);
    for (const group of ['unchanged', 'waiting'] as const)
      hold(`${group} stays`, key, parts[group].after, parts[group].before);
    for (const group of ['stopped', 'edge'] as const)
      hold(`${group} leaves`, key, parts[group].after, none());
  }
  return totals;
}

/** Holds the cleaned roster, read again, to the totals after. */
export function holdCleaned(totals: Totals, cleaned: RosterFigures): void {
  for (const key of [...categories, 'all'] as const)
    hold('the cleaned roster, read again', key, cleaned[key], totals[key].after);
}
