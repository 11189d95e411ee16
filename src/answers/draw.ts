import type { LedgerState } from '../ledger/state.js';
import { firstByHash } from '../sample/hash-draw.js';
import { isOpen, type SecondLook } from './second-look.js';

/** What is drawn from: one township's households, by number. */
export interface Population {
  readonly township: string;
  /** Households with a dismissed case that is not settled, and those cases. */
  readonly dismissed: ReadonlyMap<string, readonly string[]>;
  readonly unflagged: readonly string[];
}

/** A township's draw. */
export interface Draw {
  readonly township: string;
  readonly population: { readonly dismissed: number; readonly unflagged: number };
  /** Household numbers in the order of the draw. */
  readonly dismissed: readonly string[];
  readonly unflagged: readonly string[];
  /** Cases of the drawn dismissed households. */
  readonly cases: readonly string[];
}

/**
 * The first of some households by SHA-256 of seed, township and number: anybody can work the draw out again with the
 * seed and a list. At least one where there are any.
 * @param share of them, 0 to 1
 */
export function drawFrom(ids: readonly string[], share: number, seed: string, stratum: string): string[] {
  const count = Math.min(ids.length, Math.ceil(ids.length * share - 1e-9));
  const wanted = share > 0 ? Math.max(count, Math.min(1, ids.length)) : 0;
  return firstByHash(ids, wanted, seed, stratum);
}

/**
 * The townships' populations, in order of name.
 * @param households number → township of every household of the roster
 */
export function populationsOf(state: LedgerState, households: ReadonlyMap<string, string>): Population[] {
  const townships = new Map<string, { dismissed: Map<string, string[]>; unflagged: string[] }>();
  const of = (township: string) => {
    let own = townships.get(township);
    if (own === undefined) {
      own = { dismissed: new Map(), unflagged: [] };
      townships.set(township, own);
    }
    return own;
  };
  const flagged = new Set<string>();
  for (const { slip, stage, finding } of state.cases.values()) {
    flagged.add(slip.household_id);
    // Nobody who is on no roster can be called on as a household of it.
    if (stage !== 'verified' || finding?.verdict !== 'dismissed' || !households.has(slip.household_id))
      continue;
    const { dismissed } = of(slip.township);
    const cases = dismissed.get(slip.household_id);
    if (cases === undefined) dismissed.set(slip.household_id, [slip.case_id]);
    else cases.push(slip.case_id);
  }
  for (const [id, township] of households) if (!flagged.has(id)) of(township).unflagged.push(id);
  return [...townships]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([township, { dismissed, unflagged }]) => ({ township, dismissed, unflagged: unflagged.sort() }));
}

/** Draws one township's households. */
export function drawOf({ township, dismissed, unflagged }: Population, share: number, seed: string): Draw {
  const ids = [...dismissed.keys()].sort();
  const drawn = drawFrom(ids, share, seed, `${township}/dismissed`);
  return {
    township,
    population: { dismissed: ids.length, unflagged: unflagged.length },
    dismissed: drawn,
    unflagged: drawFrom(unflagged, share, seed, `${township}/unflagged`),
    cases: drawn.flatMap((id) => [...(dismissed.get(id) ?? [])].sort()),
  };
}

/** Townships whose last second look is still out. */
export function stillOut(looks: readonly SecondLook[]): Set<string> {
  return new Set(looks.filter((look) => !look.returned && isOpen(look)).map(({ township }) => township));
}
