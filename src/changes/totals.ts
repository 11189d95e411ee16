import type { Comparison, Family } from './types.js';

export interface Figures {
  households: number;
  persons: number;
  fen: number;
}

/**
 * Control totals of one row: before + in − out + moved in − moved out (+ added − removed, + up − down) = after.
 * Persons who only changed households are in none but `movedIn` and `movedOut`, and there only between rows.
 */
export interface ControlTotals {
  readonly before: Figures;
  readonly in: Figures;
  readonly out: Figures;
  /** From and to other rows: another township, another category. */
  readonly movedIn: Figures;
  readonly movedOut: Figures;
  /** Covered persons added to and removed from households that stay. */
  added: number;
  removed: number;
  readonly up: { households: number; fen: number };
  readonly down: { households: number; fen: number };
  readonly after: Figures;
}

const none = (): Figures => ({ households: 0, persons: 0, fen: 0 });

function empty(): ControlTotals {
  const sides = { before: none(), in: none(), out: none(), movedIn: none(), movedOut: none(), after: none() };
  return { ...sides, added: 0, removed: 0, up: { households: 0, fen: 0 }, down: { households: 0, fen: 0 } };
}

function add(to: Figures, { covered, fen }: Family, persons = covered): void {
  to.households++;
  to.persons += persons;
  to.fen += fen;
}

/** A sum that must hold: where it does not, it is a defect. */
function hold(key: string, one: ControlTotals): void {
  const { before, in: came, out, movedIn, movedOut, added, removed, up, down, after } = one;
  const sum = (figure: keyof Figures): number =>
    before[figure] + came[figure] - out[figure] + movedIn[figure] - movedOut[figure];
  const sums = {
    households: sum('households'),
    persons: sum('persons') + added - removed,
    fen: sum('fen') + up.fen - down.fen,
  };
  for (const figure of ['households', 'persons', 'fen'] as const)
    if (sums[figure] !== after[figure])
      throw new Error(`control total ${key}, ${figure}: ${sums[figure]} is not ${after[figure]}`);
}

/**
 * Control totals of a comparison by rows of any kind, sorted by their keys.
 * @param keyOf the row of a household
 * @throws Error where a row does not add up: a defect
 */
export function controlTotals(
  { pairs, in: ins, out: outs, flows }: Comparison,
  keyOf: (family: Family) => string,
): Map<string, ControlTotals> {
  const rows = new Map<string, ControlTotals>();
  const rowOf = (family: Family): ControlTotals => {
    const key = keyOf(family);
    const row = rows.get(key) ?? empty();
    rows.set(key, row);
    return row;
  };
  // A household that moved has moved before anything else happened to it.
  const current = new Map(pairs.map(({ older, newer }) => [older, newer]));
  for (const { older, newer } of pairs) {
    const [from, to] = [rowOf(older), rowOf(newer)];
    add(from.before, older);
    add(to.after, newer);
    if (from !== to) {
      add(from.movedOut, older);
      add(to.movedIn, older);
    }
    const way = newer.fen > older.fen ? to.up : to.down;
    if (newer.fen !== older.fen) {
      way.households++;
      way.fen += Math.abs(newer.fen - older.fen);
    }
  }
  for (const family of outs) {
    add(rowOf(family).before, family);
    add(rowOf(family).out, family, 0);
  }
  for (const family of ins) {
    add(rowOf(family).after, family);
    add(rowOf(family).in, family, 0);
  }
  const isNew = new Set(ins);
  for (const { from, to, persons } of flows) {
    const source = from === null ? null : rowOf(current.get(from) ?? from);
    const target = to === null ? null : rowOf(to);
    if (source === target) continue;
    if (source !== null && target !== null) {
      source.movedOut.persons += persons;
      target.movedIn.persons += persons;
    } else if (target !== null && to !== null) {
      if (isNew.has(to)) target.in.persons += persons;
      else target.added += persons;
    } else if (source !== null && from !== null) {
      if (current.has(from)) source.removed += persons;
      else source.out.persons += persons;
    }
  }
  for (const [key, row] of rows) hold(key, row);
  return new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));
}
