import type { DuckDBConnection } from '@duckdb/node-api';
import { memberOf, partOf, rowOf } from '../load/source-number.js';
import { tableColumns } from '../load/table-columns.js';
import { knownRecord } from '../records/index.js';
import { readTexts } from '../rules/read-texts.js';
import type { Case } from './types.js';

/** Where a part of the sources comes from. */
export interface PartOrigin {
  readonly register: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly supplier: string | null;
  readonly data_date: string | null;
}

export type Evidence = Case['evidence'][number];

const HIDDEN = /^(source|same_as|extra|content)$|_problem$/;

/** One row of a register with its place and its fields, as evidence carries it. */
export function toEvidence(row: Record<string, unknown>, origin: PartOrigin): Evidence {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) {
    if (value !== null && !HIDDEN.test(name)) fields[name] = String(value);
  }
  if (typeof row.extra === 'string') Object.assign(fields, JSON.parse(row.extra) as Record<string, string>);
  const member = memberOf(Number(row.source));
  if (member > 0) fields.成员列 = String(member);
  return { ...origin, row: rowOf(Number(row.source)), fields };
}

/**
 * Fetches every row that the cases cite, once for all, and with it the rows equal to it: two rows that state one
 * fact are both evidence.
 * @param parts origin by part number
 * @returns the evidence by cited source number, in the order of the rows
 */
export async function readEvidence(
  db: DuckDBConnection,
  cited: Iterable<number>,
  parts: ReadonlyMap<number, PartOrigin>,
): Promise<Map<number, Evidence[]>> {
  const byRegister = new Map<string, number[]>();
  for (const source of new Set(cited)) {
    const origin = parts.get(partOf(source));
    if (!origin) throw new Error(`no part for source ${source}`);
    const list = byRegister.get(origin.register);
    if (list) list.push(source);
    else byRegister.set(origin.register, [source]);
  }
  const found = new Map<number, Evidence[]>();
  for (const [register, sources] of byRegister) {
    const key = register === 'roster' ? 'source' : 'same_as';
    const columns = tableColumns(knownRecord(register)).map(({ name }) => name);
    const rows = await readTexts(
      db,
      `WITH cited AS (SELECT unnest([${sources.join(', ')}]) AS source),
      named AS (SELECT c.source AS cited, t.${key} AS stated FROM cited c JOIN "${register}" t USING (source))
      SELECT n.cited, t.* FROM "${register}" t JOIN named n ON t.${key} = n.stated`,
      ['cited', ...columns],
      'cited, source',
    );
    for (const [by, ...values] of rows) {
      const row = Object.fromEntries(columns.map((name, index) => [name, values[index] ?? null]));
      const origin = parts.get(partOf(Number(row.source)));
      if (!origin) throw new Error(`no part for source ${row.source}`);
      const list = found.get(Number(by)) ?? [];
      list.push(toEvidence(row, origin));
      found.set(Number(by), list);
    }
  }
  return found;
}
