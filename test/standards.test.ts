import { describe, expect, test } from 'vitest';
import { parameterInForce } from '../src/standards/in-force.js';
import { loadStandards } from '../src/standards/load.js';
import type { Parameter } from '../src/standards/types.js';

const all = loadStandards();

function named(name: string): Parameter {
  const found = all.find((parameter) => parameter.name === name);
  if (found === undefined) throw new Error(`no parameter ${name}`);
  return found;
}

const valueOn = (name: string, day: string) => parameterInForce(named(name), day).value;

describe('each side of each date', () => {
  test.each([
    ['resident_basic_pension', '2020-06-30', 88],
    ['resident_basic_pension', '2020-07-01', 93],
    ['resident_basic_pension', '2023-12-31', 93],
    ['resident_basic_pension', '2024-01-01', 123],
    ['resident_basic_pension', '2024-12-31', 123],
    ['resident_basic_pension', '2025-01-01', 143],
    ['retirement_men_cap', '2024-12-31', 60],
    ['retirement_men_cap', '2025-01-01', 63],
    ['retirement_women_55_cap', '2024-12-31', 55],
    ['retirement_women_55_cap', '2025-01-01', 58],
    ['retirement_women_50_cap', '2024-12-31', 50],
    ['retirement_women_50_cap', '2025-01-01', 55],
  ])('%s on %s is %s', (name, day, value) => {
    expect(valueOn(name, day)).toBe(value);
  });

  test('every value begins with its own date and no two on one day', () => {
    for (const { name, values } of all) {
      const days = values.map(({ from }) => from);
      expect(days, name).toEqual([...new Set(days)].sort());
      for (const { from, value } of values) expect(valueOn(name, from), name).toEqual(value);
    }
  });
});

describe('past the last known date', () => {
  test('the disregarded pension holds to the end of 2025; then the last value is used, and said so', () => {
    const pension = named('resident_basic_pension');
    expect(parameterInForce(pension, '2025-12-31')).toMatchObject({ value: 143, past_last: false });
    expect(parameterInForce(pension, '2026-01-01')).toMatchObject({ value: 143, past_last: true });
  });

  test('a gap in what is known is said too, until the next value', () => {
    const pension = named('resident_basic_pension');
    expect(parameterInForce(pension, '2022-06-01').past_last).toBe(true);
    expect(parameterInForce(pension, '2024-01-01').past_last).toBe(false);
  });

  test('before its first date a parameter has its first value, and says so', () => {
    const first = parameterInForce(named('refusal_count'), '2014-04-30');
    expect(first).toMatchObject({ value: 3, from: '2014-05-01', past_last: true });
  });

  test('a parameter without a limit of knowledge is never past it', () => {
    expect(parameterInForce(named('supporter_multiple'), '2099-01-01').past_last).toBe(false);
  });
});

describe('the values of RULES.md', () => {
  test.each([
    ['supporter_multiple', 3],
    ['income_tolerance', 1.2],
    ['finance_multiple', 24],
    ['utility_share', 0.3],
    ['spending_multiple', 6],
    ['refusal_count', 3],
    ['refusal_months', 12],
    ['adult_age', 18],
    ['working_age', 16],
    ['supporter_parent_age', 60],
    ['homes_limit', 2],
    ['women_base', 55],
    ['retirement_men_first_birth', '1965-01'],
    ['retirement_women_55_first_birth', '1970-01'],
    ['retirement_women_50_first_birth', '1975-01'],
    ['vehicle_exempt', ['残疾人专用', '摩托车', '电动自行车']],
    ['operating_codes', ['B', 'C', 'D', 'E', 'F', 'G', 'R', 'S', 'T']],
  ])('%s', (name, value) => {
    expect(valueOn(name, '2026-11-01')).toEqual(value);
  });

  test('each has a title, a unit and a document', () => {
    for (const { name, title, unit, description, values } of all) {
      expect(title, name).not.toBe('');
      expect(unit, name).not.toBe('');
      expect(description, name).not.toBe('');
      for (const { document } of values) expect(document, name).toBeTruthy();
    }
  });

  test('nobody has signed them yet', () => {
    expect(all.filter(({ verified }) => verified)).toEqual([]);
  });
});
