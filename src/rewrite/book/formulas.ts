import { rewriteNotes } from '../../messages/rewrite.js';
import { columnLetters } from '../areas.js';
import { readsOf } from '../formula.js';
import type { Notes } from '../notes.js';
import type { Formulas } from '../xlsx/formulas.js';
import { type Book, type BookCell, withoutFormula } from './cells.js';

const SUM = /^\s*(?:SUM|SUBTOTAL)\(\s*(?:(?:9|109)\s*,)?[^()]*\)\s*$/i;
const EMPTY_SUM = /^\s*(?:SUM|COUNT|COUNTA|SUBTOTAL)\((?:\d+,)?#REF!\)\s*$/i;

/** The sum of the numbers that a SUM names; null where the formula is none. */
function sumOf(book: Book, formula: string, sheet: string): number | null {
  if (!SUM.test(formula)) return null;
  let fen = 0;
  for (const { sheet: other, first, last, left, right } of readsOf(formula, sheet).references) {
    const rows = book.Sheets[other]?.['!data'] ?? [];
    for (let row = first; row <= Math.min(last, rows.length); row++)
      for (let column = left; column <= Math.min(right, rows[row - 1]?.length ?? 0); column++) {
        const cell = rows[row - 1]?.[column];
        if (cell?.t === 'n' && typeof cell.v === 'number') fen += Math.round(cell.v * 10_000);
      }
  }
  return fen / 10_000;
}

/**
 * Moves the formulas of a workbook whose rows have left already. What programs do not work out on opening is worked out
 * here where it is a sum, and left blank else: a figure of before would be a wrong one.
 * @param before the place of each row of a sheet before, by its place now
 * @param numbers columns whose values are kept: those of household numbers
 */
export function moveFormulas(
  book: Book,
  formulas: Formulas,
  before: (sheet: string, row: number) => number,
  numbers: ReadonlyMap<string, ReadonlySet<number>>,
  notes: Notes,
): void {
  const sums: { cell: BookCell; sheet: string }[] = [];
  for (const sheet of book.SheetNames)
    for (const [index, cells] of (book.Sheets[sheet]?.['!data'] ?? []).entries())
      for (const [column, cell] of (cells ?? []).entries()) {
        if (cell?.f === undefined) continue;
        const row = before(sheet, index + 1);
        const place = `${sheet}!${columnLetters(column)}${row}`;
        const { text, isLost } = formulas.map(cell.f, sheet);
        if (isLost) {
          const isZero = EMPTY_SUM.test(text);
          cells[column] = isZero ? { ...withoutFormula(cell), t: 'n', v: 0 } : withoutFormula(cell);
          notes.place(rewriteNotes[isZero ? 'formula-zero' : 'formula-frozen'], place);
          continue;
        }
        cell.f = text;
        if (cell.F !== undefined) cell.F = formulas.arrayRange(cell.F, sheet, row);
        if (!formulas.isDirty(sheet, { row, column }) || numbers.get(sheet)?.has(column) === true) continue;
        if (SUM.test(text)) sums.push({ cell, sheet });
        else {
          cells[column] = undefined;
          notes.place(rewriteNotes['formula-lost'], place);
        }
      }
  // A sum of sums is right once those are: twice is enough for subtotals and a total.
  for (let round = 0; round < 2; round++)
    for (const { cell, sheet } of sums) {
      cell.t = 'n';
      cell.v = sumOf(book, cell.f ?? '', sheet) ?? 0;
      delete cell.w;
    }
}
