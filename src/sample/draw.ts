import { chances, drawCommunities } from './communities.js';
import { firstByHash } from './hash-draw.js';
import { allocate } from './size.js';
import type { Candidate, CommunityChance, Draw, Drawn, Stratum } from './types.js';

/** How communities are drawn first. */
export interface FirstStage {
  /** district: out of all communities; street: out of each township's. */
  readonly level: 'district' | 'street';
  /** How many of a pool of so many communities. */
  readonly count: (communities: number) => number;
  /** A household with a case counts so many households more in the size of its community. */
  readonly risk: number;
}

export interface Design {
  readonly seed: string;
  /** Null: households are drawn at once, from every community. */
  readonly first: FirstStage | null;
  /** How many households, of so many that can be drawn. */
  readonly size: (households: number) => number;
  /** Households a stratum gives at least, or all it has. */
  readonly minimum: number;
  /** Households to be looked at hardest count so many times; null: every one of them is drawn. */
  readonly focus: number | null;
}

/** The parts of a key; no name of a place holds a line feed. */
const joined = (...parts: readonly string[]): string => parts.join('\n');

function groups<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const own = found.get(key);
    if (own === undefined) found.set(key, [item]);
    else own.push(item);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const placeOf = ({ township, village }: { township: string; village: string }): string =>
  joined(township, village);

function firstStage(candidates: readonly Candidate[], design: Design, first: FirstStage): CommunityChance[] {
  const places = [...groups(candidates, placeOf).values()].flatMap((own) => {
    const [one] = own;
    if (one === undefined) return [];
    const { township, village } = one;
    const flagged = own.filter(({ status }) => status === 'flagged').length;
    const pool = first.level === 'street' ? township : '*';
    return [{ township, village, pool, households: own.length, flagged }];
  });
  return [...groups(places, ({ pool }) => pool)].flatMap(([pool, own]) => {
    const sized = own.map((one) => ({
      name: placeOf(one),
      size: one.households + first.risk * one.flagged,
    }));
    const count = Math.min(own.length, first.count(own.length));
    const wanted = chances(sized, count);
    const drawn = new Set(drawCommunities(sized, wanted, count, design.seed, pool));
    return own.map((one, index) => ({ ...one, chance: wanted[index] ?? 0, isDrawn: drawn.has(index) }));
  });
}

interface Cell {
  readonly name: string;
  readonly one: Candidate;
  readonly own: ReadonlyMap<string, Candidate>;
}

/** Strata: township × category × class × status, in two stages within each drawn community. */
function cellsOf(candidates: readonly Candidate[], isTwoStage: boolean): Cell[] {
  const nameOf = (one: Candidate): string =>
    [one.township, ...(isTwoStage ? [one.village] : []), one.category, one.class, one.status].join('/');
  return [...groups(candidates, nameOf)].flatMap(([name, own]) => {
    const [one] = own;
    return one === undefined
      ? []
      : [{ name, one, own: new Map(own.map((each) => [each.household_id, each])) }];
  });
}

function sizesOf(cells: readonly Cell[], wished: number, { minimum, focus }: Design): number[] {
  const isCertain = ({ one }: Cell): boolean => focus === null && one.status === 'focus';
  const certain = cells.filter(isCertain).reduce((sum, { own }) => sum + own.size, 0);
  const open = cells.filter((cell) => !isCertain(cell));
  const shares = open.map(({ one, own }) => ({
    households: own.size,
    multiple: one.status === 'focus' ? (focus ?? 1) : 1,
  }));
  const sizes = allocate(shares, Math.max(0, wished - certain), minimum);
  return cells.map((cell) => (isCertain(cell) ? cell.own.size : (sizes[open.indexOf(cell)] ?? 0)));
}

/**
 * Draws households for visits: strata township × category × class × flagged or not; in two stages communities first,
 * by size and risk, then households in each that was drawn. The same seed gives the same draw, whatever the order of
 * the candidates.
 */
export function drawSample(candidates: readonly Candidate[], design: Design): Draw {
  const communities = design.first === null ? [] : firstStage(candidates, design, design.first);
  const chosen = new Map(communities.filter(({ isDrawn }) => isDrawn).map((one) => [placeOf(one), one]));
  const open = design.first === null ? candidates : candidates.filter((one) => chosen.has(placeOf(one)));
  const cells = cellsOf(open, design.first !== null);
  const wished = Math.min(open.length, design.size(open.length));
  const sizes = sizesOf(cells, wished, design);
  const strata: Stratum[] = [];
  const households: Drawn[] = [];
  for (const [index, { name, one, own }] of cells.entries()) {
    const count = sizes[index] ?? 0;
    const { household_id: _, ...stratum } = one;
    strata.push({
      ...stratum,
      village: design.first === null ? '' : one.village,
      name,
      households: own.size,
      drawn: count,
    });
    const community = chosen.get(placeOf(one));
    for (const [at, id] of firstByHash([...own.keys()], count, design.seed, name).entries()) {
      const candidate = own.get(id) ?? one;
      const communityChance = community?.chance ?? 1;
      const householdChance = count / own.size;
      households.push({
        ...candidate,
        pool: community?.pool ?? '',
        community_chance: communityChance,
        household_chance: householdChance,
        chance: communityChance * householdChance,
        stratum: name,
        stratum_households: own.size,
        stratum_drawn: count,
        order: at + 1,
        seed: design.seed,
      });
    }
  }
  return { seed: design.seed, communities, population: open.length, wished, strata, households };
}
