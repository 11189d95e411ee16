import type { DuckDBConnection } from '@duckdb/node-api';
import { say } from '../messages/language.js';
import { columnTitles, tableTitles } from '../messages/sql-titles.js';
import { knownRecord, recordSets } from '../records/index.js';

/** A column that a query may name. */
export interface Named {
  readonly table: string;
  readonly title: string;
  readonly column: string;
  readonly type: string;
  readonly column_title: string;
}

function titleOf(table: string): string {
  if (recordSets.has(table)) return say(knownRecord(table).title);
  const known = tableTitles[table];
  return known === undefined ? '' : say(known);
}

function columnTitle(table: string, column: string): string {
  const field = recordSets.get(table)?.fields.find((one) => one.name === column);
  if (field) return field.title;
  const problem = /^(.+)_problem$/.exec(column)?.[1];
  if (problem !== undefined && columnTitles.problem) return say(columnTitles.problem);
  const own = columnTitles[column];
  if (own !== undefined) return say(own);
  // A word of the vocabulary carries columns of the registers under their names.
  const from = [...recordSets.values()].flatMap(
    ({ fields }) => fields.find((one) => one.name === column) ?? [],
  );
  return from[0]?.title ?? '';
}

/** The tables of a database and their columns: the roster first, the registers, then what is worked out of them. */
export async function listTables(db: DuckDBConnection): Promise<Named[]> {
  const reader = await db.runAndReadAll(
    `SELECT table_name, column_name, data_type FROM information_schema.columns
     WHERE table_schema = 'main' ORDER BY table_name, ordinal_position`,
  );
  const order = [...recordSets.keys()];
  const rank = (table: string): number => {
    const at = order.indexOf(table);
    return at < 0 ? order.length : at;
  };
  const rows = reader.getRows().map(([table, column, type]) => ({
    table: String(table),
    column: String(column),
    type: String(type).startsWith('ENUM') ? 'ENUM' : String(type),
  }));
  return rows
    .map((row) => ({ ...row, title: titleOf(row.table), column_title: columnTitle(row.table, row.column) }))
    .sort((a, b) => rank(a.table) - rank(b.table))
    .map(({ table, title, column, type, column_title }) => ({ table, title, column, type, column_title }));
}
