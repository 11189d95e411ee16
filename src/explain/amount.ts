import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, text, textOrNull } from './rows.js';
import type { Amount } from './types.js';

const OWED = `SELECT monthly_amount, owed, unknown, amount_steps(a) AS steps FROM amount_owed a WHERE household_id = $1 ORDER BY round LIMIT 1`;

// Months before the roster's amount held are no difference (vocabulary, payment_differing): told, and marked.
const MONTHS = `SELECT p.month, p.paid, CAST(p.due * p.period AS DECIMAL(18, 2)) AS due,
  CAST(p.paid - p.due * p.period AS DECIMAL(18, 2)) AS difference, d.month IS NOT NULL AS counts
  FROM payment_month p LEFT JOIN payment_differing d USING (household_id, month)
  WHERE p.household_id = $1 AND p.paid <> p.due ORDER BY p.month`;

/** What the household is owed a month by D06's arithmetic, and the months in which it was paid otherwise than the roster says. */
export async function readAmount(db: DuckDBConnection, id: string): Promise<Amount> {
  const [owed] = await rowsOf(db, OWED, id);
  const months = await rowsOf(db, MONTHS, id);
  return {
    drawn: textOrNull(owed?.monthly_amount),
    owed: owed && owed.unknown === null ? text(owed.owed) : null,
    unknown: textOrNull(owed?.unknown),
    steps: owed && owed.unknown === null ? text(owed.steps) : null,
    months: months.map((row) => ({
      month: text(row.month),
      paid: text(row.paid),
      due: text(row.due),
      difference: text(row.difference),
      counts: row.counts === true,
    })),
  };
}
