import type { Normaliser } from '../normalise/index.js';
import type { Layout } from '../read/layout.js';
import type { FieldSpec, RecordSet } from '../records/types.js';
import { valueFields } from './table-columns.js';
import { columnNormaliser } from './values.js';

/** How one column of a file becomes one value of a row. */
export interface ColumnPlan {
  readonly index: number;
  readonly field: FieldSpec;
  /** Position among the table's values. */
  readonly slot: number;
  readonly parse: Normaliser;
  /** The cell holds township and village in one. */
  readonly split: boolean;
}

/** What is taken from one row: the row's own values, and those of each further member of a wide roster row. */
export interface RowPlan {
  readonly own: readonly ColumnPlan[];
  readonly members: readonly (readonly ColumnPlan[])[];
  /** Columns outside the dictionary: kept as evidence. */
  readonly unmapped: readonly { index: number; header: string }[];
  /** Values from the campaign file, the folder, the file name, the sheet or the title, by slot. */
  readonly given: readonly { slot: number; value: string }[];
  /** The same of household fields that a column carries: for households whose rows all leave it empty. */
  readonly fills: readonly { field: string; value: string }[];
  readonly fields: readonly FieldSpec[];
  readonly slots: ReadonlyMap<string, number>;
}

// A roster column in another shape than its field goes to a column of its own; vocabulary.sql works it out.
function target(record: string, field: string, perPerson: boolean): string {
  if (record !== 'roster') return field;
  if (field === 'monthly_amount' && perPerson) return 'amount_per_person';
  if (field === 'income_per_capita' && !perPerson) return 'family_income';
  return field;
}

/** @param texts texts by field name, for fields that no column carries */
export function planRow(record: RecordSet, layout: Layout, texts: Readonly<Record<string, string>>): RowPlan {
  const fields = valueFields(record);
  const slots = new Map(fields.map((field, slot) => [field.name, slot]));
  const byMember: ColumnPlan[][] = [[]];
  // Two columns of one name are two, as the mapping of the campaign file has them: 备注, 备注#2.
  const unmapped: { index: number; label: string; header: string }[] = [];
  for (const column of layout.columns) {
    if (column.field === null) {
      const same = unmapped.filter(({ label }) => label === column.header).length;
      const header = same === 0 ? column.header : `${column.header}#${same + 1}`;
      unmapped.push({ index: column.index, label: column.header, header });
      continue;
    }
    const name = target(record.key, column.field, column.perPerson);
    const slot = slots.get(name);
    const field = record.fields.find((one) => one.name === column.field);
    if (slot === undefined || field === undefined) continue;
    const headId = name === 'household_id' && layout.householdFrom === 'head_id';
    const plan: ColumnPlan = {
      index: column.index,
      field,
      slot,
      parse: columnNormaliser(
        record.key,
        headId ? { ...field, name: 'id_number', type: 'id' } : field,
        column,
      ),
      split: column.split === true,
    };
    while (byMember.length <= column.member) byMember.push([]);
    byMember[column.member]?.push(plan);
  }
  const [own = [], ...members] = byMember;
  const carried = new Set(own.map((one) => one.slot));
  const given: { slot: number; value: string }[] = [];
  const fills: { field: string; value: string }[] = [];
  for (const [name, text] of Object.entries(texts)) {
    const slot = slots.get(name);
    const field = record.fields.find((one) => one.name === name);
    if (slot === undefined || field === undefined) continue;
    const { value } = columnNormaliser(record.key, field, null)(text);
    if (carried.has(slot) && field.household === true) fills.push({ field: name, value });
    else given.push({ slot, value });
  }
  return { own, members, unmapped, given, fills, fields, slots };
}
