import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { findLayout } from '../src/read/header.js';
import { guessRecord } from '../src/read/header-guess.js';
import type { RawRow } from '../src/read/types.js';
import { recordSets } from '../src/records/index.js';

const golden = join(import.meta.dirname, '../../shared/golden');

function rowsOf(path: string): RawRow[] {
  const bytes = readFileSync(path);
  const label = path.includes('/real/') ? 'gb18030' : 'utf-8';
  const text = new TextDecoder(label, { fatal: true }).decode(bytes);
  const records: string[][] = parse(text, { bom: true, relax_column_count: true, to: 60 });
  return records.map((cells, index) => ({ row: index + 1, cells }));
}

function files(): [string, string, string][] {
  if (!existsSync(golden)) return [];
  const titles = new Map(
    [...recordSets.values()].map((set) => [set.title.zh.replace(/[(、].*/, ''), set.key]),
  );
  return ['plain', 'real'].flatMap((county) =>
    readdirSync(join(golden, county, 'data')).map((file): [string, string, string] => {
      const key = [...titles].find(([title]) => file.startsWith(title))?.[1] ?? file;
      return [`${county}/${file}`, key, join(golden, county, 'data', file)];
    }),
  );
}

describe.skipIf(!existsSync(golden))('the golden counties', () => {
  it.each(files())('%s is mapped but for its serial, remarks and batch', (name, key, path) => {
    const record = recordSets.get(key);
    if (record === undefined) throw new Error(`no record set for ${name}`);
    const layout = findLayout(rowsOf(path), record, { file: name, sheet: null });
    const unmapped = layout.columns.filter((column) => column.field === null).map((column) => column.header);
    expect(unmapped.filter((header) => !['序号', '备注', '数据批次'].includes(header))).toEqual([]);
    const kinds = layout.notes.map((note) => note.kind).filter((kind) => kind !== 'unit-line');
    expect(kinds).toEqual([]);
    expect(layout.headerRows).toBe(1);
  });

  it.each(files())('%s is recognised by its name, and without one', (name, key, path) => {
    const rows = rowsOf(path);
    expect(guessRecord(rows, name, null)[0]?.key).toBe(key);
    expect(guessRecord(rows, 'export.csv', 'Sheet1')[0]?.key).toBe(key);
  });
});
