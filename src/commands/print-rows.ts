import { csvRows } from '../reports/csv.js';
import { pad, width } from '../reports/width.js';
import type { Context, OutputFormat } from './options.js';

/** One column of a listing: its key in ndjson and csv, and its heading on the screen. */
export interface Column {
  readonly key: string;
  readonly title: string;
}

export type Row = Readonly<Record<string, string | number | readonly string[]>>;

/** Writes a listing to standard output in the form asked for: a table for people, the others for programs. */
export function printRows(
  context: Context,
  format: OutputFormat,
  columns: readonly Column[],
  rows: readonly Row[],
): void {
  context.stdout.write(render(format, columns, rows));
}

function render(format: OutputFormat, columns: readonly Column[], rows: readonly Row[]): string {
  if (format === 'ndjson') return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  const cells = rows.map((row) => columns.map(({ key }) => cellText(row[key])));
  if (format === 'csv') return csvRows([columns.map(({ key }) => key), ...cells]);
  return table([columns.map(({ title }) => title), ...cells]);
}

function cellText(value: Row[string] | undefined): string {
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
}

/** Columns as wide as their widest cell, two blanks between; a Chinese character is two columns wide. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => width(row[index] ?? ''))));
  return rows
    .map((row) => row.map((cell, index) => pad(cell, widths[index] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
