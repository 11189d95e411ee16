import { rewriteNotes } from '../../messages/rewrite.js';
import type { ZipPackage } from '../../read/xlsx/zip.js';
import { columnLetters } from '../areas.js';
import { withCarried } from '../carried.js';
import { readsOf } from '../formula.js';
import type { Notes } from '../notes.js';
import type { CellChange, CellPlace, SheetPlan } from '../plan-types.js';
import type { RowMap } from '../row-map.js';
import {
  type Cell,
  type CellFormula,
  formulaOf,
  isFilled,
  movedRow,
  RowCells,
  withoutFormula,
  withText,
} from './cells.js';
import { type Formulas, SharedFormulas } from './formulas.js';
import { type Piece, sheetPieces } from './pieces.js';
import type { SheetPart } from './workbook.js';
import { escapeXml } from './xml.js';

/** One sheet that is written anew. */
export interface SheetJob {
  readonly sheet: SheetPart;
  readonly map: RowMap;
  readonly changes: ReadonlyMap<number, ReadonlyMap<number, CellChange>>;
  readonly subtotals: ReadonlySet<number>;
  readonly numbers: ReadonlySet<number>;
  /** Cells of rows that leave, or of others, whose content comes to another place: `row column`. */
  readonly taken: Map<string, TakenCell>;
}

/** A cell as it stood in its own row, and its formula, shared ones told out. */
interface TakenCell {
  readonly cell: Cell;
  readonly formula: string | null;
}

/** The changes of a plan, and values of merged ranges whose first row leaves. */
export function jobOf(sheet: SheetPart, plan: SheetPlan | undefined, map: RowMap): SheetJob {
  const changes = withCarried(plan, sheet.merges, map);
  return {
    sheet,
    map,
    changes,
    subtotals: new Set(plan?.subtotals),
    numbers: plan?.numbers ?? new Set(),
    taken: new Map(),
  };
}

/** Takes the cells that come to other places, and tells of the formulas of rows that stay. */
export async function surveyRows(zip: ZipPackage, job: SheetJob, formulas: Formulas): Promise<void> {
  const { sheet, map, changes, taken } = job;
  const wanted = new Map<number, Set<number>>();
  for (const [row, cells] of changes)
    for (const [column, { from }] of cells) {
      formulas.changed(sheet.name, row, column);
      if (from !== undefined) wanted.set(from.row, (wanted.get(from.row) ?? new Set()).add(from.column));
    }
  if (wanted.size === 0 && !sheet.hasFormulas) return;
  const shared = new SharedFormulas();
  for await (const piece of sheetPieces(zip.read(sheet.part))) {
    if (piece.kind !== 'row') continue;
    const columns = wanted.get(piece.row);
    const hasFormulas = piece.text.includes(`<${sheet.prefix}f`);
    if (columns === undefined && !hasFormulas) continue;
    const cells = new RowCells(piece.text, sheet.prefix);
    for (const cell of cells.cells) {
      const formula = hasFormulas ? cells.formula(cell) : null;
      const text = formula === null ? null : shared.textOf(formula, piece.row, cell);
      if (formula !== null) formulas.checkRange(formula, sheet.name, piece.row);
      if (columns?.has(cell.column)) {
        const moves = formula !== null && formula.kind !== 'array' ? text : null;
        taken.set(`${piece.row} ${cell.column}`, { cell, formula: moves });
      }
      const isSet = changes.get(piece.row)?.has(cell.column) === true;
      if (text !== null && !map.isRemoved(piece.row) && !isSet)
        formulas.add(sheet.name, piece.row, cell.column, text);
    }
  }
}

/** A sum over rows that have all left. */
const EMPTY_SUM = /^\s*(?:SUM|COUNT|COUNTA|SUBTOTAL)\((?:\d+,)?#REF!\)\s*$/i;

/** Writes the rows of one sheet anew. */
export class RowWriter {
  cellsChanged = 0;
  rowsRemoved = 0;
  readonly #job: SheetJob;
  readonly #formulas: Formulas;
  readonly #notes: Notes;
  readonly #shared = new SharedFormulas();
  readonly #open: Set<number>;

  constructor(job: SheetJob, formulas: Formulas, notes: Notes) {
    this.#job = job;
    this.#formulas = formulas;
    this.#notes = notes;
    this.#open = new Set(job.changes.keys());
  }

  /** @throws Error where a row that changes is not in the sheet */
  async *texts(zip: ZipPackage, head: string, tail: string): AsyncGenerator<string> {
    for await (const piece of sheetPieces(zip.read(this.#job.sheet.part)))
      yield this.#text(piece, head, tail);
    if (this.#open.size > 0)
      throw new Error(`rows ${[...this.#open].slice(0, 5).join()} are not in ${this.#job.sheet.name}`);
  }

  #text(piece: Piece, head: string, tail: string): string {
    if (piece.kind === 'head') return head;
    if (piece.kind === 'tail') return tail;
    return piece.kind === 'gap' ? piece.text : this.#row(piece.text, piece.row);
  }

  #row(text: string, row: number): string {
    const { sheet, map, changes, subtotals } = this.#job;
    const { prefix } = sheet;
    const own = changes.get(row);
    const hasFormulas = text.includes(`<${prefix}f`);
    this.#open.delete(row);
    if (map.isRemoved(row)) {
      this.rowsRemoved++;
      // The first cell of a shared formula may be among its cells.
      if (hasFormulas) this.#learnShared(new RowCells(text, prefix), row);
      return '';
    }
    if (subtotals.has(row)) this.#tellPlainSum(new RowCells(text, prefix), row);
    const to = map.nearest(row);
    if (own === undefined && !hasFormulas) return to === row ? text : movedRow(text, prefix, to);
    const cells = new RowCells(text, prefix);
    let isChanged = to !== row;
    for (const cell of [...cells.cells]) {
      const formula = hasFormulas ? cells.formula(cell) : null;
      if (formula === null) continue;
      const text = this.#shared.textOf(formula, row, cell);
      const next = own?.has(cell.column) === true ? cell : this.#formulaCell(cell, formula, text, row);
      if (next !== cell) {
        cells.put(next);
        isChanged = true;
      }
    }
    for (const [column, change] of own ?? []) if (this.#change(cells, row, column, change)) isChanged = true;
    return isChanged ? cells.toText(to) : text;
  }

  #learnShared(cells: RowCells, row: number): void {
    for (const cell of cells.cells) {
      const formula = cells.formula(cell);
      if (formula !== null) this.#shared.textOf(formula, row, cell);
    }
  }

  #tellPlainSum(cells: RowCells, row: number): void {
    const { prefix } = this.#job.sheet;
    const isPlain = cells.cells.some(
      (cell) => cell.type === '' && isFilled(cell, prefix) && cells.formula(cell) === null,
    );
    if (isPlain) this.#notes.place(rewriteNotes['subtotal-plain'], `${row}(${this.#job.sheet.name})`);
  }

  /** A cell with a formula, its references moved, its value left out where it is another now. */
  #formulaCell(cell: Cell, formula: CellFormula, text: string | null, row: number): Cell {
    const { name, prefix } = this.#job.sheet;
    const { attributes, kind, element } = formula;
    const place = `${name}!${columnLetters(cell.column)}${row}`;
    const mapped = this.#formulas.map(text ?? formula.text, name);
    if (mapped.isLost) {
      const isZero = EMPTY_SUM.test(mapped.text);
      const plain = withoutFormula(cell, prefix);
      const kept = isFilled(plain, prefix) ? 'formula-frozen' : 'formula-lost';
      this.#notes.place(rewriteNotes[isZero ? 'formula-zero' : kept], place);
      return isZero ? { ...plain, type: '', content: `<${prefix}v>0</${prefix}v>` } : plain;
    }
    const isNumber = this.#job.numbers.has(cell.column) && !this.#job.subtotals.has(row);
    const isDirty = !isNumber && this.#formulas.isDirty(name, { row, column: cell.column });
    // Told out, a shared formula is one of its own.
    const own =
      kind === 'shared'
        ? attributes.replace(/\s(?:t|ref|si)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
        : attributes.replace(
            /(\sref\s*=\s*["'])([^"']*)/,
            (_, start: string, range: string) => start + this.#formulas.arrayRange(range, name, row),
          );
    const next = `<${prefix}f${own}>${escapeXml(mapped.text)}</${prefix}f>`;
    const isSame = mapped.text === formula.text && own === attributes;
    if (isSame && !isDirty) return cell;
    const content = cell.content.replace(element, () => (isSame ? element : next));
    if (!isDirty) return { ...cell, content };
    const value = new RegExp(`<${prefix}v(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</${prefix}v\\s*>)`);
    return { ...cell, type: cell.type === 'e' ? '' : cell.type, content: content.replace(value, '') };
  }

  #change(cells: RowCells, row: number, column: number, change: CellChange): boolean {
    const { sheet, taken } = this.#job;
    const { prefix } = sheet;
    const own = cells.at(column) ?? { column, more: '', style: null, type: '', content: '' };
    if (change.unlessBlank && !isFilled(own, prefix)) return false;
    const { from, text } = change;
    const source = from === undefined ? undefined : taken.get(`${from.row} ${from.column}`);
    const blank = { ...own, type: '', content: '' };
    const base = { ...(from === undefined ? own : (source?.cell ?? blank)), column };
    const place = `${sheet.name}!${columnLetters(column)}${row}`;
    let next = text === undefined ? withoutFormula(base, prefix) : withText(base, text, prefix);
    if (formulaOf(base.content, prefix) !== null) {
      const moved =
        text === undefined ? this.#carriedFormula(base, source?.formula ?? null, from, row) : null;
      if (moved !== null) next = moved;
      else {
        const kept = isFilled(next, prefix) ? 'formula-frozen' : 'formula-lost';
        this.#notes.place(rewriteNotes[text === undefined ? kept : 'formula-replaced'], place);
      }
    }
    if (next.content === own.content && next.type === own.type && next.style === own.style) return false;
    cells.put(next);
    if (next.content !== own.content || next.type !== own.type) this.cellsChanged++;
    return true;
  }

  /** The formula of a row that leaves as it reads from the row that it comes to; null where cells that it read are gone. */
  #carriedFormula(cell: Cell, formula: string | null, from: CellPlace | undefined, row: number): Cell | null {
    const { sheet, map, changes } = this.#job;
    const { prefix, name } = sheet;
    if (formula === null || from === undefined) return null;
    const { references, isOpaque } = readsOf(formula, name);
    const own = changes.get(row);
    const to = map.nearest(row);
    const comes = (column: number): boolean => own?.has(column) === true;
    const mapped = this.#formulas.map(formula, name, { from: from.row, to, comes });
    if (mapped.isLost) return null;
    const isKnown = references.every(
      (one) =>
        one.sheet === name &&
        one.first === from.row &&
        one.last === from.row &&
        !this.#isStale(row, one.left),
    );
    const plain = withoutFormula(cell, prefix);
    const value = this.#job.numbers.has(cell.column) || (isKnown && !isOpaque) ? plain.content : '';
    return { ...plain, content: `<${prefix}f>${escapeXml(mapped.text)}</${prefix}f>${value}` };
  }

  /** Whether a cell that is carried says another figure than before: a new one, or what a formula makes of it. */
  #isStale(row: number, column: number): boolean {
    const { sheet, changes, taken } = this.#job;
    const change = changes.get(row)?.get(column);
    if (change?.text !== undefined || change?.from === undefined) return change?.text !== undefined;
    const { formula = null } = taken.get(`${change.from.row} ${change.from.column}`) ?? {};
    if (formula === null) return false;
    return readsOf(formula, sheet.name).references.some(
      ({ left, first }) => first === change.from?.row && left !== column && this.#isStale(row, left),
    );
  }
}
