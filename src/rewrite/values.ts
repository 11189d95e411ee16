import { columnNormaliser } from '../load/values.js';
import { rewriteNotes } from '../messages/rewrite.js';
import type { Normaliser } from '../normalise/index.js';
import type { Column } from '../read/layout.js';
import { knownRecord } from '../records/index.js';
import type { RosterMember } from '../roster/read-roster.js';
import type { Slice } from './draft.js';
import { canonical, type Exact, exactYuan, figureText, times } from './figures.js';
import type { LearnedRow } from './learn.js';
import type { EditedValues } from './types.js';

type Field = keyof EditedValues;

export const editable: readonly Field[] = [
  'household_size',
  'covered_size',
  'monthly_amount',
  'income_per_capita',
];

const periods = { month: 1, quarter: 3, year: 12 } as const;
const record = knownRecord('roster');

/** Persons by whom amounts of one person are counted: as loading counts them. */
interface Persons {
  readonly covered: number;
  readonly n: number;
}

function columnsOf({ table }: Slice, field: Field): readonly Column[] {
  return table.layout.columns.filter((one) => one.field === field && one.member === 0);
}

/** The persons of the household after the edit, as the roster will say them. */
function personsAfter(slices: readonly Slice[], gone: ReadonlySet<RosterMember>): Persons {
  const [first] = slices;
  if (first === undefined) return { covered: 0, n: 1 };
  const { household, uncovered, values } = first.edit;
  const stay = household.members.filter((member) => !gone.has(member));
  const listed = stay.filter((member) => member.covered && !uncovered.includes(member)).length;
  const has = (field: Field): boolean => slices.some((slice) => columnsOf(slice, field).length > 0);
  const size = has('household_size') ? (values.household_size ?? household.household_size ?? 0) : 0;
  const covered = has('covered_size') ? (values.covered_size ?? household.covered_size) : null;
  return { covered: covered ?? listed, n: Math.max(stay.length, size, 1) };
}

/** A new figure in the unit of a column, and what its parser makes of it. */
function inUnit(
  field: Field,
  column: Column,
  value: number,
  persons: Persons,
): { value: Exact; wanted: string } {
  if (field === 'household_size' || field === 'covered_size')
    return { value: { units: BigInt(value), over: 1n }, wanted: String(value) };
  let exact = exactYuan(value);
  if (field === 'monthly_amount' && column.perPerson) exact = times(exact, 1, Math.max(persons.covered, 1));
  if (field === 'income_per_capita' && !column.perPerson) exact = times(exact, persons.n, 1);
  const wanted = canonical(exact);
  exact = times(exact, periods[column.period ?? 'month'], column.scale === 'wan' ? 10_000 : 1);
  return { value: exact, wanted };
}

/** The first row with a readable figure decides what the household's is, as loading has it. */
function told(slice: Slice, column: Column, parse: Normaliser): { row: LearnedRow; value: string } | null {
  for (const row of slice.rows) {
    const { value } = parse(slice.table.text(row, column.index));
    if (value !== '') return { row, value };
  }
  return null;
}

/** Writes a figure to one column of a household's part; false where no row of it says one. */
function writeColumn(
  slice: Slice,
  field: Field,
  column: Column,
  persons: Persons,
  mayFill: boolean,
): boolean {
  const { edit, table, sheet, rows, file } = slice;
  const value = edit.values[field];
  const spec = record.fields.find((one) => one.name === field);
  if (value === undefined || spec === undefined) return true;
  const parse = columnNormaliser(record.key, spec, column);
  const { value: exact, wanted } = inUnit(field, column, value, persons);
  const stay = rows.filter(({ row }) => !sheet.removed.has(row));
  const [target] = stay;
  if (target === undefined) return false;
  const where = (row: number): string => `${table.sheet === null ? '' : `${table.sheet}!`}${row}`;
  const write = (row: number, like: string, more: { from?: number; unlessBlank?: boolean } = {}): void => {
    const figure = figureText(exact, wanted, like, parse, column.decimalComma === true);
    if (!figure.exact) file.notes.place(rewriteNotes['not-exact'], where(row));
    sheet.set(row, column.index, {
      text: figure.text,
      ...(more.from !== undefined && { from: { row: more.from, column: column.index } }),
      ...(more.unlessBlank && { unlessBlank: true }),
    });
  };
  const before = told(slice, column, parse);
  if (before === null) {
    if (mayFill) write(target.row, '');
    return mayFill;
  }
  let isWritten = false;
  for (const one of stay) {
    const { row } = one;
    const text = table.text(one, column.index);
    if (text === '') continue;
    if (parse(text).value !== before.value) {
      file.notes.place(rewriteNotes['values-differ'], where(row));
      continue;
    }
    const origin = sheet.origin(row, column.index);
    if (origin !== row && rows.every((other) => other.row !== origin)) {
      file.notes.place(rewriteNotes['merge-shared'], where(row));
      continue;
    }
    const carrier = sheet.carrier(row, column.index);
    if (carrier !== row) write(carrier, text, carrier === origin ? {} : { from: origin });
    write(row, text, carrier === row ? (origin === row ? {} : { from: origin }) : { unlessBlank: true });
    isWritten = true;
  }
  // Its row leaves, and no other says it.
  if (!isWritten && !stay.some((one) => table.text(one, column.index) !== ''))
    write(target.row, table.text(before.row, column.index), {
      from: sheet.origin(before.row.row, column.index),
    });
  return true;
}

/**
 * Writes the new figures of one household wherever its rows say the old ones; where none does, into its first row of
 * the first table with such a column.
 * @returns fields for which no table has a column
 */
export function writeValues(slices: readonly Slice[], gone: ReadonlySet<RosterMember>): Field[] {
  const persons = personsAfter(slices, gone);
  const missing: Field[] = [];
  for (const field of editable) {
    if (slices[0]?.edit.values[field] === undefined) continue;
    const columns = slices.flatMap((slice) => columnsOf(slice, field).map((column) => ({ slice, column })));
    if (columns.length === 0) missing.push(field);
    const isWritten = columns.map(({ slice, column }) => writeColumn(slice, field, column, persons, false));
    if (isWritten.includes(true)) continue;
    columns.some(({ slice, column }) => writeColumn(slice, field, column, persons, true));
  }
  return missing;
}
