import { describe, expect, it } from 'vitest';
import type { RunResult } from '../src/run.js';
import {
  type County,
  fieldsOf,
  goldenNames,
  hasGolden,
  mapFields,
  mapRecords,
  mapTables,
  readCounty,
  type Table,
} from './variants/county.js';
import { type CsvStyle, csvLine, encode, plainStyle, wholeRows } from './variants/csv.js';
import { type Allowed, baseline, expectSame, tally } from './variants/expectations.js';
import { runCounty, type Writer } from './variants/run.js';
import { knownPeople, strangersIn } from './variants/strangers.js';

/** A row spoilt on purpose: the file, the physical line, and what must be said of it. */
interface Spoilt {
  readonly file: string;
  readonly line: number;
  readonly register: string;
}

/** Writes CSV files in which the lines of every `step`-th stranger are spoilt; at most `most` in a file. */
function spoilingWriter(
  county: County,
  spoil: (row: readonly string[], style: CsvStyle) => string,
  style: CsvStyle,
  step: number,
  most: number,
): { write: Writer; spoilt: Spoilt[] } {
  const known = knownPeople(county);
  const spoilt: Spoilt[] = [];
  const write: Writer = (table) => {
    const isStranger = strangersIn(table, known);
    const path = `data/${table.name}.csv`;
    let text = '';
    let line = 1;
    let strangers = 0;
    let count = 0;
    for (const row of wholeRows(table)) {
      let one = csvLine(row, style);
      if (isStranger(row) && ++strangers % step === 0 && count < most) {
        one = spoil(row, style);
        spoilt.push({ file: path, line, register: table.register });
        count++;
      }
      text += one + style.lineEnd;
      line += 1 + (one.match(/\r\n|\n|\r/g)?.length ?? 0);
    }
    return { path, bytes: encode(text, style.encoding) };
  };
  return { write, spoilt };
}

const countBy = (spoilt: readonly Spoilt[]): Record<string, number> => {
  const out: Record<string, number> = {};
  for (const { register } of spoilt) out[register] = (out[register] ?? 0) + 1;
  return out;
};

/** Rejects of a kind by file and row, as rejects.csv would have them. */
function rejects(run: RunResult, kind: string): string[] {
  return run.files
    .flatMap(({ parts }) => parts)
    .flatMap((part) =>
      part.listed.filter((one) => one.rejected && one.kind === kind).map((one) => `${part.file} ${one.row}`),
    )
    .sort();
}

const places = (spoilt: readonly Spoilt[]): string[] =>
  spoilt.map(({ file, line }) => `${file} ${line}`).sort();

/** Registers' optional values of strangers, and of the roster those that decide nothing, made unreadable. */
function unreadable(county: County): County {
  const known = knownPeople(county);
  return mapTables(county, (table) => {
    if (table.register === 'roster') {
      const harmless: Record<string, string> = {
        start_date: '去年冬天',
        class: '特类',
        officer: '——',
        phone: '无',
      };
      let count = 0;
      return mapFields(table, (cell, field) => (count++ % 4 === 0 ? (harmless[field.name] ?? cell) : cell));
    }
    const isStranger = strangersIn(table, known);
    const fields = fieldsOf(table);
    return mapRecords(table, (row, at) =>
      isStranger(row) && at % 3 === 0
        ? row.map((cell, index) => {
            const field = fields[index];
            return field == null ||
              field.starred === true ||
              field.type === 'id' ||
              field.name === 'household_id'
              ? cell
              : '不详?';
          })
        : row,
    );
  });
}

/** Every tenth stranger's ID as a spreadsheet rounds it. */
function rounded(county: County): { county: County; rejected: Record<string, number> } {
  const known = knownPeople(county);
  const rejected: Record<string, number> = {};
  const altered = mapTables(county, (table) => {
    const isStranger = strangersIn(table, known);
    const fields = fieldsOf(table);
    let strangers = 0;
    return mapRecords(table, (row) => {
      if (!isStranger(row) || ++strangers % 10 !== 0) return row;
      rejected[table.register] = (rejected[table.register] ?? 0) + 1;
      return row.map((cell, index) =>
        fields[index]?.name === 'id_number'
          ? strangers % 20 === 0
            ? '3.30482E+17'
            : '330482196305151000'
          : cell,
      );
    });
  });
  return { county: altered, rejected };
}

const utf8 = plainStyle;
const gb: CsvStyle = { ...plainStyle, encoding: 'gb18030', lineEnd: '\n' };

describe.skipIf(!hasGolden).each(goldenNames)('%s with dirt', (name) => {
  const read = (): County => readCounty(name);
  const same = (run: RunResult, allowed: Allowed) => expectSame(read(), run, allowed);

  it('unreadable optional values and unknown code texts change no case', async () => {
    const run = await runCounty(unreadable(read()), spoilingWriter(read(), () => '', utf8, 1e9, 0).write);
    await same(run, {});
    const base = await baseline(name);
    const count = (of: RunResult): number =>
      of.report.summary.problems.reduce((sum, one) => sum + one.count, 0);
    expect(count(run)).toBeGreaterThan(count(base));
  });

  it('rounded IDs in registers are rejected and counted', async () => {
    const { county, rejected } = rounded(read());
    const run = await runCounty(county, spoilingWriter(county, () => '', utf8, 1e9, 0).write);
    await same(run, { rejected });
    expect(Object.values(rejected).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(100);
  });

  it.each([utf8, gb])(
    'rows with a field more or less are rejected by their line ($encoding)',
    async (style) => {
      const spoil = (row: readonly string[]): string =>
        csvLine(row.length % 2 === 0 ? [...row, '多一列'] : row.slice(0, -1), style);
      const { write, spoilt } = spoilingWriter(read(), spoil, style, 20, 1e9);
      const run = await runCounty(read(), write);
      await same(run, { rejected: countBy(spoilt) });
      expect(rejects(run, 'field-count')).toEqual(places(spoilt));
      expect(spoilt.length).toBeGreaterThan(100);
    },
  );

  it.each([utf8, gb])('a quote left open costs its own row only ($encoding)', async (style) => {
    const spoil = (row: readonly string[]): string => {
      const last = csvLine(row.slice(0, -1), style);
      return `${last}${style.delimiter}"未闭合`;
    };
    const { write, spoilt } = spoilingWriter(read(), spoil, style, 7, 1);
    const run = await runCounty(read(), write);
    await same(run, { rejected: countBy(spoilt) });
    expect(rejects(run, 'quote-unclosed')).toEqual(places(spoilt));
    expect(spoilt.length).toBeGreaterThan(20);
  });

  it('bytes of no character in the row of a stranger cost no other row', async () => {
    const mark = '\u0001坏\u0001';
    const bad = (row: readonly string[]): string =>
      csvLine(
        row.map((cell) => (/^\p{Script=Han}{2,4}$/u.test(cell) ? mark : cell)),
        utf8,
      );
    const { write, spoilt } = spoilingWriter(read(), bad, utf8, 9, 2);
    const broken: Writer = (table: Table) =>
      [write(table)].flat().map(({ path, bytes }) => {
        const hex = Buffer.from(mark, 'utf8').toString('latin1');
        return {
          path,
          bytes: Buffer.from(bytes.toString('latin1').replaceAll(hex, '\xff\xfe\xff'), 'latin1'),
        };
      });
    const run = await runCounty(read(), broken);
    expect(spoilt.length).toBeGreaterThan(20);
    const base = tally(await baseline(name));
    const after = tally(run);
    const more: Record<string, number> = {};
    for (const [register, { rejected }] of after)
      more[register] = rejected - (base.get(register)?.rejected ?? 0);
    for (const [register, count] of Object.entries(more))
      expect([register, count <= (countBy(spoilt)[register] ?? 0)]).toEqual([register, true]);
    await same(run, { rejected: more });
  });
});
