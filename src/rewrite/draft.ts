import type { RosterMember, RosterPlace } from '../roster/read-roster.js';
import type { LearnedRow, LearnedTable } from './learn.js';
import type { Notes } from './notes.js';
import type { CellChange, MergeLookup, SheetPlan } from './plan-types.js';
import type { HouseholdEdit } from './types.js';

/** What becomes of one sheet, while it is being decided. */
export class SheetDraft {
  readonly removed = new Set<number>();
  readonly changes = new Map<number, Map<number, CellChange>>();
  readonly merges: MergeLookup;

  constructor(merges: MergeLookup) {
    this.merges = merges;
  }

  change(row: number, column: number): CellChange | undefined {
    return this.changes.get(row)?.get(column);
  }

  set(row: number, column: number, change: CellChange): void {
    const cells = this.changes.get(row) ?? new Map<number, CellChange>();
    cells.set(column, change);
    this.changes.set(row, cells);
  }

  /** Where the content of a cell stands: above it, where a merged range repeats it. */
  origin(row: number, column: number): number {
    return this.merges.at(row, column)?.first ?? row;
  }

  /** The first row of the merged range over a cell that stays, which will carry its value; the row itself without one. */
  carrier(row: number, column: number): number {
    const merge = this.merges.at(row, column);
    if (merge === null) return row;
    for (let at = merge.first; at < row; at++) if (!this.removed.has(at)) return at;
    return row;
  }

  plan(sheet: string | null, tables: readonly LearnedTable[]): SheetPlan {
    const touched = [...this.removed, ...this.changes.keys()];
    const first = touched.reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
    for (const row of this.removed) this.changes.delete(row);
    const subtotals = tables.flatMap((table) => table.subtotals.filter(({ row }) => row > first));
    const columns = tables.flatMap(({ layout }) => layout.columns);
    return {
      sheet,
      removed: this.removed,
      changes: this.changes,
      subtotals: subtotals.map(({ row }) => row),
      numbers: new Set(columns.flatMap(({ field, index }) => (field === 'household_id' ? [index] : []))),
    };
  }
}

/** One file of the roster, while it is being decided what becomes of it. */
export interface FileDraft {
  readonly path: string;
  readonly tables: readonly LearnedTable[];
  readonly notes: Notes;
  sheet(name: string | null): SheetDraft;
}

/** The part of a household that stands in one table. */
export interface Slice {
  readonly edit: HouseholdEdit;
  readonly file: FileDraft;
  readonly table: LearnedTable;
  readonly sheet: SheetDraft;
  /** All its rows, also of persons who are no members (who have left long ago, who live elsewhere). */
  readonly rows: readonly LearnedRow[];
  readonly members: readonly { readonly member: RosterMember; readonly place: RosterPlace }[];
}

/** Finds the rows of households in the tables of the files. */
export class Slices {
  readonly #files: ReadonlyMap<string, FileDraft>;
  readonly #rows = new WeakMap<LearnedTable, Map<number, LearnedRow>>();
  readonly #households = new WeakMap<LearnedTable, Map<string, LearnedRow[]>>();

  constructor(files: readonly FileDraft[]) {
    this.#files = new Map(files.map((file) => [file.path, file]));
    for (const { tables } of files) for (const table of tables) this.#index(table);
  }

  #index(table: LearnedTable): void {
    const households = new Map<string, LearnedRow[]>();
    for (const row of table.rows) {
      const own = households.get(row.household);
      if (own === undefined) households.set(row.household, [row]);
      else own.push(row);
    }
    this.#rows.set(table, new Map(table.rows.map((row) => [row.row, row])));
    this.#households.set(table, households);
  }

  /** @throws Error for a place where no row of persons was read: the file is another than the one the edits are of */
  of(edit: HouseholdEdit): Slice[] {
    const members = edit.household.members.flatMap((member) =>
      member.places.map((place) => ({ member, place })),
    );
    const byTable = new Map<LearnedTable, { file: FileDraft; members: typeof members }>();
    for (const one of members) {
      const { path, sheet, row } = one.place;
      const file = this.#files.get(path);
      const table = file?.tables.find(
        (other) => other.sheet === sheet && this.#rows.get(other)?.has(row) === true,
      );
      if (file === undefined || table === undefined)
        throw new Error(`no row ${row} of persons in ${one.place.file} ${sheet ?? ''}`);
      const slice = byTable.get(table) ?? { file, members: [] };
      slice.members.push(one);
      byTable.set(table, slice);
    }
    return [...byTable].map(([table, slice]) => {
      const rows = slice.members.flatMap(({ place }) => this.#rows.get(table)?.get(place.row) ?? []);
      const all = new Set(rows);
      for (const { household } of rows)
        if (household !== '')
          for (const row of this.#households.get(table)?.get(household) ?? []) all.add(row);
      return {
        edit,
        file: slice.file,
        table,
        sheet: slice.file.sheet(table.sheet),
        rows: [...all].sort((a, b) => a.row - b.row),
        members: slice.members,
      };
    });
  }
}
