-- Verified income (RULES.md).

-- Of files with a month, the latest month of each payer counts, and none older than month_stale months; if that month
-- says that the payment has ended, an earlier one does not revive it.
CREATE VIEW pension_now AS
WITH latest AS (
  FROM pension
  WHERE source = same_as
    AND (month IS NULL OR month_number(month) BETWEEN whole_months(as_of()) - param('month_stale') AND whole_months(as_of()))
  QUALIFY month IS NULL OR month = max(month) OVER (PARTITION BY id_number, kind))
SELECT source, id_number, name, kind, monthly_amount, start_date,
  CASE WHEN kind = 'resident' THEN greatest(monthly_amount - CAST(param('resident_basic_pension') AS DECIMAL(9, 2)), 0)
       ELSE monthly_amount END AS counted
FROM latest
WHERE coalesce(kind, 'other') <> 'not_pension' AND coalesce(status, 'active') NOT IN ('paused', 'ended')
  AND is_current(start_date, end_date);

-- Wages of monthly files are the mean of the last wage_months; cut, not rounded, at 0.0001 yuan, in the family's favour.
CREATE VIEW wage_now AS
WITH valid AS (
  SELECT source, id_number, name, coalesce(employer, '') AS employer, monthly_wage, start_date, month,
    is_current(start_date, end_date) AS current
  FROM employment
  WHERE source = same_as AND coalesce(insured_as, '') <> 'flexible'
    AND (month IS NULL OR month_number(month) <= whole_months(as_of()))),
monthly AS (
  SELECT max(source) AS source, id_number, min(name) AS name, employer,
    sum(monthly_wage) AS total, count(DISTINCT month) AS months, min(start_date) AS start_date, max(month) AS last
  FROM valid WHERE month IS NOT NULL AND month_number(month) > whole_months(as_of()) - param('wage_months')
  GROUP BY id_number, employer HAVING max(month) FILTER (current) = max(month))
SELECT source, id_number, name, employer, CAST(monthly_wage AS DECIMAL(18, 4)) AS wage, start_date
FROM valid WHERE month IS NULL AND current
UNION ALL
SELECT source, id_number, name, employer,
  CAST(CAST(total * 10000 AS HUGEINT) // months AS DECIMAL(22, 0)) * 0.0001::DECIMAL(5, 4), start_date
FROM monthly WHERE month_number(last) >= whole_months(as_of()) - param('month_stale');

CREATE VIEW post_row AS
WITH latest AS (
  FROM payroll
  WHERE month IS NULL OR month_number(month) BETWEEN whole_months(as_of()) - param('month_stale') AND whole_months(as_of())
  QUALIFY month IS NULL OR month = max(month) OVER (PARTITION BY id_number, employer))
SELECT source, same_as, id_number, name, kind, employer, position, monthly_pay, start_date
FROM latest WHERE coalesce(status, 'active') NOT IN ('retired', 'ended') AND is_current(start_date, end_date);

-- What counts of each family member: every pension row, and the larger of wages and pay (never both).
CREATE VIEW income_part AS
WITH wage AS (
  SELECT l.round, l.household_id, l.person, w.source, l.level, w.wage AS amount, w.start_date
  FROM wage_now w JOIN family_round l USING (source)
  QUALIFY row_number() OVER (PARTITION BY l.round, l.household_id, l.person, w.employer
                             ORDER BY w.wage DESC, l.level, w.start_date, w.source) = 1),
pay AS (
  SELECT l.round, l.household_id, l.person, p.source, l.level, CAST(p.monthly_pay AS DECIMAL(18, 4)) AS amount, p.start_date
  FROM post_row p JOIN family_round l USING (source)
  WHERE p.source = p.same_as AND p.monthly_pay IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY l.round, l.household_id, l.person
                             ORDER BY p.monthly_pay DESC, l.level, p.start_date, p.source) = 1),
wage_total AS (SELECT round, household_id, person, sum(amount) AS total FROM wage GROUP BY ALL)
SELECT l.round, l.household_id, l.person, 'pension' AS kind, p.source, l.level,
  CAST(p.counted AS DECIMAL(18, 4)) AS amount, p.start_date, true AS used
FROM pension_now p JOIN family_round l USING (source)
UNION ALL
SELECT w.* EXCLUDE (source, level, amount, start_date), 'wage', w.source, w.level, w.amount, w.start_date,
  p.amount IS NULL OR t.total >= p.amount
FROM wage w JOIN wage_total t USING (round, household_id, person) LEFT JOIN pay p USING (round, household_id, person)
UNION ALL
SELECT p.round, p.household_id, p.person, 'pay', p.source, p.level, p.amount, p.start_date,
  t.total IS NULL OR p.amount > t.total
FROM pay p LEFT JOIN wage_total t USING (round, household_id, person);

-- The household's income by round; f = greatest(declared, verified) / n.
CREATE VIEW income AS
SELECT i.round, i.household_id, h.n, h.standard_year, h.declared_total,
  CAST(coalesce(sum(i.amount) FILTER (i.used), 0) AS DECIMAL(18, 4)) AS verified_total,
  CAST(coalesce(sum(i.amount) FILTER (i.kind = 'wage'), 0) AS DECIMAL(18, 4)) AS wage_total,
  CAST(coalesce(sum(i.amount) FILTER (i.kind = 'pension'), 0) AS DECIMAL(18, 4)) AS pension_total,
  max(i.level) FILTER (i.used) AS level, max(i.level) FILTER (i.kind = 'pension') AS pension_level,
  max(i.level) FILTER (i.kind = 'wage') AS wage_level,
  list(i.source ORDER BY i.source) FILTER (i.used) AS sources,
  list(i.source ORDER BY i.source) FILTER (i.kind = 'pension') AS pension_sources,
  list(i.source ORDER BY i.source) FILTER (i.kind = 'wage') AS wage_sources
FROM income_part i JOIN household h USING (household_id)
GROUP BY i.round, i.household_id, h.n, h.standard_year, h.declared_total;

-- Since when a sum is reached: the start of the part that first carried it so far; unknown if a start is.
CREATE VIEW income_run AS
SELECT round, household_id, kind, used, start_date,
  sum(amount) FILTER (used) OVER (PARTITION BY round, household_id ORDER BY start_date) AS running,
  sum(amount) FILTER (kind = 'wage') OVER (PARTITION BY round, household_id ORDER BY start_date) AS running_wage,
  bool_or(start_date IS NULL AND used) OVER (PARTITION BY round, household_id) AS unknown_start,
  bool_or(start_date IS NULL AND kind = 'wage') OVER (PARTITION BY round, household_id) AS unknown_wage_start
FROM income_part;
