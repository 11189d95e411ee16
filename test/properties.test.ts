import { describe, expect, it } from 'vitest';
import type { RunResult } from '../src/run.js';
import { addColumns, checkSign, shuffleColumns, shuffleRows } from './variants/changes.js';
import {
  blocksOf,
  type County,
  fieldsOf,
  goldenNames,
  hasGolden,
  isRecord,
  mapTables,
  readCounty,
  type Table,
} from './variants/county.js';
import { csvWriter } from './variants/csv.js';
import { baseline, caseIds, ofRoster } from './variants/expectations.js';
import { randomOf } from './variants/random.js';
import { runCounty } from './variants/run.js';

const csv = csvWriter();

/** A case in all that a reader acts on, but for where its evidence stands. */
function caseTexts(run: RunResult): string[] {
  return ofRoster(run)
    .map(({ case_id, grade, match, fact, since, overpaid, evidence }) =>
      JSON.stringify([case_id, grade, match, fact, since, overpaid, evidence.length]),
    )
    .sort();
}

/** Copies of rows under people who do not exist: their IDs are valid and of a place that does not. */
function withStrangers(table: Table, random: () => number): Table {
  if (table.register === 'roster') return table;
  const fields = fieldsOf(table);
  const invent = (): string => {
    const digits = `99${String(Math.floor(random() * 1e4)).padStart(4, '0')}19${String(10 + Math.floor(random() * 89))}0${1 + Math.floor(random() * 9)}1${Math.floor(random() * 9)}${String(Math.floor(random() * 1e3)).padStart(3, '0')}`;
    return digits + checkSign(digits);
  };
  const copies = table.rows.filter(isRecord).map((row) =>
    row.map((cell, index) => {
      const field = fields[index];
      if (field?.type === 'id') return invent();
      return field?.name === 'household_id' && cell !== '' ? `外${cell}` : cell;
    }),
  );
  return { ...table, rows: [...copies, ...table.rows] };
}

/** Every third row of a register again at its end. */
const withCopies = (table: Table): Table =>
  table.register === 'roster'
    ? table
    : {
        ...table,
        rows: [...table.rows, ...table.rows.filter((row, index) => isRecord(row) && index % 3 === 0)],
      };

/** The files of a county under names that put them into another order. */
const renamed = (county: County): County => ({
  ...county,
  tables: county.tables.map((table, index) => ({
    ...table,
    name: `${String(99 - index).padStart(2, '0')}${table.name}`,
  })),
});

describe.skipIf(!hasGolden).each(goldenNames)('properties of %s', (name) => {
  const county = (): County => readCounty(name);

  it.each([1, 2])(
    'order of rows, columns and files, and further columns, change no case (seed %i)',
    async (seed) => {
      const random = randomOf(`${name} ${seed}`);
      const altered = mapTables(renamed(county()), (table) =>
        addColumns(shuffleColumns(shuffleRows(table, random), random)),
      );
      const run = await runCounty(altered, csv);
      expect(caseTexts(run)).toEqual(caseTexts(await baseline(name)));
    },
  );

  it('rows about strangers change no case', async () => {
    const random = randomOf(`${name} strangers`);
    const run = await runCounty(
      mapTables(county(), (table) => withStrangers(table, random)),
      csv,
    );
    expect(caseTexts(run)).toEqual(caseTexts(await baseline(name)));
    const rows = (of: RunResult): number =>
      of.report.summary.sources.reduce((sum, source) => sum + source.rows, 0);
    expect(rows(run)).toBeGreaterThan(1.8 * rows(await baseline(name)) - 2000);
  });

  it('register rows given twice change no case but its evidence', async () => {
    const run = await runCounty(mapTables(county(), withCopies), csv);
    const short = (of: RunResult): string[] => caseTexts(of).map((text) => text.replace(/,\d+\]$/, ''));
    expect(short(run)).toEqual(short(await baseline(name)));
  });

  it('an absent register: its checks do not run, and never come out clear', async () => {
    const registers = [
      'payroll',
      'death',
      'pension',
      'vehicle',
      'property',
      'business',
      'job_refusal',
      'finance',
      'utility',
    ];
    const base = await baseline(name);
    for (const register of registers) {
      const fewer = { ...county(), tables: county().tables.filter((table) => table.register !== register) };
      const run = await runCounty(fewer, csv);
      for (const result of run.results) {
        const { rule, outcome } = result;
        const gone =
          rule.needs.includes(register) ||
          rule.any_of.some((group) => group.every((one) => one === register));
        if (gone) expect([rule.id, outcome]).toEqual([rule.id, 'not_run']);
        const before = base.results.find((one) => one.rule.id === rule.id)?.outcome;
        const uses = [...rule.needs, ...rule.uses, ...rule.any_of.flat(), ...rule.excused_by].includes(
          register,
        );
        if (!uses) expect([rule.id, outcome]).toEqual([rule.id, before]);
      }
      expect(run.report.summary.absent_registers.map((one) => one.register)).toContain(register);
    }
  });

  it('an empty register (a header and no rows) is as an absent one', async () => {
    const empty = mapTables(county(), (table) =>
      table.register === 'vehicle' ? { ...table, rows: [] } : table,
    );
    const run = await runCounty(empty, csv);
    const outcomes = run.results
      .filter(({ rule }) => rule.needs.includes('vehicle'))
      .map(({ outcome }) => outcome);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(new Set(outcomes)).toEqual(new Set(['not_run']));
  });

  it('a household taken off the roster takes its cases along, and touches no other household that it shares nobody with', async () => {
    const base = await baseline(name);
    const guilty = base.report.cases.map((one) => one.household_id);
    const random = randomOf(`${name} removed`);
    const gone = new Set(guilty.filter(() => random() < 0.2));
    const fewer = mapTables(county(), (table) => {
      if (table.register !== 'roster') return table;
      const column = fieldsOf(table).findIndex((field) => field?.name === 'household_id');
      return {
        ...table,
        rows: blocksOf(table)
          .filter((block) => !gone.has(block[0]?.[column] ?? ''))
          .flat(),
      };
    });
    const run = await runCounty(fewer, csv);
    const after = new Set(caseIds(run));
    expect(ofRoster(run).filter((one) => gone.has(one.household_id))).toEqual([]);
    // R07 asks whether the supporter himself draws relief; R02.marriage where the spouse lives; D01 and D03 compare households.
    const apart = /^(?:R07|R02\.marriage|D\d\d)/;
    const kept = base.report.cases.filter((one) => !gone.has(one.household_id) && !apart.test(one.check));
    expect(kept.filter((one) => !after.has(one.case_id)).map((one) => one.case_id)).toEqual([]);
  });
});
