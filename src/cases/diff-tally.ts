import type { DiffEntry, DiffKind } from './diff.js';

export type DiffCounts = Record<DiffKind, number>;

/** The counts of one check or township. */
export interface DiffRow {
  readonly name: string;
  /** Of a check; '' of a township. */
  readonly title: string;
  readonly counts: DiffCounts;
}

const none = (): DiffCounts => ({ new: 0, changed: 0, recurring: 0, resolved: 0, unknown: 0 });

/** Counts cases while they pass by. */
export class DiffTally {
  readonly total: DiffCounts = none();
  /** Households with at least one case of the kind. */
  readonly #households: Readonly<Record<DiffKind, Set<string>>> = {
    new: new Set(),
    changed: new Set(),
    recurring: new Set(),
    resolved: new Set(),
    unknown: new Set(),
  };
  readonly #checks = new Map<string, DiffRow>();
  readonly #townships = new Map<string, DiffRow>();

  add({ kind, one }: DiffEntry): void {
    this.total[kind]++;
    this.#households[kind].add(one.household_id);
    for (const [rows, name, title] of [
      [this.#checks, one.check, one.title],
      [this.#townships, one.township, ''],
    ] as const) {
      let row = rows.get(name);
      if (row === undefined) {
        row = { name, title, counts: none() };
        rows.set(name, row);
      }
      row.counts[kind]++;
    }
  }

  get households(): DiffCounts {
    const { new: added, changed, recurring, resolved, unknown } = this.#households;
    return {
      new: added.size,
      changed: changed.size,
      recurring: recurring.size,
      resolved: resolved.size,
      unknown: unknown.size,
    };
  }

  /** By id. */
  get checks(): DiffRow[] {
    return byName(this.#checks);
  }

  get townships(): DiffRow[] {
    return byName(this.#townships);
  }
}

function byName(rows: ReadonlyMap<string, DiffRow>): DiffRow[] {
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
