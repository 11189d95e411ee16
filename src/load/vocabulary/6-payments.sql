-- What was paid against the roster, by household and month (RULES.md, D04).

-- Per household with payments of late: the last month, and whether any payment is not the roster's amount or a month has
-- several. Cheap: what follows looks at the few that are odd.
CREATE VIEW paid_lately AS
SELECT household_id, max(p.month) AS last_month,
  bool_or(p.amount <> h.monthly_amount) OR count(*) > bit_count(bit_or(1::BIGINT << CAST(substr(month, 6, 2) AS INTEGER))) AS odd
FROM relief_payment p JOIN household h USING (household_id)
WHERE p.source = p.same_as AND p.month <= strftime(as_of(), '%Y-%m')
  AND p.month > strftime(as_of() - to_months(CAST(param('payment_months') AS INTEGER)), '%Y-%m')
GROUP BY household_id;

-- One row a month, after the household's first and under the standard in force on D: before, the amount was another.
-- Back-payments and supplements are no monthly amount.
CREATE OR REPLACE VIEW payment_month AS
WITH since AS (
  SELECT h.household_id, h.monthly_amount AS due,
    greatest(coalesce(whole_months(h.start_date), 0), coalesce(whole_months(s.from_date) - 1, 0)) AS before
  FROM household h SEMI JOIN (FROM paid_lately WHERE odd) USING (household_id)
  LEFT JOIN (SELECT category, max(from_date) AS from_date FROM standard_now GROUP BY category) s USING (category)
  WHERE h.open AND h.monthly_amount IS NOT NULL),
paid AS (
  SELECT p.household_id, p.month, month_number(p.month) AS number, s.due, CAST(sum(p.amount) AS DECIMAL(18, 2)) AS paid,
    max(CASE WHEN p.period_to >= p.period_from THEN whole_months(p.period_to) - whole_months(p.period_from) + 1 ELSE 1 END) AS period,
    list(p.source ORDER BY p.source) AS sources
  FROM relief_payment p JOIN since s USING (household_id)
  WHERE p.source = p.same_as AND p.month <= strftime(as_of(), '%Y-%m')
    AND p.month > strftime(as_of() - to_months(CAST(param('payment_months') AS INTEGER)), '%Y-%m')
    AND month_number(p.month) > s.before AND NOT (p.item IS NOT NULL AND has_word(p.item, 'extra_payment_words'))
  GROUP BY p.household_id, p.month, s.due)
SELECT *, number - coalesce(lag(number) OVER (PARTITION BY household_id ORDER BY number), number - 1) AS gap FROM paid;

-- Months paid otherwise than the roster says. A sum for a quarter, told by its period or by the months before it without
-- a payment, is none; nor is what was paid before the first month that agrees: the amount was another then.
CREATE OR REPLACE VIEW payment_differing AS
WITH judged AS (
  SELECT *, paid = due OR paid = due * period OR paid = due * gap AS agrees FROM payment_month),
begun AS (SELECT *, min(number) FILTER (agrees) OVER (PARTITION BY household_id) AS first_agreeing FROM judged)
SELECT household_id, month, paid, CAST(due * period AS DECIMAL(18, 2)) AS due, sources,
  CAST(greatest(paid - due * period, 0) AS DECIMAL(18, 2)) AS more, CAST(greatest(due * period - paid, 0) AS DECIMAL(18, 2)) AS less
FROM begun WHERE NOT agrees AND number >= coalesce(first_agreeing, 0);

-- Months since the last payment in which others of the township and category were paid, of households that draw
-- something; fewer than unpaid_months are a delay.
CREATE OR REPLACE VIEW payment_missing AS
WITH newest AS (SELECT max(last_month) AS month FROM paid_lately),
behind AS (
  SELECT h.household_id, h.township, h.category, h.monthly_amount AS due, coalesce(l.last_month, '') AS last_month,
    coalesce(strftime(h.start_date, '%Y-%m'), '') AS first_month
  FROM household h LEFT JOIN paid_lately l USING (household_id)
  WHERE h.open AND h.monthly_amount > 0 AND coalesce(l.last_month, '') < (SELECT month FROM newest)),
others AS (
  SELECT h.township, h.category, p.month
  FROM relief_payment p JOIN household h USING (household_id)
  WHERE p.month <= strftime(as_of(), '%Y-%m')
    AND p.month > strftime(as_of() - to_months(CAST(param('payment_months') AS INTEGER)), '%Y-%m')
    AND coalesce(h.township, '') IN (SELECT coalesce(township, '') FROM behind)
  GROUP BY ALL),
waiting AS (
  SELECT b.household_id, o.month, b.due
  FROM behind b JOIN others o ON o.township IS NOT DISTINCT FROM b.township AND o.category IS NOT DISTINCT FROM b.category
    AND o.month > b.last_month AND o.month > b.first_month)
FROM waiting QUALIFY count(*) OVER (PARTITION BY household_id) >= param('unpaid_months');
