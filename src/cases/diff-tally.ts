import { type DiffEntry, type DiffKind, diffKinds } from './diff.js';

export type DiffCounts = Record<DiffKind, number>;

/** The counts of one check or township. */
export interface DiffRow {
  readonly name: string;
  /** Of a check; '' of a township. */
  readonly title: string;
  readonly counts: DiffCounts;
}

const each = <T>(make: (kind: DiffKind) => T): Record<DiffKind, T> =>
  Object.fromEntries(diffKinds.map((kind) => [kind, make(kind)])) as Record<DiffKind, T>;
const none = (): DiffCounts => each(() => 0);

/** Counts cases while they pass by. */
export class DiffTally {
  readonly total: DiffCounts = none();
  /** Households with at least one case of the kind. */
  readonly #households = each(() => new Set<string>());
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
    return each((kind) => this.#households[kind].size);
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
