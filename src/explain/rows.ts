import type { DuckDBConnection } from '@duckdb/node-api';

/** A row as DuckDB gives it for JSON: decimals, dates and large numbers as texts. */
export type Row = Readonly<Record<string, unknown>>;

export async function rowsOf(db: DuckDBConnection, sql: string, ...values: string[]): Promise<Row[]> {
  const reader = await db.runAndReadAll(sql, values);
  return reader.getRowObjectsJson();
}

export const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

export const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

export const numberOrNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);
