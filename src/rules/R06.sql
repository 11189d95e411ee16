/*---
id: R06
rule: R06
title: 务工收入超过标准
grade: exit
needs: [employment]
uses: [death, prison, pension, payroll]
standard: true
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 六 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
lawful_reasons: [已离职未更新, 缴费基数高于实发工资, 必要的就业成本按规定扣减, 季节性务工]
---*/
WITH crossed AS (
  SELECT round, household_id,
    min(r.start_date) FILTER (12 * r.running_wage > h.standard_year * h.n AND NOT unknown_wage_start) AS since
  FROM income_run r JOIN household h USING (household_id) WHERE kind = 'wage' GROUP BY round, household_id)
SELECT CASE WHEN i.standard_year IS NULL THEN 'undecidable' ELSE 'hit' END AS outcome, i.household_id, NULL AS person,
  c.since, i.wage_level AS match, i.round,
  CASE WHEN i.standard_year IS NULL THEN '低保类别不明,没有可比的保障标准'
  ELSE '家庭务工收入合计' || CAST(i.wage_total AS DECIMAL(18, 2)) || '元/月,' || i.n || '人,人均' || yuan_per(i.wage_total, i.n)
    || '元,超过保障标准' || yuan_per(i.standard_year, 12) || '元' END AS reason,
  i.wage_sources AS sources, i.n, CAST(i.wage_total AS DECIMAL(18, 2)) AS wage_total,
  yuan_per(i.wage_total, i.n) AS income_per_capita, yuan_per(i.standard_year, 12) AS standard_month
FROM income i LEFT JOIN crossed c USING (round, household_id)
WHERE i.wage_total > 0 AND (i.standard_year IS NULL OR 12 * i.wage_total > i.standard_year * i.n)
