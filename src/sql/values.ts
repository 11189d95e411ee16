import {
  DuckDBArrayValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  type DuckDBValue,
} from '@duckdb/node-api';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Digits that a number of JavaScript, and of most programs that read JSON, holds exactly. */
const EXACT_DIGITS = 15;

/** A value as JSON: what a JSON number cannot hold exactly is a text. */
export function toJson(value: DuckDBValue): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  // NaN and Infinity are no JSON.
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint')
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
      ? Number(value)
      : String(value);
  if (value instanceof DuckDBDecimalValue) {
    const text = value.toString();
    return text.replace(/\D/g, '').length <= EXACT_DIGITS ? Number(text) : text;
  }
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(toJson);
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([name, one]) => [name, toJson(one)]));
  if (value instanceof DuckDBMapValue)
    return value.entries.map(({ key, value: one }) => ({ key: toJson(key), value: toJson(one) }));
  return String(value);
}

/** A value as text, its digits all there; '' for NULL. What has parts is JSON. */
export function toText(value: DuckDBValue): string {
  if (value === null) return '';
  if (value instanceof DuckDBDecimalValue || typeof value !== 'object') return String(value);
  const json = toJson(value);
  return json !== null && typeof json === 'object' ? JSON.stringify(json) : String(json);
}

/** True for what a spreadsheet may take for a number. */
export const isNumber = (value: DuckDBValue): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof DuckDBDecimalValue;
