import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { findLayout } from '../../src/read/header.js';
import { knownRecord } from '../../src/records/index.js';
import type { FieldSpec } from '../../src/records/types.js';
import { type Answer, readAnswer } from './compare.js';

const shared = fileURLToPath(new URL('../../../shared/golden/', import.meta.url));

export const hasGolden = existsSync(join(shared, 'plain', 'dibao.yaml'));
export const goldenNames = ['plain', 'real'] as const;
export type GoldenName = (typeof goldenNames)[number];
export const goldenFolder = (name: GoldenName): string => join(shared, name);

/** One file of a county as cells; `rows` are its records, with whatever stands between them. */
export interface Table {
  readonly register: string;
  /** Name without ending. */
  readonly name: string;
  readonly above: readonly (readonly string[])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly below: readonly (readonly string[])[];
}

export interface County {
  readonly name: GoldenName;
  /** The campaign file without its sources. */
  readonly campaign: Readonly<Record<string, unknown>>;
  readonly tables: readonly Table[];
  readonly expected: readonly Answer[];
}

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;

/** True for a record: a blank row, or a note in one cell, is none. */
export const isRecord = (row: readonly string[]): boolean => filled(row) > 1;

function toTable(register: string, path: string, encoding: string): Table {
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(path));
  const all: string[][] = parseCsv(text, { relax_column_count: true, skip_empty_lines: false });
  // The title and the unit line fill one or two cells.
  const at = all.findIndex((row) => filled(row) > 3);
  let end = all.length;
  while (!isRecord(all[end - 1] ?? []) || (all[end - 1]?.length ?? 0) < (all[at]?.length ?? 0)) end--;
  return {
    register,
    name: basename(path, '.csv'),
    above: all.slice(0, at),
    header: all[at] ?? [],
    rows: all.slice(at + 1, end),
    below: all.slice(end),
  };
}

/** A golden county, its files read as cells. */
export function readCounty(name: GoldenName): County {
  const folder = goldenFolder(name);
  const { sources, ...campaign } = parseYaml(readFileSync(join(folder, 'dibao.yaml'), 'utf8')) as {
    sources: Record<string, string[]>;
  };
  const files = readdirSync(join(folder, 'data')).sort();
  const tables = Object.entries(sources).flatMap(([register, patterns]) =>
    patterns.flatMap((pattern) => {
      const start = basename(pattern)
        .replace(/\*.*$/, '')
        .replace(/\.csv$/, '');
      const matched = files.filter((file) =>
        pattern.includes('*') ? file.startsWith(start) : file === `${start}.csv`,
      );
      return matched.map((file) =>
        toTable(register, join(folder, 'data', file), name === 'real' ? 'gb18030' : 'utf-8'),
      );
    }),
  );
  return { name, campaign, tables, expected: readAnswer(join(folder, 'expected.csv')) };
}

/** The field that each column of a table carries; null for none. */
export function fieldsOf(table: Table): (FieldSpec | null)[] {
  const record = knownRecord(table.register);
  const rows = [table.header, ...table.rows.slice(0, 200)].map((cells, index) => ({
    row: index + 1,
    cells: [...cells],
  }));
  const layout = findLayout(rows, record, { file: table.name, sheet: null }, {}, { given: ['category'] });
  return table.header.map((_header, index) => {
    const name = layout.columns.find((column) => column.index === index)?.field;
    return record.fields.find((field) => field.name === name) ?? null;
  });
}

/** Position of a field's column, -1 where there is none. */
export function columnOf(table: Table, field: string): number {
  return fieldsOf(table).findIndex((one) => one?.name === field);
}

export function mapTables(county: County, change: (table: Table) => Table | readonly Table[]): County {
  return { ...county, tables: county.tables.flatMap((table) => change(table)) };
}

/** Every record with its cells changed; blank rows and notes stay. */
export function mapRecords(
  table: Table,
  change: (row: readonly string[], index: number) => readonly string[],
): Table {
  return { ...table, rows: table.rows.map((row, index) => (isRecord(row) ? change(row, index) : row)) };
}

/** Cells changed by the field of their column. */
export function mapFields(table: Table, change: (cell: string, field: FieldSpec) => string): Table {
  const fields = fieldsOf(table);
  return mapRecords(table, (row) =>
    row.map((cell, index) => {
      const field = fields[index];
      return field == null || cell === '' ? cell : change(cell, field);
    }),
  );
}

/** The records of a table in blocks that must stay together: a roster's households where members have no number. */
export function blocksOf(table: Table): (readonly string[])[][] {
  const household = table.register === 'roster' ? columnOf(table, 'household_id') : -1;
  const blocks: (readonly string[])[][] = [];
  for (const row of table.rows.filter(isRecord)) {
    const last = blocks.at(-1);
    if (last !== undefined && household >= 0 && (row[household] ?? '').trim() === '') last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}
