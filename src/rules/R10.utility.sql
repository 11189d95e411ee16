/*---
id: R10.utility
rule: R10
title: 水电气费明显偏高
grade: verify
needs: [utility]
uses: [death, prison]
standard: true
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 十 }
lawful_reasons: [家有病人需用电设备, 出租房屋、合用水电表, 漏水或设备故障]
---*/
WITH monthly AS (
  SELECT l.round, l.household_id, u.month, sum(u.amount) AS amount, max(l.level) AS level, list(u.source) AS sources
  FROM utility u
  JOIN (SELECT round, source, household_id, level FROM family_round
        UNION ALL SELECT 1, source, household_id, level FROM link WHERE person IS NULL
        UNION ALL SELECT 2, source, household_id, level FROM link SEMI JOIN doubtful USING (household_id) WHERE person IS NULL) l
    USING (source)
  WHERE u.source = u.same_as
    AND month_number(u.month) BETWEEN whole_months(as_of()) - param('utility_months') AND whole_months(as_of()) - 1
  GROUP BY l.round, l.household_id, u.month),
total AS (
  SELECT q.round, q.household_id, h.n, h.standard_year, CAST(sum(q.amount) AS DECIMAL(18, 2)) AS amount, count(*) AS months,
    max(q.level) AS level, list_sort(list_distinct(flatten(list(q.sources)))) AS sources
  FROM monthly q JOIN household h USING (household_id) WHERE h.open GROUP BY q.round, q.household_id, h.n, h.standard_year)
SELECT CASE WHEN standard_year IS NULL THEN 'undecidable' ELSE 'hit' END AS outcome, household_id, NULL AS person,
  CAST(NULL AS DATE) AS since, level AS match, round,
  CASE WHEN standard_year IS NULL THEN '低保类别不明,没有可比的保障标准'
  ELSE '家庭水电气费月均' || yuan_per(amount, months) || '元(' || months || '个月合计' || amount || '元),超过' || n || '人月保障标准合计的'
    || CAST(param('utility_share') AS DECIMAL(9, 2)) || '倍' END AS reason,
  sources, n, amount, months, yuan_per(standard_year, 12) AS standard_month
FROM total
WHERE standard_year IS NULL OR 12 * amount > param('utility_share') * standard_year * n * months
