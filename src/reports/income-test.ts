import type { Case } from '../cases/types.js';

/** The columns under which rules give the income test (src/rules, R01, R03, R06, R10). */
const income = 'income_per_capita';
const standard = 'standard_month';

/** Yuan per person and month as a rule's row gave them; null where it gave none. */
export interface IncomeTest {
  readonly income: number | null;
  readonly standard: number | null;
  readonly excess: number | null;
}

function amount(arithmetic: Readonly<Record<string, string>>, column: string): number | null {
  const text = arithmetic[column];
  return text !== undefined && /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}

function testOf({ arithmetic }: Case): IncomeTest {
  const earned = amount(arithmetic, income);
  const limit = amount(arithmetic, standard);
  if (earned === null || limit === null) return { income: earned, standard: limit, excess: null };
  const above = Math.round((earned - limit) * 100) / 100;
  return { income: earned, standard: limit, excess: above > 0 ? above : null };
}

/** Three columns of a row ask for the same test, one after another. */
let last: { readonly of: Case; readonly test: IncomeTest } | null = null;

/** The income test of a case: income, standard and what is above it, from the columns of its row. */
export function incomeTestOf(one: Case): IncomeTest {
  if (last?.of !== one) last = { of: one, test: testOf(one) };
  return last.test;
}
