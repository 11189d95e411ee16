CREATE OR REPLACE VIEW tier_now AS
FROM tier WHERE from_date <= as_of() QUALIFY from_date = max(from_date) OVER (PARTITION BY category);

-- What a household is owed a month (RULES.md, D06): max(0, s − f)·c on the year's value, up to the yuan once; or its
-- tier's figure for each covered person; the supplement on top. src/settle/amount.ts works it out after a visit: a test
-- holds the two together. Whole numbers of 0.0001 yuan: nothing is divided before the end.
CREATE OR REPLACE VIEW amount_owed AS
WITH told AS (
  SELECT h.household_id, h.n, h.standard_year, h.category, h.monthly_amount, h.declared_total, h.sources AS roster_sources,
    h.income_per_capita IS NULL AND h.family_income IS NULL AS no_income,
    -- A roster of heads alone counts its covered persons in a column.
    h.covered_present + CASE WHEN h.listed = 1 AND h.covered_size > 1 THEN h.covered_size - h.covered_listed ELSE 0 END AS c,
    CASE WHEN k.supplement THEN coalesce(h.supplement, 0) ELSE 0 END AS supplement, k.amount_mode = 'tiers' AS by_tier
  FROM household h CROSS JOIN campaign k WHERE h.open),
-- Without near and name rows every household; with them those that have any.
heard AS (
  SELECT household_id, round, verified_total, level, sources FROM income
  UNION ALL
  SELECT household_id, 1, NULL, NULL, NULL FROM income GROUP BY household_id HAVING min(round) > 1),
rounds AS (
  SELECT t.*, coalesce(i.round, 1) AS round, i.verified_total, i.level, i.sources FROM told t LEFT JOIN heard i USING (household_id)),
earned AS (
  SELECT * REPLACE (coalesce(verified_total, 0) AS verified_total,
    CASE WHEN verified_total > declared_total THEN level ELSE CAST('exact' AS match_level) END AS level),
    greatest(declared_total, coalesce(verified_total, 0)) AS total
  FROM rounds),
-- An income above the standard counts as the standard: the product fits whole numbers.
scaled AS (
  SELECT *, CAST(standard_year * 10000 AS BIGINT) * n AS line,
    CAST(CASE WHEN 12 * total >= standard_year * n THEN standard_year * n ELSE 12 * total END * 10000 AS BIGINT) AS year_income,
    CAST(n AS BIGINT) * 12 * 10000 AS unit
  FROM earned),
steps AS (SELECT category, list({'below': below, 'monthly': monthly} ORDER BY step) AS tiers FROM tier_now GROUP BY category),
tiered AS (
  SELECT s.*, list_filter(t.tiers, lambda x: x.below IS NULL OR s.total < x.below * s.n)[1].monthly AS tier_monthly
  FROM scaled s LEFT JOIN steps t USING (category)),
worked AS (
  SELECT *, CASE WHEN year_income >= line THEN CAST(0 AS BIGINT) ELSE ((line - year_income) * c + unit - 1) // unit END AS difference
  FROM tiered)
SELECT * EXCLUDE (no_income, line, year_income, unit), year_income >= line AS above,
  CAST(CASE WHEN year_income >= line THEN 0
       WHEN by_tier THEN tier_monthly * c + supplement ELSE difference + supplement END AS DECIMAL(18, 2)) AS owed,
  CASE WHEN category IS NULL OR standard_year IS NULL THEN '低保类别不明,没有可比的保障标准'
       WHEN no_income THEN '名册没有申报收入'
       WHEN monthly_amount IS NULL THEN '名册没有月保障金'
       WHEN by_tier AND tier_monthly IS NULL AND year_income < line THEN '人均月收入高于档次表的最高一档,或没有这一类别的档次表'
  END AS unknown
FROM worked;
