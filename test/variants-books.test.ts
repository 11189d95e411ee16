import { describe, expect, it } from 'vitest';
import { addSubtotals, shuffleColumns } from './variants/changes.js';
import { type County, goldenNames, hasGolden, mapTables, readCounty, type Table } from './variants/county.js';
import { type Allowed, expectSame } from './variants/expectations.js';
import { htmlWriter } from './variants/html.js';
import { randomOf } from './variants/random.js';
import { runCounty, type Writer } from './variants/run.js';
import { bookWriter } from './variants/sheets.js';

interface Variant {
  readonly name: string;
  readonly write: Writer;
  readonly change?: (table: Table, random: () => number) => Table;
  readonly allowed?: (county: County) => Allowed;
}

const accounts = ['bank_account', 'account'];

const variants: readonly Variant[] = [
  { name: 'xlsx: text as it is', write: bookWriter() },
  {
    name: 'xlsx: title, unit line, merged households, date cells, amounts and household numbers as numbers, notes',
    write: bookWriter({
      ...{ title: true, mergeHouseholds: true, dates: 'cell', money: 'number', notes: true },
      numbers: ['household_id', 'phone', 'plate'],
    }),
  },
  {
    name: 'xlsx: two-row header, serials, amounts with 元, hidden rows',
    write: bookWriter({ title: true, twoRowHeader: true, dates: 'serial', money: 'yuan', hiddenRows: true }),
  },
  {
    name: 'xlsx: hidden sheet of notes first, rows on three sheets, two-row headers, subtotals',
    change: addSubtotals,
    write: bookWriter({
      ...{ notesSheet: true, sheets: 3, twoRowHeader: true, title: true, notes: true },
      dates: 'cell',
    }),
  },
  {
    name: 'xlsx: accounts as numbers are rounded and never joined',
    write: bookWriter({ numbers: accounts, money: 'number' }),
    allowed: (county) => ({ expected: county.expected.filter((one) => one.check !== 'D03.account') }),
  },
  {
    name: 'xls',
    change: shuffleColumns,
    write: bookWriter({ format: 'biff8', title: true, dates: 'cell', money: 'number' }, 'xls'),
  },
  {
    name: 'ods',
    write: bookWriter({ format: 'ods', title: true, twoRowHeader: true, dates: 'cell' }, 'ods'),
  },
  { name: 'a web page named .xls', write: htmlWriter('utf-8') },
  { name: 'a web page named .xls in GB18030', write: htmlWriter('gb18030') },
];

describe.skipIf(!hasGolden).each(goldenNames)('%s in workbooks', (name) => {
  const county = hasGolden ? readCounty(name) : null;
  it.each(variants)('$name', async ({ name: title, change, write, allowed }) => {
    if (county === null) throw new Error('no golden county');
    const random = randomOf(`${name} ${title}`);
    const altered = change === undefined ? county : mapTables(county, (table) => change(table, random));
    const run = await runCounty(altered, write);
    expect(run.files.length).toBe(altered.tables.length);
    await expectSame(county, run, allowed?.(county));
  });
});
