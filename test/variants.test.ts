import { describe, expect, it } from 'vitest';
import * as change from './variants/changes.js';
import {
  type County,
  fieldsOf,
  goldenNames,
  hasGolden,
  mapTables,
  readCounty,
  type Table,
} from './variants/county.js';
import { type CsvStyle, csvWriter } from './variants/csv.js';
import { type Allowed, expectSame } from './variants/expectations.js';
import { randomOf } from './variants/random.js';
import { runCounty, type Writer } from './variants/run.js';
import { grouped, groupOf } from './variants/sheets.js';

interface Variant {
  readonly name: string;
  readonly change?: (table: Table, random: () => number) => Table | readonly Table[];
  readonly style?: Partial<CsvStyle>;
  readonly write?: Writer;
  readonly allowed?: (county: County) => Allowed;
}

const breakHeaders = (table: Table): Table => ({
  ...table,
  header: table.header.map((cell) => (cell.length > 2 ? `${cell.slice(0, 2)}\n${cell.slice(2)}` : cell)),
});

/** A remark of two lines, with quotes, in every fifth row. */
function addRemarks(table: Table): Table {
  let count = 0;
  const rows = table.rows.map((row) =>
    row.length === table.header.length
      ? [...row, count++ % 5 === 0 ? `见"附件${count}"\r\n第二行,${count}` : '']
      : row,
  );
  return { ...table, header: [...table.header, '情况说明'], rows };
}

const addSeparatorLine = (table: Table): Table => ({ ...table, above: [['sep='], ...table.above] });

/** Groups above the header, with blanks where a merged cell stood; labels without a group stand in the upper row. */
function twoRowHeader(table: Table): Table {
  const own = grouped(table);
  const groups = fieldsOf(own).map((field) => groupOf(own, field));
  const upper = groups.map((group, index) =>
    group === '' ? (own.header[index] ?? '') : group === groups[index - 1] ? '' : group,
  );
  const lower = own.header.map((label, index) => (groups[index] === '' ? '' : label));
  return { ...own, above: [...own.above, upper], header: lower };
}

const variants: readonly Variant[] = [
  { name: 'UTF-8 without a mark, lower-case x', change: change.lowerX, style: { lineEnd: '\n' } },
  {
    name: 'UTF-8 with a mark, CR line ends, unknown columns',
    change: change.addColumns,
    style: { encoding: 'utf-8-bom', lineEnd: '\r' },
  },
  { name: 'UTF-16LE, tabs', style: { encoding: 'utf-16le', delimiter: '\t' } },
  {
    name: 'UTF-16BE, semicolons, all quoted',
    style: { encoding: 'utf-16be', delimiter: ';', quoteAll: true },
  },
  {
    name: 'GB18030, all quoted, text marks before numbers',
    change: change.textMarks,
    style: { encoding: 'gb18030', quoteAll: true },
  },
  { name: 'GB18030, bars', style: { encoding: 'gb18030', delimiter: '|' } },
  {
    name: 'UTF-8, bars, as .txt, blank rows',
    change: change.addBlankRows,
    write: csvWriter({ delimiter: '|' }, 'txt'),
  },
  {
    name: 'tabs under the name of a workbook',
    write: csvWriter({ delimiter: '\t', encoding: 'gb18030' }, 'xls'),
  },
  {
    name: 'a line for Excel above: sep=;',
    change: addSeparatorLine,
    style: { delimiter: ';', encoding: 'utf-8-bom' },
  },
  { name: 'headers of two rows', change: twoRowHeader },
  { name: 'line breaks in headers and remarks', change: (table) => addRemarks(breakHeaders(table)) },
  {
    name: 'line breaks in headers and remarks, UTF-16LE, CR',
    change: (table) => addRemarks(breakHeaders(table)),
    style: { encoding: 'utf-16le', lineEnd: '\r', delimiter: '\t' },
  },
  { name: 'rows shuffled', change: change.shuffleRows },
  { name: 'columns shuffled', change: change.shuffleColumns },
  { name: 'spaces around cells and in headers', change: change.addSpaces },
  { name: 'full-width signs', change: change.fullWidth },
  { name: '15 digits where they say the same', change: change.oldIds },
  { name: 'dates in other words', change: change.otherDates },
  { name: 'amounts in other words', change: change.otherAmounts },
  { name: 'three files for each', change: (table) => change.split(table, 3) },
  { name: 'the header on every page', change: change.repeatHeader },
  { name: 'subtotals', change: change.addSubtotals },
  {
    name: 'all of it at once',
    change: (table, random) =>
      change
        .split(change.shuffleRows(table, random), 2)
        .map((part) =>
          change.addSubtotals(
            change.addSpaces(
              change.addColumns(change.otherDates(change.oldIds(change.shuffleColumns(part, random)))),
            ),
          ),
        ),
    style: { encoding: 'gb18030', delimiter: '\t' },
  },
];

describe.skipIf(!hasGolden).each(goldenNames)('%s in other files', (name) => {
  const county = hasGolden ? readCounty(name) : null;
  it.each(variants)('$name', async ({ name: title, change: alter, style, write, allowed }) => {
    if (county === null) throw new Error('no golden county');
    const random = randomOf(`${name} ${title}`);
    const altered = alter === undefined ? county : mapTables(county, (table) => alter(table, random));
    const run = await runCounty(altered, write ?? csvWriter(style));
    expect(run.report.summary.sources.length).toBe(altered.tables.length);
    await expectSame(county, run, allowed?.(county));
  });
});
