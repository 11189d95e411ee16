import type { DuckDBConnection } from '@duckdb/node-api';
import { memberOf, partOf, rowOf } from '../load/source-number.js';
import { tableColumns } from '../load/table-columns.js';
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
function placed(
  source: number,
  origin: PartOrigin,
  fields: Record<string, string>,
  extra: unknown,
): Evidence {
  if (typeof extra === 'string') Object.assign(fields, JSON.parse(extra) as Record<string, string>);
  const member = memberOf(source);
  if (member > 0) fields.成员列 = String(member);
  return { ...origin, row: rowOf(source), fields };
}

/** The same of a row as an object, by the names of its columns. */
export function toEvidence(row: Record<string, unknown>, origin: PartOrigin): Evidence {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) {
    if (value !== null && !HIDDEN.test(name)) fields[name] = String(value);
  }
  return placed(Number(row.source), origin, fields, row.extra);
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
    const shown = tableColumns(knownRecord(register)).flatMap(({ name }) => (HIDDEN.test(name) ? [] : name));
    const rows = await readTexts(
      db,
      `WITH cited AS ${textsTable(sources.map(String), 'source', 'BIGINT')},
      named AS (SELECT c.source AS cited, t.${key} AS stated FROM cited c JOIN "${register}" t USING (source))
      SELECT n.cited, t.* FROM "${register}" t JOIN named n ON t.${key} = n.stated`,
      ['cited', 'source', 'extra', ...shown],
      'cited, source',
    );
    for (const [by, at, extra, ...values] of rows) {
      const source = Number(at);
      const fields: Record<string, string> = {};
      values.forEach((value, index) => {
        if (value !== null) fields[shown[index] as string] = value;
      });
      const list = this.found.get(Number(by)) ?? [];
      list.push(placed(source, this.#originOf(source), fields, extra));
      this.found.set(Number(by), list);
    }
  }
}
