import type { DuckDBConnection } from '@duckdb/node-api';
import type { PartOrigin } from '../cases/evidence.js';
import { partOf, rowOf } from '../load/source-number.js';
import { placeOf } from '../reports/evidence.js';
import { rowsOf, text, textOrNull } from './rows.js';

/** The files of a loaded database: where each source number stands, and which registers had any row. */
export interface Origins {
  readonly parts: ReadonlyMap<number, PartOrigin>;
  /** Registers with at least one row in their files, loaded or passed over. */
  readonly present: ReadonlySet<string>;
}

export async function readOrigins(db: DuckDBConnection): Promise<Origins> {
  const rows = await rowsOf(db, 'SELECT * FROM source_part ORDER BY part');
  const parts = rows.map((row): [number, PartOrigin] => [
    Number(row.part),
    {
      register: text(row.register),
      file: text(row.file),
      sheet: textOrNull(row.sheet),
      supplier: textOrNull(row.supplier),
      data_date: textOrNull(row.data_date),
    },
  ]);
  const filled = rows.filter((row) => Number(row.loaded) + Number(row.passed_over) > 0);
  return { parts: new Map(parts), present: new Set(filled.map((row) => text(row.register))) };
}

export function originOf({ parts }: Origins, source: unknown): PartOrigin {
  const origin = parts.get(partOf(Number(source)));
  if (!origin) throw new Error(`no part for source ${text(source)}`);
  return origin;
}

/** Where a source row stands, as a person finds it. */
export function placeOfSource(origins: Origins, source: unknown): string {
  const { file, sheet } = originOf(origins, source);
  return placeOf({ file, sheet, row: rowOf(Number(source)) });
}
