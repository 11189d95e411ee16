import { parseId, parseName } from '../../src/normalise/index.js';
import { type County, fieldsOf, isRecord, type Table } from './county.js';

/** IDs of a row, as canonical texts. */
function idsOf(row: readonly string[], columns: readonly number[]): string[] {
  return columns.map((index) => parseId(row[index] ?? '').value).filter((id) => id !== '');
}

const idColumns = (table: Table): number[] =>
  fieldsOf(table).flatMap((field, index) => (field?.type === 'id' ? [index] : []));

/** IDs that rows may concern, and the names of members who are matched by name since their own ID is invalid. */
export interface Known {
  readonly ids: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** Everybody whom the roster, the kinship register or the marriage register names. */
export function knownPeople(county: County): Known {
  const naming = new Set(['roster', 'kinship', 'marriage']);
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const table of county.tables.filter((one) => naming.has(one.register))) {
    const columns = idColumns(table);
    const name = fieldsOf(table).findIndex((field) => field?.name === 'name');
    for (const row of table.rows.filter(isRecord)) {
      for (const id of idsOf(row, columns)) ids.add(id);
      if (columns.some((index) => parseId(row[index] ?? '').problem !== null))
        names.add(parseName(row[name] ?? '').value);
    }
  }
  return { ids, names };
}

/** Tells a register's rows about nobody: a valid ID of nobody known, and no household. Of a roster there is none. */
export function strangersIn(table: Table, known: Known): (row: readonly string[]) => boolean {
  if (table.register === 'roster') return () => false;
  const ids = idColumns(table);
  const fields = fieldsOf(table);
  const household = fields.findIndex((field) => field?.name === 'household_id');
  const isNamed = (cell: string, index: number): boolean =>
    fields[index]?.type === 'name' && known.names.has(parseName(cell).value);
  return (row) => {
    if (!isRecord(row) || (row[household] ?? '').trim() !== '' || row.some(isNamed)) return false;
    const own = ids.map((index) => parseId(row[index] ?? '')).filter(({ value }) => value !== '');
    return own.length > 0 && own.every(({ value, problem }) => problem === null && !known.ids.has(value));
  };
}
