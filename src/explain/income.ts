import type { DuckDBConnection } from '@duckdb/node-api';
import { type Origins, placeOfSource } from './origins.js';
import { rowsOf, text, textOrNull } from './rows.js';
import type { Income, IncomePart, IncomeRound, Level } from './types.js';

const PARTS = `SELECT i.round, i.kind, m.name, CAST(i.amount AS DECIMAL(18, 2)) AS amount, i.source, i.level, i.start_date, i.used,
  CASE i.kind WHEN 'pension' THEN p.monthly_amount WHEN 'pay' THEN y.monthly_pay END AS stated,
  CASE i.kind WHEN 'pension' THEN p.kind WHEN 'wage' THEN e.employer ELSE coalesce(y.employer, y.kind) END AS detail
  FROM income_part i JOIN member m USING (household_id, person)
  LEFT JOIN pension p ON i.kind = 'pension' AND p.source = i.source
  LEFT JOIN employment e ON i.kind = 'wage' AND e.source = i.source
  LEFT JOIN payroll y ON i.kind = 'pay' AND y.source = i.source
  WHERE i.household_id = $1
  ORDER BY i.round, i.kind, m.name, i.source`;

// The test as the rules make it: nothing divided, 12 x total against the year's standard x n.
const TOTALS = `SELECT round, n, CAST(pension_total AS DECIMAL(18, 2)) AS pension_total, CAST(wage_total AS DECIMAL(18, 2)) AS wage_total,
  CAST(verified_total AS DECIMAL(18, 2)) AS verified_total, CAST(declared_total AS DECIMAL(18, 2)) AS declared_total,
  CAST(total AS DECIMAL(18, 2)) AS total, CAST(12 * total AS DECIMAL(20, 2)) AS twelve_total,
  CAST(standard_year * n AS DECIMAL(20, 2)) AS "limit", 12 * total > standard_year * n AS above, yuan_per(total, n) AS per_person
  FROM (
    SELECT r.round, h.n, h.standard_year, h.declared_total, coalesce(i.pension_total, 0) AS pension_total,
      coalesce(i.wage_total, 0) AS wage_total, coalesce(i.verified_total, 0) AS verified_total,
      greatest(h.declared_total, coalesce(i.verified_total, 0)) AS total
    FROM household h CROSS JOIN (SELECT 1 AS round UNION SELECT round FROM income WHERE household_id = $1) r
    LEFT JOIN income i ON i.household_id = h.household_id AND i.round = r.round
    WHERE h.household_id = $1)
  ORDER BY round`;

/** The income arithmetic: every part, the sums, and the test against the standard. */
export async function readIncome(
  db: DuckDBConnection,
  id: string,
  origins: Origins,
  declaredFrom: Income['declared_from'],
): Promise<Income> {
  const parts = await rowsOf(db, PARTS, id);
  const totals = await rowsOf(db, TOTALS, id);
  const [setting] = await rowsOf(
    db,
    `SELECT CAST(param('resident_basic_pension') AS DECIMAL(9, 2)) AS disregarded`,
  );
  const rounds = totals.map((row): IncomeRound => {
    const own = parts.filter((part) => part.round === row.round);
    return {
      round: Number(row.round),
      parts: own.map((part): IncomePart => {
        const amount = text(part.amount);
        const stated = textOrNull(part.stated);
        return {
          kind: part.kind === 'pension' ? 'pension' : part.kind === 'wage' ? 'wage' : 'pay',
          name: text(part.name),
          amount,
          stated: stated === amount ? null : stated,
          detail: textOrNull(part.detail),
          since: textOrNull(part.start_date),
          level: part.level as Level,
          used: part.used === true,
          place: placeOfSource(origins, part.source),
        };
      }),
      pension_total: text(row.pension_total),
      wage_total: text(row.wage_total),
      verified_total: text(row.verified_total),
      declared_total: text(row.declared_total),
      total: text(row.total),
      n: Number(row.n),
      per_person: text(row.per_person),
      twelve_total: text(row.twelve_total),
      limit: textOrNull(row.limit),
      above: row.above === null ? null : row.above === true,
    };
  });
  const [first, second] = rounds;
  // The second round says the same where no near or name row is about the family.
  const same = first && second && first.parts.length === second.parts.length;
  return {
    disregarded: textOrNull(setting?.disregarded),
    declared_from: declaredFrom,
    rounds: same ? [first] : rounds,
  };
}
