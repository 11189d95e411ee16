/*---
id: R10.spending
rule: R10
title: 高消费明显高于标准
grade: verify
needs: [spending]
uses: [death, prison]
standard: true
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 十 }
lawful_reasons: [他人代付或赠与, 医疗、教育等必要支出, 记录对象有误]
---*/
WITH spent AS (
  SELECT l.round, l.household_id, s.source, s.amount, s.date, l.level,
    sum(s.amount) OVER (PARTITION BY l.round, l.household_id ORDER BY s.date) AS running
  FROM spending s JOIN family_round l USING (source)
  WHERE s.source = s.same_as AND within_months(s.date, param('spending_months'))),
total AS (
  SELECT s.round, s.household_id, h.n, h.standard_year, CAST(sum(s.amount) AS DECIMAL(18, 2)) AS amount, max(s.level) AS level,
    list(s.source ORDER BY s.source) AS sources,
    min(s.date) FILTER (12 * running > param('spending_multiple') * h.standard_year * h.n) AS since
  FROM spent s JOIN household h USING (household_id) GROUP BY s.round, s.household_id, h.n, h.standard_year)
SELECT CASE WHEN standard_year IS NULL THEN 'undecidable' ELSE 'hit' END AS outcome, household_id, NULL AS person,
  since, level AS match, round,
  CASE WHEN standard_year IS NULL THEN '低保类别不明,没有可比的保障标准'
  ELSE '最近' || CAST(param('spending_months') AS INTEGER) || '个月高消费合计' || amount || '元,超过' || n || '人月保障标准合计的'
    || CAST(param('spending_multiple') AS INTEGER) || '倍' END AS reason,
  sources, n, amount, yuan_per(standard_year, 12) AS standard_month
FROM total
WHERE standard_year IS NULL OR 12 * amount > param('spending_multiple') * standard_year * n
