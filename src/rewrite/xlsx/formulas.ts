import { DibaoError } from '../../errors.js';
import {
  type Carried,
  type MappedFormula,
  mapFormula,
  movedFormula,
  type Reference,
  readsOf,
} from '../formula.js';
import type { RowMap } from '../row-map.js';
import type { Cell, CellFormula } from './cells.js';

/** A cell with a formula, and what it reads. */
interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly references: readonly Reference[];
  readonly isOpaque: boolean;
}

/** Cells whose value may be another than it was, by column. */
class Dirty {
  readonly #columns = new Map<number, Set<number>>();

  add(row: number, column: number): boolean {
    const rows = this.#columns.get(column) ?? new Set<number>();
    this.#columns.set(column, rows);
    const before = rows.size;
    rows.add(row);
    return rows.size > before;
  }

  has(row: number, column: number): boolean {
    return this.#columns.get(column)?.has(row) === true;
  }

  meets({ first, last, left, right }: Reference): boolean {
    for (const [column, rows] of this.#columns) {
      if (column < left || column > right) continue;
      if (first === last && rows.has(first)) return true;
      if (first < last) for (const row of rows) if (row >= first && row <= last) return true;
    }
    return false;
  }
}

/** The formulas of a workbook: which of them move, and whose values are no longer known. */
export class Formulas {
  readonly #maps: ReadonlyMap<string, RowMap>;
  readonly #file: string;
  readonly #cells = new Map<string, FormulaCell[]>();
  readonly #dirty = new Map<string, Dirty>();
  /** Sheets of which a formula is written otherwise. */
  readonly #moved = new Set<string>();
  /** Sheets of which a formula comes to another value. */
  readonly #stale = new Set<string>();
  /** Whether the workbook has any formula in rows that stay. */
  any = false;

  constructor(maps: ReadonlyMap<string, RowMap>, file: string) {
    this.#maps = maps;
    this.#file = file;
  }

  #of(sheet: string): Dirty {
    const dirty = this.#dirty.get(sheet) ?? new Dirty();
    this.#dirty.set(sheet, dirty);
    return dirty;
  }

  /** A cell that changes. */
  changed(sheet: string, row: number, column: number): void {
    this.#of(sheet).add(row, column);
  }

  /** A formula as it stands in the file, of a row that stays; shared ones told out. */
  add(sheet: string, row: number, column: number, formula: string): void {
    this.any = true;
    const cells = this.#cells.get(sheet) ?? [];
    this.#cells.set(sheet, cells);
    cells.push({ row, column, ...readsOf(formula, sheet) });
    const { text, isLost } = mapFormula(formula, sheet, this.#maps);
    if (isLost || text !== formula) this.#moved.add(sheet);
  }

  /** Follows what reads what: a formula over changed cells or over rows that left is to be worked out anew. */
  settle(): void {
    const meets = (one: FormulaCell): boolean =>
      one.isOpaque ||
      one.references.some(
        (reference) =>
          (this.#maps.get(reference.sheet)?.count(reference.first, reference.last) ?? 0) > 0 ||
          this.#dirty.get(reference.sheet)?.meets(reference) === true,
      );
    for (let found = true; found; ) {
      found = false;
      for (const [sheet, cells] of this.#cells) {
        const clean: FormulaCell[] = [];
        for (const cell of cells)
          if (meets(cell)) {
            this.#of(sheet).add(cell.row, cell.column);
            this.#stale.add(sheet);
            found = true;
          } else clean.push(cell);
        this.#cells.set(sheet, clean);
      }
    }
    // A roster may have a formula in every row; what they read is not asked for again.
    this.#cells.clear();
  }

  /** Whether a sheet without edits must be written all the same. */
  touches(sheet: string): boolean {
    return this.#moved.has(sheet) || this.#stale.has(sheet);
  }

  isDirty(sheet: string, { row, column }: { row: number; column: number }): boolean {
    return this.#dirty.get(sheet)?.has(row, column) === true;
  }

  map(formula: string, sheet: string, carried?: Carried): MappedFormula {
    return mapFormula(formula, sheet, this.#maps, undefined, carried);
  }

  /**
   * An array formula or data table stays whole, or leaves whole: only its first cell says what fills the others.
   * @throws DibaoError rewrite-array where some of its rows leave
   */
  checkRange({ kind, attributes }: CellFormula, sheet: string, row: number): void {
    const range = /\sref\s*=\s*["']([^"']*)/.exec(attributes)?.[1];
    if (range !== undefined && kind !== 'shared') this.#checked(range, sheet, row);
  }

  #checked(range: string, sheet: string, row: number): void {
    const rows = [...range.matchAll(/\d+/g)].map(Number);
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const leave = this.#maps.get(sheet)?.count(first, last) ?? 0;
    if (leave > 0 && leave <= last - first)
      throw new DibaoError('rewrite-array', { range }, { file: this.#file, sheet, row });
  }

  /**
   * The range of an array formula or a data table after rows have left.
   * @throws DibaoError rewrite-array where some of its rows leave
   */
  arrayRange(range: string, sheet: string, row: number): string {
    const map = this.#maps.get(sheet);
    if (map === undefined) return range;
    this.#checked(range, sheet, row);
    return range.replace(/\d+/g, (text) => String(map.nearest(Number(text))));
  }
}

/** Tells shared formulas out: only the first cell of each has its text. */
export class SharedFormulas {
  readonly #masters = new Map<string, { text: string; row: number; column: number }>();

  /** The cell's own formula; null for one that fills no cell by itself (a data table). */
  textOf(formula: CellFormula, row: number, { column }: Cell): string | null {
    if (formula.kind !== 'shared') return formula.kind === 'dataTable' ? null : formula.text;
    const index = /\ssi\s*=\s*["'](\d+)["']/.exec(formula.attributes)?.[1] ?? '';
    if (formula.text !== '') {
      this.#masters.set(index, { text: formula.text, row, column });
      return formula.text;
    }
    const master = this.#masters.get(index);
    return master === undefined ? '' : movedFormula(master.text, row - master.row, column - master.column);
  }
}
