import { describe, expect, test } from 'vitest';
import { betaQuantile, normalQuantile, tQuantile } from '../src/sample/beta.js';
import { chances, drawCommunities } from '../src/sample/communities.js';
import { type Design, drawSample } from '../src/sample/draw.js';
import { type Estimate, estimate } from '../src/sample/estimate.js';
import { exactInterval } from '../src/sample/interval.js';
import { allocate, sizeFor } from '../src/sample/size.js';
import { type SampleCounty, sampleCounty } from './helpers/sample-county.js';

const DRAWS = 200;

/** What so many draws of a county say: each with a seed of its own. */
function estimates({ candidates, wrong }: SampleCounty, design: Omit<Design, 'seed'>): Estimate[] {
  return Array.from({ length: DRAWS }, (_, index) => {
    const { households } = drawSample(candidates, { ...design, seed: `种子${index}` });
    const observed = households.map((drawn) => ({ drawn, isWrong: wrong.has(drawn.household_id) }));
    return estimate(observed, 0.95);
  });
}

function judge(county: SampleCounty, all: readonly Estimate[]) {
  const rates = all.map(({ rate }) => rate ?? Number.NaN);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const spread = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (rates.length - 1));
  const errors = all.map(({ error }) => error ?? Number.NaN);
  const within = all.filter(
    ({ interval }) => interval !== null && interval.lower <= county.rate && county.rate <= interval.upper,
  );
  return {
    /** How far the mean is off, in what the mean of so many draws may be off by chance. */
    off: (mean - county.rate) / (spread / Math.sqrt(rates.length)),
    /** The standard error that the draws claim, against the one they have. */
    claimed: errors.reduce((sum, error) => sum + error, 0) / errors.length / spread,
    covered: within.length / all.length,
  };
}

const usual = sampleCounty(3, { flagged: 0.4, focus: 0.15, plain: 0.03 });
const rare = sampleCounty(3, { flagged: 0.05, focus: 0.01, plain: 0.005 });
const one = { first: null, minimum: 2, focus: 2 } as const;
const two = {
  first: { level: 'district', count: (all: number) => Math.ceil(0.3 * all), risk: 1 },
  minimum: 2,
  focus: 2,
} as const;

describe('the estimate over many draws', () => {
  const half = { level: 'street', count: (all: number) => Math.ceil(all / 2), risk: 1 } as const;
  test.each([
    ['one stage, 10 %', usual, { ...one, size: (n: number) => Math.ceil(n / 10) }],
    [
      'one stage, all to be looked at hardest',
      usual,
      { ...one, focus: null, size: (n: number) => Math.ceil(n / 4) },
    ],
    ['one stage, errors rare', rare, { ...one, size: (n: number) => Math.ceil(n / 5) }],
    ['two stages', usual, { ...two, size: (n: number) => Math.ceil(n / 3) }],
    ['two stages by township', usual, { ...two, first: half, size: (n: number) => Math.ceil(n / 4) }],
  ] as const)('%s: is not off, and its interval holds', (_, county, design) => {
    const { off, covered, claimed } = judge(county, estimates(county, design));
    expect(Math.abs(off)).toBeLessThan(3);
    expect(covered).toBeGreaterThanOrEqual(0.93);
    expect(claimed).toBeGreaterThan(0.85);
  });

  test('is the rate itself where everybody was visited', () => {
    const { households } = drawSample(usual.candidates, { ...one, seed: 's', size: (n) => n });
    const observed = households.map((drawn) => ({ drawn, isWrong: usual.wrong.has(drawn.household_id) }));
    const { rate, interval, method } = estimate(observed, 0.95);
    expect(method).toBe('whole');
    expect(rate).toBeCloseTo(usual.rate, 12);
    expect(interval).toEqual({ lower: rate, upper: rate });
  });

  test('has an interval above nothing where no error was found', () => {
    const { households } = drawSample(usual.candidates, { ...one, seed: 's', size: () => 200 });
    const found = estimate(
      households.map((drawn) => ({ drawn, isWrong: false })),
      0.95,
    );
    expect(found.interval?.lower).toBe(0);
    expect(found.interval?.upper).toBeGreaterThan(0.01);
    expect(found.interval?.upper).toBeLessThan(0.05);
  });

  test('lets those verified stand for the others of their stratum, and says which strata it leaves out', () => {
    const { households } = drawSample(usual.candidates, { ...one, seed: 's', size: () => 200 });
    const gone = households[0]?.stratum;
    const found = estimate(
      households.map((drawn) => ({
        drawn,
        isWrong: drawn.stratum === gone || drawn.order === 2 ? null : drawn.status === 'flagged',
      })),
      0.95,
    );
    const flagged = usual.candidates.filter(({ status }) => status === 'flagged').length;
    expect(found.unseen).toBe(1);
    expect(found.answered).toBeLessThan(found.drawn);
    expect(found.rate).toBeCloseTo(flagged / usual.candidates.length, 1);
  });

  test('gives no interval for a single community of several', () => {
    const first = { level: 'district', count: () => 1, risk: 0 } as const;
    const { households } = drawSample(usual.candidates, { ...one, first, seed: 's', size: (n) => n });
    const found = estimate(
      households.map((drawn) => ({ drawn, isWrong: drawn.order === 1 })),
      0.95,
    );
    expect(found.rate).toBeGreaterThan(0);
    expect(found.interval).toBeNull();
  });
});

describe('the draw', () => {
  const design: Design = { ...two, seed: '种子', size: (n) => Math.ceil(n / 4) };

  test('is the same whatever the order of the rows, and another with another seed', () => {
    const draw = drawSample(usual.candidates, design);
    const { households } = drawSample([...usual.candidates].reverse(), design);
    expect(households).toEqual(draw.households);
    const other = drawSample(usual.candidates, { ...design, seed: '别的' });
    expect(other.households.map((each) => each.household_id)).not.toEqual(
      draw.households.map((each) => each.household_id),
    );
  });

  test('takes a community as often as its chance says', () => {
    const communities = Array.from({ length: 20 }, (_, index) => ({
      name: `村${index}`,
      size: 5 + index * 4,
    }));
    const wanted = chances(communities, 6);
    expect(wanted.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(6, 9);
    const hits = communities.map(() => 0);
    const draws = 2000;
    for (let seed = 0; seed < draws; seed++)
      for (const index of drawCommunities(communities, wanted, 6, String(seed), ''))
        hits[index] = (hits[index] ?? 0) + 1;
    for (const [index, chance] of wanted.entries())
      expect(Math.abs((hits[index] ?? 0) / draws - chance)).toBeLessThan(
        4 * Math.sqrt((chance * (1 - chance)) / draws) + 0.005,
      );
  });

  test('takes a community whose size is more than its share for certain', () => {
    const wanted = chances(
      [
        { name: 'a', size: 90 },
        { name: 'b', size: 5 },
        { name: 'c', size: 5 },
      ],
      2,
    );
    expect(wanted).toEqual([1, 0.5, 0.5]);
  });
});

describe('sizes', () => {
  test.each([
    // Cochran's textbook figures: n0 = 384.16.
    [1000, 0.05, 278],
    [342, 0.05, 182],
    [1_000_000, 0.05, 384],
    [10, 0.05, 10],
  ])('of %i households a margin of %d takes %i', (all, margin, size) => {
    expect(sizeFor(all, { margin, confidence: 0.95, expected: 0.5 })).toBe(size);
  });

  test('are spread by households, none below the least and none above what there is', () => {
    const strata = [400, 300, 200, 50, 3, 1].map((households) => ({ households, multiple: 1 }));
    expect(allocate(strata, 100, 2)).toEqual([41, 31, 20, 5, 2, 1]);
    expect(allocate(strata, 5, 2)).toEqual([2, 2, 2, 2, 2, 1]);
    expect(allocate(strata, 10_000, 2)).toEqual([400, 300, 200, 50, 3, 1]);
    expect(
      allocate(
        [
          { households: 10, multiple: 9 },
          { households: 90, multiple: 1 },
        ],
        40,
        2,
      ),
    ).toEqual([10, 30]);
  });
});

describe('intervals', () => {
  test('of one stratum hold for every number of errors that there may be', () => {
    const [all, drawn] = [30, 10];
    const choose = (n: number, k: number): number => {
      let ways = k >= 0 && k <= n ? 1 : 0;
      for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
      return ways;
    };
    for (let wrong = 0; wrong <= all; wrong++) {
      let covered = 0;
      for (let x = Math.max(0, drawn - all + wrong); x <= Math.min(drawn, wrong); x++) {
        const { lower, upper } = exactInterval(all, drawn, x, 0.95);
        const share = wrong / all;
        if (lower - 1e-12 <= share && share <= upper + 1e-12)
          covered += (choose(wrong, x) * choose(all - wrong, drawn - x)) / choose(all, drawn);
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  test('of a stratum that was visited whole are the rate itself', () => {
    expect(exactInterval(7, 7, 3, 0.95)).toEqual({ lower: 3 / 7, upper: 3 / 7 });
  });

  test('rest on the usual tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
    expect(normalQuantile(0.995)).toBeCloseTo(2.575829, 6);
    expect(tQuantile(0.975, 10)).toBeCloseTo(2.228139, 6);
    expect(tQuantile(0.975, 1)).toBeCloseTo(12.706205, 5);
    // Clopper and Pearson's for 3 of 10.
    expect(betaQuantile(0.025, 3, 8)).toBeCloseTo(0.066739, 5);
    expect(betaQuantile(0.975, 4, 7)).toBeCloseTo(0.652453, 5);
  });
});
