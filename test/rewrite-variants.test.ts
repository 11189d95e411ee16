import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadCampaign } from '../src/campaign-file/load.js';
import { temporaryFolder } from './helpers/cli.js';
import { expectedLines, lineOf, rewriting, someEdits } from './helpers/rewrite.js';
import { addColumns, addSubtotals, otherAmounts, repeatHeader, shuffleColumns } from './variants/changes.js';
import { type County, goldenNames, hasGolden, mapTables, readCounty, type Table } from './variants/county.js';
import { csvWriter } from './variants/csv.js';
import { excelBook } from './variants/excel.js';
import { htmlWriter } from './variants/html.js';
import { randomOf } from './variants/random.js';
import { type Writer, writeFiles } from './variants/run.js';
import { bookWriter } from './variants/sheets.js';
import { widen } from './variants/wide.js';

// A roster in every form that the loader reads: written again with edits, it must read as the edits say.

interface Variant {
  readonly name: string;
  readonly write: Writer | ((table: Table) => Promise<{ path: string; bytes: Buffer }>);
  readonly change?: (table: Table, random: () => number) => Table;
  readonly isWide?: boolean;
}

const variants: readonly Variant[] = [
  { name: 'CSV as it is', write: csvWriter() },
  {
    name: 'GB18030, all quoted, sums between',
    change: addSubtotals,
    write: csvWriter({ encoding: 'gb18030', quoteAll: true }),
  },
  {
    name: 'UTF-16 with tabs, LF',
    write: csvWriter({ encoding: 'utf-16le', delimiter: '\t', lineEnd: '\n' }),
  },
  {
    name: 'UTF-16 big-endian, amounts as people write them',
    change: otherAmounts,
    write: csvWriter({ encoding: 'utf-16be' }),
  },
  {
    name: 'UTF-8 with its mark, bars, CR, headers again',
    change: repeatHeader,
    write: csvWriter({ encoding: 'utf-8-bom', delimiter: '|', lineEnd: '\r' }),
  },
  { name: 'xlsx of texts, columns in another order', change: shuffleColumns, write: bookWriter() },
  {
    name: 'xlsx: merged households, dates and amounts as numbers, notes',
    write: bookWriter({
      title: true,
      mergeHouseholds: true,
      dates: 'cell',
      money: 'number',
      notes: true,
      numbers: ['household_id'],
    }),
  },
  {
    name: 'xlsx: two-row header, three sheets, sums, hidden rows',
    change: addSubtotals,
    write: bookWriter({
      title: true,
      twoRowHeader: true,
      sheets: 3,
      notesSheet: true,
      hiddenRows: true,
      money: 'yuan',
      mergeHouseholds: true,
    }),
  },
  { name: 'xlsx by another program: shared strings, rich text', change: addColumns, write: excelBook },
  {
    name: 'xls',
    write: bookWriter(
      { format: 'biff8', title: true, mergeHouseholds: true, dates: 'cell', money: 'number' },
      'xls',
    ),
  },
  {
    name: 'ods',
    write: bookWriter({ format: 'ods', title: true, twoRowHeader: true, dates: 'cell' }, 'ods'),
  },
  { name: 'a web page named .xls', write: htmlWriter('gb18030') },
  { name: 'one row a household, CSV', change: widen, write: csvWriter(), isWide: true },
  { name: 'one row a household, xlsx', change: widen, write: bookWriter({ money: 'number' }), isWide: true },
];

async function writeCounty(county: County, write: Variant['write'], folder: string) {
  const paths: string[] = [];
  for (const table of county.tables) {
    const files = [await write(table)].flat();
    writeFiles(folder, files);
    paths.push(...files.map(({ path }) => path));
  }
  const file = join(folder, 'dibao.yaml');
  writeFileSync(file, stringify({ ...county.campaign, sources: { roster: paths } }));
  return loadCampaign(file);
}

describe.skipIf(!hasGolden).each(goldenNames)('%s', (name) => {
  const county = hasGolden ? readCounty(name) : null;
  it.each(variants)('$name', async ({ name: title, write, change, isWide }) => {
    if (county === null) throw new Error('no golden county');
    const random = randomOf(`${name} ${title}`);
    const rosters = { ...county, tables: county.tables.filter(({ register }) => register === 'roster') };
    const altered = change === undefined ? rosters : mapTables(rosters, (table) => change(table, random));
    const campaign = await writeCounty(altered, write, temporaryFolder());
    const out = temporaryFolder();
    let edits: ReturnType<typeof someEdits> = [];
    const { before, after, files } = await rewriting(campaign, out, (households) => {
      edits = someEdits(households, random);
      return edits;
    });
    expect(files.every(({ file }) => existsSync(join(out, file)))).toBe(true);
    const hasRelations = isWide !== true;
    const lines = after.map((one) => lineOf(one, {}, hasRelations)).sort();
    expect(lines).toEqual(expectedLines(before, edits, true, hasRelations));
  });
});
