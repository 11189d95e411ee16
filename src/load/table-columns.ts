import type { FieldSpec, FieldType, RecordSet } from '../records/types.js';

const sqlTypes: Record<FieldType, string> = {
  id: 'VARCHAR',
  name: 'VARCHAR',
  date: 'DATE',
  month: 'VARCHAR',
  money: 'DECIMAL(18,2)',
  int: 'BIGINT',
  text: 'VARCHAR',
  bool: 'BOOLEAN',
  code: 'VARCHAR',
};

/** One column of a loaded table, in the order of the spool. */
export interface TableColumn {
  readonly name: string;
  readonly sql: string;
}

/** Roster columns for what some rosters give in another shape: the household's income, the amount per person. */
export const rosterExtras = ['family_income', 'amount_per_person'] as const;

/** The canonical fields a table has values for: the dictionary's, and the roster's two of another shape. */
export function valueFields(record: RecordSet): readonly FieldSpec[] {
  if (record.key !== 'roster') return record.fields;
  const extras = rosterExtras.map(
    (name): FieldSpec => ({ name, title: name, type: 'money', labels: [], household: true }),
  );
  return [...record.fields, ...extras];
}

/**
 * The columns of a record set's table: source, the values, `<id field>_problem` for each ID (NULL where it is
 * valid), and `extra`, the columns outside the dictionary as JSON.
 */
export function tableColumns(record: RecordSet): TableColumn[] {
  const fields = valueFields(record);
  return [
    { name: 'source', sql: 'BIGINT' },
    ...fields.map((field) => ({ name: field.name, sql: sqlTypes[field.type] })),
    ...fields
      .filter((field) => field.type === 'id')
      .map((field) => ({ name: `${field.name}_problem`, sql: 'VARCHAR' })),
    { name: 'extra', sql: 'VARCHAR' },
  ];
}
