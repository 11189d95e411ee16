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
  const text = arithmetic[column]?.trim();
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** The income test of a case: income, standard and what is above it, from the columns of its row. */
export function incomeTestOf(one: Case): IncomeTest {
  const test = { income: amount(one.arithmetic, income), standard: amount(one.arithmetic, standard) };
  if (test.income === null || test.standard === null) return { ...test, excess: null };
  const above = Math.round((test.income - test.standard) * 100) / 100;
  return { ...test, excess: above > 0 ? above : null };
}
