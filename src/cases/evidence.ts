import type { DuckDBConnection } from '@duckdb/node-api';
import { memberOf, partOf, rowOf } from '../load/source-number.js';
import { type TableColumn, tableColumns } from '../load/table-columns.js';
import { knownRecord } from '../records/index.js';
import { readTexts, textsTable } from '../rules/read-texts.js';
import { groupBy } from './group-by.js';
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

/** One row of a register with its place and its fields, as evidence carries it: `fields` without what is empty. */
function placed(source: number, origin: PartOrigin, fields: Record<string, string>): Evidence {
  const member = memberOf(source);
  if (member > 0) fields.成员列 = String(member);
  const { register, file, sheet, supplier, data_date } = origin;
  return { register, file, sheet, supplier, data_date, row: rowOf(source), fields };
}

/** The same of a row as an object, by the names of its columns. */
export function toEvidence(row: Record<string, unknown>, origin: PartOrigin): Evidence {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) {
    if (value !== null && !HIDDEN.test(name)) fields[name] = String(value);
  }
  const extra: unknown = typeof row.extra === 'string' ? JSON.parse(row.extra) : null;
  return placed(Number(row.source), origin, Object.assign(fields, extra));
}

/**
 * The columns that are not NULL as the inside of a JSON object. Made of JSON, objects of one form share its layout; put
 * together field by field, one of more than a dozen becomes a hash table, which takes several times as long to write
 * and to copy, too.
 */
function jsonFields(columns: readonly TableColumn[]): string {
  const escaped = ({ name, sql }: TableColumn): string =>
    sql === 'VARCHAR'
      ? `replace(replace(t."${name}", '\\', '\\\\'), '"', '\\"')`
      : `CAST(t."${name}" AS VARCHAR)`;
  const pairs = columns.map((column) => `'"${column.name}":"' || ${escaped(column)} || '"'`);
  return `concat_ws(',', ${pairs.join(', ')})`;
}

/** What jsonFields() leaves as it stands: hardly any value has one, and to ask here is cheaper than in SQL. */
const CONTROL = /\p{Cc}/gu;
const escapeControl = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** @param fields of jsonFields() @param extra the columns outside the dictionary, an object as JSON */
function fieldsOf(fields: string, extra: string | null): Record<string, string> {
  const inside = fields.replace(CONTROL, escapeControl);
  if (extra === null || extra === '{}') return JSON.parse(`{${inside}}`);
  return JSON.parse(inside === '' ? extra : `{${inside},${extra.slice(1)}`);
}

/**
 * Fetches every row that the cases cite, once for all, and with it the rows equal to it: two rows that state one
 * fact are both evidence.
 */
export class EvidenceReader {
  /** The evidence by cited source number, in the order of the rows. */
  readonly found = new Map<number, Evidence[]>();
  readonly #parts: ReadonlyMap<number, PartOrigin>;
  readonly #waiting: [string, number[]][];

  /** @param parts origin by part number */
  constructor(cited: Iterable<number>, parts: ReadonlyMap<number, PartOrigin>) {
    this.#parts = parts;
    const byRegister = groupBy([...new Set(cited)], (source) => this.#originOf(source).register);
    this.#waiting = [...byRegister].sort(([, a], [, b]) => b.length - a.length);
  }

  /** Reads one register after another until none is left; several connections may do so side by side. */
  async work(db: DuckDBConnection): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift())
      await this.#read(db, ...next);
  }

  #originOf(source: number): PartOrigin {
    const origin = this.#parts.get(partOf(source));
    if (!origin) throw new Error(`no part for source ${source}`);
    return origin;
  }

  async #read(db: DuckDBConnection, register: string, sources: readonly number[]): Promise<void> {
    const key = register === 'roster' ? 'source' : 'same_as';
    const shown = tableColumns(knownRecord(register)).filter(({ name }) => !HIDDEN.test(name));
    const rows = await readTexts(
      db,
      `WITH cited AS ${textsTable(sources.map(String), 'source', 'BIGINT')},
      named AS (SELECT c.source AS cited, t.${key} AS stated FROM cited c JOIN "${register}" t USING (source))
      SELECT n.cited, t.source, t.extra, ${jsonFields(shown)} AS fields
      FROM "${register}" t JOIN named n ON t.${key} = n.stated`,
      ['cited', 'source', 'extra', 'fields'],
      'cited, source',
    );
    for (const [by, at, extra = null, inside] of rows) {
      const source = Number(at);
      const one = placed(source, this.#originOf(source), fieldsOf(inside ?? '', extra));
      const list = this.found.get(Number(by));
      if (list) list.push(one);
      else this.found.set(Number(by), [one]);
    }
  }
}
