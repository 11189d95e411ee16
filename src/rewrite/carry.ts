import type { SheetDraft, Slice } from './draft.js';
import type { LearnedRow, LearnedTable } from './learn.js';

/** Columns that hold for all rows of a household and stand in one of them, perhaps. */
function householdColumns({ layout, plan }: LearnedTable): number[] {
  return layout.columns.flatMap(({ field, member, index }) => {
    const spec = plan.fields.find((one) => one.name === field);
    return member === 0 && spec?.household === true ? [index] : [];
  });
}

/** Gives a household's values whose rows have all left to the first row that stays. */
export function carryValues({ table, sheet, rows }: Slice): void {
  const stay = rows.filter(({ row }) => !sheet.removed.has(row));
  const [target] = stay;
  if (target === undefined || stay.length === rows.length) return;
  for (const column of householdColumns(table)) {
    if (stay.some((row) => table.text(row, column) !== '')) continue;
    const source = rows.find((row) => table.text(row, column) !== '');
    if (source === undefined || sheet.change(target.row, column)?.text !== undefined) continue;
    sheet.set(target.row, column, { from: { row: sheet.origin(source.row, column), column } });
  }
}

/**
 * Gives the household's number to each row that would fall to the household above it, now that the row with its own
 * has left. Where the head's ID is the number, it stays the household's.
 */
export function carryNumbers(table: LearnedTable, sheet: SheetDraft): void {
  const number = table.layout.columns.find((one) => one.field === 'household_id' && one.member === 0);
  if (number === undefined || sheet.removed.size === 0) return;
  const column = number.index;
  let above: string | null = null;
  let source: LearnedRow | null = null;
  for (const row of table.rows) {
    const isBlank = table.text(row, column) === '';
    if (!isBlank) source = row;
    if (sheet.removed.has(row.row)) continue;
    if (isBlank && row.household !== '' && row.household !== above && source?.household === row.household)
      sheet.set(row.row, column, { from: { row: sheet.origin(source.row, column), column } });
    above = row.household;
  }
}
