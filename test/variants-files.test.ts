import { describe, expect, it } from 'vitest';
import type { RunResult } from '../src/run.js';
import {
  blocksOf,
  type County,
  columnOf,
  fieldsOf,
  goldenNames,
  hasGolden,
  mapRecords,
  mapTables,
  readCounty,
  type Table,
} from './variants/county.js';
import { csvWriter } from './variants/csv.js';
import { excelBook } from './variants/excel.js';
import { baseline, caseIds, expectSame } from './variants/expectations.js';
import { runCounty, type Writer, type Written } from './variants/run.js';
import { bookWriter } from './variants/sheets.js';
import { widen } from './variants/wide.js';

const csv = csvWriter();
const one = (table: Table): Written => [csv(table)].flat()[0] as Written;

/** A roster without a column, in a table for each value that stood there; households stay whole. */
function splitBy(table: Table, field: string): [string, Table][] {
  const column = columnOf(table, field);
  const without = (row: readonly string[]): string[] => row.filter((_cell, index) => index !== column);
  const groups = new Map<string, (readonly string[])[]>();
  for (const block of blocksOf(table)) {
    const value = block[0]?.[column] ?? '';
    groups.set(value, [...(groups.get(value) ?? []), ...block.map(without)]);
  }
  return [...groups].map(([value, rows]) => [value, { ...table, header: without(table.header), rows }]);
}

const placesOf = (run: RunResult): string[] =>
  run.report.cases.map((found) => `${found.case_id} ${found.township} ${found.category}`).sort();

describe.skipIf(!hasGolden).each(goldenNames)('%s in other sets of files', (name) => {
  const read = (): County => readCounty(name);
  const noRoster = { records: { roster: null } };

  it('every file twice under another name counts once', async () => {
    const write: Writer = (table) => [one(table), { ...one(table), path: `data/副本/${table.name}(1).csv` }];
    const run = await runCounty(read(), write);
    expect(run.report.summary.sources.length).toBe(read().tables.length);
    await expectSame(read(), run);
  });

  it('a folder for each register, with folders, lock files and hidden files in it', async () => {
    const noise = (path: string): Written => ({ path, bytes: Buffer.from('不是表格') });
    const write: Writer = (table) => [
      { ...one(table), path: `${table.register}/2026年/${table.name}.csv` },
      ...['~$名册.xlsx', '.DS_Store', '说明.txt~', '说明.doc'].map((file) =>
        noise(`${table.register}/${file}`),
      ),
    ];
    const registers = [...new Set(read().tables.map((table) => table.register))];
    const run = await runCounty(
      read(),
      write,
      Object.fromEntries(registers.map((register) => [register, [`${register}/`]])),
    );
    await expectSame(read(), run);
  });

  it('the category in the name of the file, the township in that of the folder', async () => {
    const write: Writer = (table) => {
      if (table.register !== 'roster') return one(table);
      return splitBy(table, 'township').flatMap(([township, rest]) =>
        splitBy(rest, 'category').map(([category, last], index) => ({
          ...one({ ...last, above: [] }),
          path: `名册/${township}/${category.includes('农') ? '农村低保' : '城市低保'}${table.name.length}_${index}.csv`,
        })),
      );
    };
    const sources = { roster: [{ file: '名册/', township: { from: 'folder' } }] };
    const run = await runCounty(read(), write, sources);
    await expectSame(read(), run);
    expect(placesOf(run)).toEqual(placesOf(await baseline(name)));
  });

  it('a wide roster', async () => {
    const run = await runCounty(mapTables(read(), widen), csv);
    await expectSame(read(), run, noRoster);
  });

  it('a wide roster in a workbook with two-row headers', async () => {
    const run = await runCounty(mapTables(read(), widen), (table) =>
      table.register === 'roster'
        ? bookWriter({ title: true, dates: 'cell', money: 'number' })(table)
        : one(table),
    );
    await expectSame(read(), run, noRoster);
  });

  it('workbooks of another library', async () => {
    const books = new Map<Table, Written>();
    const county = read();
    for (const table of county.tables) books.set(table, await excelBook(table));
    const run = await runCounty(county, (table) => books.get(table) ?? []);
    await expectSame(county, run);
  });

  it('every row loaded, not only those of interest', async () => {
    const run = await runCounty(read(), csv, {}, true);
    expect(run.report.summary.sources.map((source) => source.passed_over)).toEqual(
      run.report.summary.sources.map(() => 0),
    );
    expect(caseIds(run)).toEqual(caseIds(await baseline(name)));
  });
});

const isNumber = (cell: string | undefined): boolean => /^[1-9]\d{17}$/.test(cell ?? '');

describe.skipIf(!hasGolden).each(goldenNames)('%s with IDs in number cells', (name) => {
  it('of registers: those rows drop out as rounded and match nobody', async () => {
    const registers = new Set(['vehicle', 'pension', 'death', 'kinship']);
    const write: Writer = (table) =>
      registers.has(table.register) ? bookWriter({ numbers: ['id_number'] })(table) : one(table);
    const numbers = await runCounty(readCounty(name), write);
    let dropped = 0;
    const without = mapTables(readCounty(name), (table) => {
      const column = columnOf(table, 'id_number');
      if (!registers.has(table.register)) return table;
      const rows = table.rows.filter((row) => !isNumber(row[column]));
      dropped += table.rows.length - rows.length;
      return { ...table, rows };
    });
    const fewer = await runCounty(without, csv);
    expect(caseIds(numbers)).toEqual(caseIds(fewer));
    const rejected = (run: RunResult): number =>
      run.report.summary.sources.reduce((sum, source) => sum + source.rejected, 0);
    expect(rejected(numbers) - rejected(fewer)).toBe(dropped);
    const kinds = numbers.report.summary.problems.filter(
      (group) => group.rejected && group.kind === 'id-rounded',
    );
    expect(kinds.reduce((sum, group) => sum + group.count, 0)).toBeGreaterThanOrEqual(dropped);
  });

  it('of the roster: the members stay, are listed, and match nobody', async () => {
    const write: Writer = (table) =>
      table.register === 'roster' ? bookWriter({ numbers: ['id_number'] })(table) : one(table);
    const numbers = await runCounty(readCounty(name), write);
    let rounded = 0;
    const asText = mapTables(readCounty(name), (table) => {
      if (table.register !== 'roster') return table;
      const fields = fieldsOf(table);
      return mapRecords(table, (row) =>
        row.map((cell, index) => {
          if (fields[index]?.name !== 'id_number' || !isNumber(cell)) return cell;
          rounded++;
          return `${cell[0]}.${cell.slice(1, 6)}E+17`;
        }),
      );
    });
    const texts = await runCounty(asText, csv);
    // Who has no readable number is named by what stands there, which is not the same in a text.
    const readable = (run: RunResult): string[] => caseIds(run).filter((id) => !id.startsWith('D09.'));
    expect(readable(numbers)).toEqual(readable(texts));
    const { roster } = numbers.report.summary;
    const base = (await baseline(name)).report.summary.roster;
    expect(roster.uncheckable_members).toBeGreaterThanOrEqual(rounded);
    expect([roster.households, roster.monthly_amount]).toEqual([base.households, base.monthly_amount]);
    expect(roster.members).toBeGreaterThanOrEqual(base.members);
  });
});
