import { rewriteNotes } from '../../messages/rewrite.js';
import { columnLetters, mapArea } from '../areas.js';
import { withCarried } from '../carried.js';
import { mapFormula } from '../formula.js';
import type { Notes } from '../notes.js';
import type { CellChange, SheetPlan } from '../plan-types.js';
import { RowMap } from '../row-map.js';
import { Formulas } from '../xlsx/formulas.js';
import { type Merge, mapMerges } from '../xlsx/merges.js';
import { type Book, type BookCell, type BookSheet, isFilled, withoutFormula, withText } from './cells.js';
import { moveFormulas } from './formulas.js';

/** The merged ranges of a sheet as the package's own are: rows from 1. */
export function mergesOf(sheet: BookSheet | undefined): Merge[] {
  return (sheet?.['!merges'] ?? []).map(({ s, e }) => ({
    ...{ first: s.r + 1, last: e.r + 1 },
    ...{ left: s.c, right: e.c },
  }));
}

/** Changes cells and takes rows out of one sheet; its formulas stay as they are. */
function patchSheet(
  name: string,
  sheet: BookSheet,
  plan: SheetPlan,
  changes: ReadonlyMap<number, ReadonlyMap<number, CellChange>>,
  map: RowMap,
  notes: Notes,
): number {
  const rows = sheet['!data'] ?? [];
  const cellOf = (row: number, column: number): BookCell | undefined => rows[row - 1]?.[column];
  const puts: { row: number; column: number; next: BookCell | undefined }[] = [];
  for (const [row, cells] of changes)
    for (const [column, { from, text, unlessBlank }] of cells) {
      const own = cellOf(row, column);
      if (unlessBlank && !isFilled(own)) continue;
      const source = from === undefined ? own : cellOf(from.row, from.column);
      const base = source === undefined ? undefined : withoutFormula(source);
      if (own?.f !== undefined || source?.f !== undefined)
        notes.place(
          rewriteNotes[text === undefined ? 'formula-frozen' : 'formula-replaced'],
          `${name}!${columnLetters(column)}${row}`,
        );
      puts.push({ row, column, next: text === undefined ? base : withText(base, text) });
    }
  let changed = 0;
  for (const { row, column, next } of puts) {
    const own = cellOf(row, column);
    if (own?.v === next?.v && own?.t === next?.t) continue;
    changed++;
    const cells = rows[row - 1] ?? [];
    rows[row - 1] = cells;
    cells[column] = next;
  }
  for (const row of plan.subtotals)
    if ((rows[row - 1] ?? []).some((cell) => cell?.t === 'n' && cell.f === undefined))
      notes.place(rewriteNotes['subtotal-plain'], `${row}(${name})`);
  const merges = mapMerges(mergesOf(sheet), map);
  const stays = (_: unknown, index: number): boolean => !map.isRemoved(index + 1);
  // Array.from fills the holes of sparse arrays, which filter would pass over.
  sheet['!data'] = Array.from(rows, (cells) => cells ?? []).filter(stays);
  if (sheet['!rows'] !== undefined) sheet['!rows'] = Array.from(sheet['!rows']).filter(stays);
  if (sheet['!merges'] !== undefined)
    sheet['!merges'] = merges.map(({ first, last, left, right }) => ({
      s: { r: first - 1, c: left },
      e: { r: last - 1, c: right },
    }));
  for (const key of ['!ref', '!fullref'])
    if (typeof sheet[key] === 'string') sheet[key] = mapArea(sheet[key], map) ?? 'A1';
  const filter = sheet['!autofilter'];
  if (filter !== undefined) filter.ref = mapArea(filter.ref, map) ?? filter.ref;
  return changed;
}

/**
 * Takes rows out of a workbook that SheetJS has read and changes its cells; it is changed in place.
 * @throws DibaoError rewrite-array
 */
export function patchBook(
  book: Book,
  plans: readonly SheetPlan[],
  file: string,
  notes: Notes,
): { rowsRemoved: number; cellsChanged: number } {
  const maps = new Map(plans.map(({ sheet, removed }) => [sheet ?? '', new RowMap(removed)]));
  const formulas = new Formulas(maps, file);
  const changes = new Map(
    plans.map((plan) => {
      const name = plan.sheet ?? '';
      return [
        plan,
        withCarried(plan, mergesOf(book.Sheets[name]), maps.get(name) ?? new RowMap(plan.removed)),
      ] as const;
    }),
  );
  for (const [{ sheet }, cells] of changes)
    for (const [row, columns] of cells)
      for (const column of columns.keys()) formulas.changed(sheet ?? '', row, column);
  for (const name of book.SheetNames)
    for (const [index, cells] of (book.Sheets[name]?.['!data'] ?? []).entries())
      for (const [column, cell] of (cells ?? []).entries())
        if (cell?.f !== undefined) {
          // An array formula of which a row leaves is refused; its range is moved later.
          if (cell.F !== undefined) formulas.arrayRange(cell.F, name, index + 1);
          if (maps.get(name)?.isRemoved(index + 1) !== true) formulas.add(name, index + 1, column, cell.f);
        }
  formulas.settle();

  const stays = new Map<string, number[]>();
  let [rowsRemoved, cellsChanged] = [0, 0];
  for (const [plan, cells] of changes) {
    const name = plan.sheet ?? '';
    const sheet = book.Sheets[name];
    const map = maps.get(name);
    if (sheet === undefined || map === undefined) throw new Error(`no sheet ${name} in ${file}`);
    const count = sheet['!data']?.length ?? 0;
    stays.set(
      name,
      Array.from({ length: count }, (_, index) => index + 1).filter((row) => !map.isRemoved(row)),
    );
    cellsChanged += patchSheet(name, sheet, plan, cells, map, notes);
    rowsRemoved += plan.removed.size;
  }
  const numbers = new Map(plans.map((plan) => [plan.sheet ?? '', plan.numbers]));
  moveFormulas(book, formulas, (sheet, row) => stays.get(sheet)?.[row - 1] ?? row, numbers, notes);
  for (const name of book.Workbook?.Names ?? []) name.Ref = mapFormula(name.Ref, '', maps).text;
  return { rowsRemoved, cellsChanged };
}
