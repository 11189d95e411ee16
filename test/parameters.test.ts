import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { parameterInForce } from '../src/standards/in-force.js';
import { loadStandards } from '../src/standards/load.js';
import { emptyDatabase } from './helpers/vocabulary-db.js';

const parameters = loadStandards();
const numbers = parameters.filter((one) => (one.type ?? 'number') === 'number');

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** Each first day of a value, and the day before it. */
const days = [
  ...new Set(numbers.flatMap((one) => one.values.flatMap(({ from }) => [dayBefore(from), from]))),
].sort();

describe('what the law says stands with its date and its document', () => {
  it.each(parameters.map((one) => [one.name, one] as const))('%s', (_, parameter) => {
    expect(parameter.values.length).toBeGreaterThan(0);
    expect(parameter.title).not.toBe('');
    expect(parameter.description ?? '').not.toBe('');
    expect(parameter.unit).not.toBe('');
    const from = parameter.values.map((one) => one.from);
    expect(from).toEqual([...new Set(from)].sort());
    for (const { document } of parameter.values) expect(document ?? '').not.toBe('');
  });
});

let db: DuckDBConnection;
beforeAll(async () => {
  db = await emptyDatabase({ asOf: '2026-11-15' });
});

describe.each(days)('the values in force on %s', (day) => {
  const inSql = new Map<string, number>();
  beforeAll(async () => {
    await db.run(`UPDATE campaign SET as_of = '${day}'`);
    const reader = await db.runAndReadAll('SELECT name, CAST(value AS DOUBLE) FROM setting');
    for (const [name, value] of reader.getRows()) inSql.set(String(name), Number(value));
  });

  it('are the latest begun, and the first where none has begun', () => {
    const wanted = numbers.map(({ name, values }) => {
      const begun = values.filter(({ from }) => from <= day);
      return [name, Number((begun.at(-1) ?? values[0])?.value)];
    });
    expect(Object.fromEntries(inSql)).toEqual(Object.fromEntries(wanted));
  });

  it('are what reports print', () => {
    for (const one of numbers) expect(parameterInForce(one, day).value, one.name).toBe(inSql.get(one.name));
  });
});

describe('a value past the dates for which it is known', () => {
  const basic = numbers.find((one) => one.name === 'resident_basic_pension');
  it.each([
    ['2017-12-31', 88, true],
    ['2018-01-01', 88, false],
    ['2024-12-31', 123, false],
    ['2025-01-01', 143, false],
    ['2025-12-31', 143, false],
    ['2026-01-01', 143, true],
  ] as const)('resident_basic_pension on %s is %d, past its dates: %s', (day, value, past) => {
    if (!basic) throw new Error('no such parameter');
    expect(parameterInForce(basic, day)).toMatchObject({ value, past_last: past });
  });
});
