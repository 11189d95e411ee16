import { describe, expect, it } from 'vitest';
import { monthNumber } from '../src/cases/months.js';
import { type HouseholdMoney, type Onset, overpaidOf } from '../src/cases/overpaid.js';

const AS_OF = '2026-11-15';

/** 600 yuan a month for three persons, drawn since 2024, and no payment register. */
const money = (over: Partial<HouseholdMoney> = {}): HouseholdMoney => ({
  ...{ startDate: '2024-01-01', monthlyFen: 60_000, coveredSize: 3, payments: null },
  ...over,
});

const onset = (
  since: string | null,
  grade: Onset['grade'] = 'exit',
  person: string | null = null,
): Onset & { person: string | null } => ({ since, grade, person });

const paid = (months: Readonly<Record<string, number>>): ReadonlyMap<number, number> =>
  new Map(Object.entries(months).map(([month, fen]) => [monthNumber(month), fen]));

describe('months', () => {
  it('are numbered without a gap over the turn of a year', () => {
    expect(monthNumber('2026-01') - monthNumber('2025-12')).toBe(1);
    expect(monthNumber('2026-12-31') - monthNumber('2026-01-01')).toBe(11);
    expect(monthNumber('0000-01')).toBe(0);
  });
});

describe('overpayment without a payment register', () => {
  it('of an exit case is every month after the onset’s, whole, and an estimate', () => {
    expect(overpaidOf([onset('2026-08-20')], money(), AS_OF)).toEqual({
      ...{ months: 3, amount: 1800, basis: 'estimate' },
    });
  });

  it('covers the months after the onset’s, up to the as-of date’s', () => {
    const months = (since: string) => overpaidOf([onset(since)], money(), AS_OF)?.months;
    expect(['2026-08-31', '2026-10-01'].map(months)).toEqual([3, 1]);
  });

  it('of a ground of this month or of a day to come covers none', () => {
    for (const since of ['2026-11-01', '2027-03-01'])
      expect(overpaidOf([onset(since)], money(), AS_OF)).toEqual({ months: 0, amount: 0, basis: 'estimate' });
  });

  it('of a case to be verified is reckoned as of an exit', () => {
    expect(overpaidOf([onset('2026-08-20', 'verify', 'A')], money(), AS_OF)?.amount).toBe(1800);
  });

  it('of a member to be removed is that member’s share', () => {
    expect(overpaidOf([onset('2026-08-20', 'remove', 'A')], money(), AS_OF)).toEqual({
      ...{ months: 3, amount: 600, basis: 'estimate' },
    });
  });

  it('begins with the relief, where the ground is older', () => {
    const since2026 = money({ startDate: '2026-09-01' });
    expect(overpaidOf([onset('2019-05-01')], since2026, AS_OF)?.months).toBe(2);
  });

  it('begins with the ground, where the relief is older or its start is not known', () => {
    expect(overpaidOf([onset('2026-09-02')], money({ startDate: '2026-09-01' }), AS_OF)?.months).toBe(2);
    expect(overpaidOf([onset('2026-08-20')], money({ startDate: null }), AS_OF)?.months).toBe(3);
  });

  it('is nothing, and not unknown, where the ground is of this month', () => {
    expect(overpaidOf([onset('2026-11-02')], money(), AS_OF)).toEqual({
      ...{ months: 0, amount: 0, basis: 'estimate' },
    });
  });

  it('is unknown without an onset, and where nobody knows what is drawn', () => {
    expect(overpaidOf([onset(null)], money(), AS_OF)).toBeNull();
    expect(overpaidOf([], money(), AS_OF)).toBeNull();
    expect(overpaidOf([onset('2026-08-20')], money({ monthlyFen: null }), AS_OF)).toBeNull();
  });

  it('takes of several cases those whose onset is known', () => {
    expect(overpaidOf([onset(null), onset('2026-08-20')], money(), AS_OF)?.amount).toBe(1800);
    expect(overpaidOf([onset('2026-08-20'), onset(null)], money(), AS_OF)?.amount).toBe(1800);
  });
});

describe('overpayment of several cases', () => {
  it('counts a month once, however many cases cover it', () => {
    const both = [onset('2026-08-20'), onset('2026-06-01', 'verify')];
    expect(overpaidOf(both, money(), AS_OF)).toMatchObject({ months: 5, amount: 3000 });
  });

  it('counts one person’s share once, and two persons’ twice', () => {
    const same = [onset('2026-08-20', 'remove', 'A'), onset('2026-09-20', 'remove', 'A')];
    expect(overpaidOf(same, money(), AS_OF)).toMatchObject({ months: 3, amount: 600 });
    const two = [onset('2026-08-20', 'remove', 'A'), onset('2026-09-20', 'remove', 'B')];
    expect(overpaidOf(two, money(), AS_OF)).toMatchObject({ months: 3, amount: 1000 });
  });

  it('counts those whom no number names as one person', () => {
    const unnamed = [onset('2026-08-20', 'remove'), onset('2026-08-20', 'remove')];
    expect(overpaidOf(unnamed, money(), AS_OF)?.amount).toBe(600);
    expect(overpaidOf([...unnamed, onset('2026-08-20', 'remove', 'A')], money(), AS_OF)?.amount).toBe(1200);
  });

  it('never takes more shares than persons are covered', () => {
    const four = ['A', 'B', 'C', 'D'].map((person) => onset('2026-08-20', 'remove', person));
    expect(overpaidOf(four, money(), AS_OF)?.amount).toBe(1800);
  });

  it('takes a month whole where an exit case covers it beside a removal, in either order', () => {
    const removal = onset('2026-07-20', 'remove', 'A');
    const exit = onset('2026-09-20');
    expect(overpaidOf([removal, exit], money(), AS_OF)).toMatchObject({ months: 4, amount: 1600 });
    expect(overpaidOf([exit, removal], money(), AS_OF)).toMatchObject({ months: 4, amount: 1600 });
  });

  it('rounds the half of a fen up, though sixths of it have no end in binary', () => {
    const nineMonths = [onset('2026-02-10', 'remove', 'A')];
    // 9 × 0.97 / 6 = 1.455.
    expect(overpaidOf(nineMonths, money({ monthlyFen: 97, coveredSize: 6 }), AS_OF)?.amount).toBe(1.46);
    expect(overpaidOf(nineMonths, money({ monthlyFen: 385, coveredSize: 6 }), AS_OF)?.amount).toBe(5.78);
  });
});

describe('overpayment with a payment register', () => {
  const payments = paid({ '2026-08': 50_000, '2026-09': 61_000, '2026-11': 0, '2026-12': 70_000 });

  it('is what was paid after the onset’s month up to the as-of date, and says so', () => {
    expect(overpaidOf([onset('2026-08-01')], money({ payments }), AS_OF)).toEqual({
      ...{ months: 2, amount: 610, basis: 'payments' },
    });
  });

  it('is known by the payments where the roster names no amount', () => {
    const unknown = money({ payments, monthlyFen: null });
    expect(overpaidOf([onset('2026-07-01')], unknown, AS_OF)).toMatchObject({ months: 3, amount: 1110 });
  });

  it('is nothing where the register has no payment to the household', () => {
    expect(overpaidOf([onset('2026-07-01')], money({ payments: new Map() }), AS_OF)).toEqual({
      ...{ months: 0, amount: 0, basis: 'payments' },
    });
  });
});
