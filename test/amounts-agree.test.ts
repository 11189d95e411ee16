import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fen, yuanText } from '../src/campaign-file/amounts.js';
import { workAmount } from '../src/settle/amount.js';
import { emptyDatabase } from './helpers/vocabulary-db.js';

const YEAR = 14_496_00;

/** One family: its persons, of them covered, its income in fen per person and month, and what it draws besides. */
const family = fc.record({
  n: fc.integer({ min: 1, max: 9 }),
  gone: fc.integer({ min: 0, max: 8 }),
  income: fc.oneof(
    fc.integer({ min: 0, max: 160_000 }),
    // Round the standard, 1208 yuan a month, and the limits of the tiers.
    fc.integer({ min: 120_795, max: 120_805 }),
    fc.constantFrom(29_999, 30_000, 79_999, 80_000),
  ),
  supplement: fc.constantFrom(0, 15_050),
});
const families = fc.sample(family, { numRuns: 150, seed: 20_261_101 });

const tiers = [
  { name: '一档', below: 30_000, monthly: 90_000 },
  { name: '二档', below: 80_000, monthly: 50_050 },
];

async function fill(db: DuckDBConnection): Promise<void> {
  await db.run(`INSERT INTO standard VALUES ('urban', NULL, DATE '2020-01-01', ${yuanText(YEAR)}, '')`);
  for (const [step, { below, monthly }] of tiers.entries())
    await db.run(
      `INSERT INTO tier VALUES ('urban', DATE '2020-01-01', ${step}, ${yuanText(below)}, ${yuanText(monthly)})`,
    );
  const rows = families.flatMap(({ n, gone, income, supplement }, index) =>
    Array.from({ length: n }, (_, person) => {
      const covered = person === 0 || person >= gone;
      return `('H${index}', '甲', '${index}-${person}', ${covered}, 'urban', ${yuanText(income)}, 1, ${yuanText(supplement)}, ${index * 10 + person})`;
    }),
  );
  await db.run(
    `INSERT INTO roster (household_id, name, id_number, covered, category, income_per_capita, monthly_amount, supplement, source) VALUES ${rows.join(', ')}`,
  );
}

async function owedBySql(db: DuckDBConnection): Promise<Map<string, string | null>> {
  const reader = await db.runAndReadAll('SELECT household_id, owed FROM amount_owed');
  return new Map(
    reader.getRowObjectsJson().map((row) => [String(row.household_id), row.owed as string | null]),
  );
}

describe('what a family is owed by the checks and by `clean`', () => {
  let db: DuckDBConnection;
  beforeAll(async () => {
    db = await emptyDatabase({ asOf: '2026-11-01' });
    await fill(db);
  });

  it.each([
    ['the difference', 'difference', false],
    ['the difference with the supplement', 'difference', true],
    ['tiers', 'tiers', false],
    ['tiers with the supplement', 'tiers', true],
  ] as const)('is the same for 150 families: %s', async (_, mode, withSupplement) => {
    await db.run(`UPDATE campaign SET amount_mode = '${mode}', supplement = ${withSupplement}`);
    const found = await owedBySql(db);
    const wanted = families.map(({ n, gone, income, supplement }, index) => {
      const c = Array.from({ length: n }, (__, person) => person === 0 || person >= gone).filter(
        Boolean,
      ).length;
      const worked = workAmount({
        standard: { year: BigInt(YEAR), document: '' },
        ...{ n, c, tiers: mode === 'tiers' ? tiers : null },
        income: { fen: BigInt(income) * BigInt(n), from: 'declared' },
        supplement: withSupplement ? BigInt(supplement) : 0n,
      });
      return [`H${index}`, worked === null ? null : yuanText(Number(worked.fen))];
    });
    expect(wanted.length).toBe(families.length);
    expect(wanted.map(([id]) => [id, found.get(String(id))])).toEqual(wanted);
  });

  it('knows the fen: text and number agree', () => {
    expect(fen('14496.00')).toBe(YEAR);
  });
});
