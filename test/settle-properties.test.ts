import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AmountRules } from '../src/campaign-file/amount-rules.js';
import { incomeLevel, workAmount } from '../src/settle/amount.js';
import { settle } from '../src/settle/settle.js';
import { type Standing, standingOf } from '../src/settle/standing.js';
import { holdCleaned, rosterFigures, totalsOf } from '../src/settle/totals.js';
import { householdOf, knownOf, type SettleCase, termsFor } from './helpers/settle-cases.js';

const fen = fc.integer({ min: 0, max: 2_000_000 });
const persons = fc.integer({ min: 1, max: 12 });
const year = fc.integer({ min: 1, max: 3_000_000 }).map(BigInt);
const steps = [
  { name: '一档', below: 40_000, monthly: 90_000 },
  { name: '二档', below: 80_000, monthly: 60_000 },
  { name: '三档', below: null, monthly: 30_000 },
];

function amountOf(
  standard: bigint,
  n: number,
  c: number,
  income: number,
  tiers: typeof steps | null,
): bigint {
  const facts = {
    ...{ standard: { year: standard, document: '' }, n, c, tiers, supplement: 0n },
    income: { fen: BigInt(income), from: 'verified' as const },
  };
  return workAmount(facts)?.fen ?? -1n;
}

test.each([['difference', null] as const, ['tiers', steps] as const])(
  'by %s: never negative, and never more for a higher income',
  (_, tiers) => {
    fc.assert(
      fc.property(year, persons, persons, fen, fen, (standard, n, c, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const less = amountOf(standard, n, c, high, tiers === null ? null : [...tiers]);
        expect(less).toBeGreaterThanOrEqual(0n);
        expect(less).toBeLessThanOrEqual(amountOf(standard, n, c, low, tiers === null ? null : [...tiers]));
      }),
    );
  },
);

test('by difference: whole yuan, less than one yuan above the exact amount, nothing from the standard on', () => {
  fc.assert(
    fc.property(year, persons, persons, fen, (standard, n, c, income) => {
      const amount = amountOf(standard, n, c, income, null);
      const gap = standard * BigInt(n) - 12n * BigInt(income);
      if (gap <= 0n) {
        expect(amount).toBe(0n);
        return;
      }
      const [exact, given] = [gap * BigInt(c), amount * 12n * BigInt(n)];
      expect(amount % 100n).toBe(0n);
      expect(given).toBeGreaterThanOrEqual(exact);
      expect(given).toBeLessThan(exact + 1200n * BigInt(n));
    }),
  );
});

test('below, edge and above divide the incomes, in this order', () => {
  fc.assert(
    fc.property(year, persons, fen, fen, (standard, n, one, other) => {
      const order = ['below', 'edge', 'above'];
      const place = (income: number) =>
        order.indexOf(incomeLevel(BigInt(income), n, { year: standard, document: '' }, 1.5));
      expect(place(Math.min(one, other))).toBeLessThanOrEqual(place(Math.max(one, other)));
    }),
  );
});

const verdict = fc.record({
  check: fc.constantFrom('R02.death', 'R03', 'R04.car', 'R08', 'R09.income'),
  person: fc.constantFrom('A', 'B', 'C'),
  verdict: fc.constantFrom('confirmed' as const, 'dismissed' as const, 'partly' as const),
  measure: fc.constantFrom(...(['stop', 'remove', 'lower', 'raise', 'keep', 'edge', null] as const)),
  income: fc.constantFrom(null, 0, 600, 2416, 3000, 5000),
  investigators: fc.constantFrom<string[]>(['赵一', '钱二'], ['赵一']),
  open: fc.boolean(),
  recover: fc.constantFrom(null, 0, 120.5),
});

const amounts: AmountRules[] = [
  { mode: 'difference', tiers: [], supplement: false },
  {
    mode: 'tiers',
    supplement: false,
    tiers: [{ category: 'urban', from: '2025-07-01', document: '', steps }],
  },
];

const written: fc.Arbitrary<SettleCase> = fc.record({
  name: fc.constant(''),
  expect: fc.constant({}),
  members: fc.constantFrom(['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C 子女 不享受']),
  household: fc.record({
    monthly_amount: fc.constantFrom(null, 300, 908.5, 1816, 2724),
    category: fc.constantFrom('urban' as const, 'rural' as const, null),
  }),
  cases: fc.array(verdict, { maxLength: 3 }),
  served: fc.constantFrom(null, '2026-11-20', '2026-11-30'),
  amount: fc.constantFrom(...amounts),
});

function standing(one: SettleCase): Standing {
  const known = knownOf(one);
  return standingOf(settle(householdOf(one), known, termsFor(one)), known.state?.settled ?? null);
}

test('control totals hold, whatever the verdicts; nobody is stopped or lowered while anything is missing', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 8 }), (all) => {
      const standings = all.map(standing);
      const roster = rosterFigures(all.map(householdOf));
      const totals = totalsOf(standings, roster);
      const { before, after } = totals.all;
      expect(after.households).toBe(
        before.households -
          totals.all.groups.stopped.before.households -
          totals.all.groups.edge.before.households,
      );
      for (const { holds, decided, group } of standings) {
        if (decided.waits.length > 0 || decided.doubts.length > 0) expect(group).toBe('waiting');
        expect(holds.after.fen).toBeGreaterThanOrEqual(0);
        if (group === 'waiting') expect(holds.after).toEqual(holds.before);
      }
    }),
  );
});

test('a cleaned roster that is another by one fen, person or household is found', () => {
  const all = [
    { name: '', expect: {} },
    { name: '', expect: {}, cases: [{ measure: 'stop' as const }] },
  ];
  const totals = totalsOf(all.map(standing), rosterFigures(all.map(householdOf)));
  const [kept] = all.map(householdOf);
  if (kept === undefined) throw new Error('no household');
  expect(() => holdCleaned(totals, rosterFigures([kept]))).not.toThrow();
  for (const wrong of [
    [],
    [kept, kept],
    [{ ...kept, monthly_amount: 1815.99 }],
    [{ ...kept, covered: 1 }],
    [{ ...kept, category: 'rural' as const }],
  ])
    expect(() => holdCleaned(totals, rosterFigures(wrong))).toThrow('control total');
});
