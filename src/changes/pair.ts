import { headOf } from './family.js';
import type { Family, Pair, Paired } from './types.js';

/** Household numbers made of file and row where the roster has none (load/household-fill.ts): no name of a household. */
const isMadeUp = ({ household_id }: Family): boolean => household_id.includes('#');

type Index = ReadonlyMap<string, ReadonlySet<Family>>;

function indexOf(families: Iterable<Family>): Index {
  const found = new Map<string, Set<Family>>();
  for (const family of families)
    for (const { key } of family.members) {
      const own = found.get(key);
      if (own === undefined) found.set(key, new Set([family]));
      else own.add(family);
    }
  return found;
}

const keysOf = ({ members }: Family): Set<string> => new Set(members.map(({ key }) => key));

function sharedBy(older: Family, newer: Family): number {
  const keys = keysOf(older);
  return [...keysOf(newer)].filter((key) => keys.has(key)).length;
}

interface Candidate extends Pair {
  readonly shared: number;
  readonly isWhole: boolean;
  readonly hasHead: boolean;
}

/**
 * Likeness of a household that is gone and one that is there under another number; null where they are two. At least
 * half of the members are the same on both sides; where it is not more, nobody else came or went, or the head stayed.
 */
function candidate(older: Family, newer: Family): Candidate | null {
  const shared = sharedBy(older, newer);
  const [before, after] = [keysOf(older).size, keysOf(newer).size];
  const hasHead = headOf(older)?.key === headOf(newer)?.key;
  const isHalf = shared * 2 >= before && shared * 2 >= after;
  const isMost = shared * 2 > before && shared * 2 > after;
  const isPart = shared === before || shared === after;
  if (!(isMost || (isHalf && (isPart || hasHead)))) return null;
  return { older, newer, shared, isWhole: shared === before && shared === after, hasHead };
}

/** All members the same first, then most members, then the same head; by number where all that is equal. */
function order(a: Candidate, b: Candidate): number {
  if (a.isWhole !== b.isWhole) return a.isWhole ? -1 : 1;
  if (a.shared !== b.shared) return b.shared - a.shared;
  if (a.hasHead !== b.hasHead) return a.hasHead ? -1 : 1;
  const [left, right] = [a, b].map((one) => `${one.older.household_id} ${one.newer.household_id}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

/**
 * Which household of the newer roster is which of the older.
 *
 * A number says so where at least one member is the same, or where none of either's members is anywhere else (a head
 * listed alone who died). Where numbers were given anew, the members say so: all of them, or most.
 */
export function pairFamilies(olders: readonly Family[], newers: readonly Family[]): Paired {
  const byOlder = indexOf(olders);
  const byNewer = indexOf(newers);
  const numbers = new Map(newers.map((one) => [one.household_id, one]));
  const match = new Map<Family, Family>();
  for (const older of olders) {
    const newer = numbers.get(older.household_id);
    if (newer === undefined) continue;
    const isElsewhere =
      older.members.some(({ key }) => byNewer.has(key)) || newer.members.some(({ key }) => byOlder.has(key));
    if (sharedBy(older, newer) > 0 || !(isElsewhere || isMadeUp(older))) match.set(older, newer);
  }
  const taken = new Set(match.values());
  const candidates = olders.flatMap((older) => {
    if (match.has(older)) return [];
    const near = new Set(older.members.flatMap(({ key }) => [...(byNewer.get(key) ?? [])]));
    return [...near].flatMap((newer) => (taken.has(newer) ? [] : (candidate(older, newer) ?? [])));
  });
  for (const { older, newer } of candidates.sort(order)) {
    if (match.has(older) || taken.has(newer)) continue;
    match.set(older, newer);
    taken.add(newer);
  }
  return {
    pairs: [...match].map(([older, newer]) => ({ older, newer })),
    out: olders.filter((one) => !match.has(one)),
    in: newers.filter((one) => !taken.has(one)),
  };
}
