import { yuanText } from '../campaign-file/amounts.js';
import { headOf, placeOf } from './family.js';
import { pairFamilies } from './pair.js';
import { comparePersons } from './persons.js';
import {
  type ChangeKind,
  type Comparison,
  changeKinds,
  type Family,
  type Pair,
  type RosterChange,
  type StandardChange,
} from './types.js';

function householdChanges({ older, newer }: Pair): RosterChange[] {
  const changes: RosterChange[] = [];
  const say = (kind: ChangeKind, before: string, after: string): void => {
    changes.push({ kind, family: newer, person: null, before, after });
  };
  const compare = (kind: ChangeKind, of: (family: Family) => string): void => {
    if (of(older) !== of(newer)) say(kind, of(older), of(newer));
  };
  if (older.fen !== newer.fen)
    say(newer.fen > older.fen ? 'amount_up' : 'amount_down', yuanText(older.fen), yuanText(newer.fen));
  compare('household_moved', placeOf);
  compare('household_renumbered', ({ household_id }) => household_id);
  const [was, is] = [headOf(older), headOf(newer)];
  // A mended number is told of the member.
  if (was?.key !== is?.key && was?.name !== is?.name) say('head_changed', was?.name ?? '', is?.name ?? '');
  compare('category_changed', ({ category }) => category ?? '');
  compare('class_changed', (family) => family.class);
  compare('tier_changed', ({ tier }) => tier);
  return changes;
}

/** Households that stay, by the standards in force for them on the days of the two rosters. */
function standardChanges(pairs: readonly Pair[]): StandardChange[] {
  const found = new Map<string, StandardChange>();
  for (const { older, newer } of pairs) {
    const { category, standard_year: after } = newer;
    const before = older.standard_year;
    if (category === null || category !== older.category) continue;
    if (before === null || after === null || before === after) continue;
    const key = `${category} ${before} ${after}`;
    const households = (found.get(key)?.households ?? 0) + 1;
    found.set(key, { category, before, after, households });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function sortKey({ kind, family, person }: RosterChange): string[] {
  const { township, village, village_group, household_id } = family;
  const rank = String(changeKinds.indexOf(kind)).padStart(2, '0');
  return [rank, township, village, village_group, household_id, person?.key ?? ''];
}

function inOrder(changes: readonly RosterChange[]): RosterChange[] {
  const keyed = changes.map((one) => ({ one, key: sortKey(one) }));
  keyed.sort((a, b) => {
    for (const [index, text] of a.key.entries()) {
      const other = b.key[index] ?? '';
      if (text !== other) return text < other ? -1 : 1;
    }
    return 0;
  });
  return keyed.map(({ one }) => one);
}

/** Compares two rosters: what came, left, moved and changed, by kind, then by place. */
export function compareRosters(olders: readonly Family[], newers: readonly Family[]): Comparison {
  const paired = pairFamilies(olders, newers);
  const [members, flows] = comparePersons(paired);
  const whole = (kind: ChangeKind, families: readonly Family[]): RosterChange[] =>
    families.map((family) => {
      const amount = yuanText(family.fen);
      const [before, after] = kind === 'household_in' ? ['', amount] : [amount, ''];
      return { kind, family, person: null, before, after };
    });
  const changes = [
    ...whole('household_in', paired.in),
    ...whole('household_out', paired.out),
    ...paired.pairs.flatMap(householdChanges),
    ...members,
  ];
  return { ...paired, changes: inOrder(changes), flows, standards: standardChanges(paired.pairs) };
}
