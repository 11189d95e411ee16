/*---
id: R03
rule: R03
title: 领取养老金且家庭收入超过标准
grade: exit
needs: [pension]
uses: [death, prison, employment, payroll]
standard: true
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 三 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
lawful_reasons: [基础养老金按规定不计入收入, 养老金补发一次性入账, 待遇已停发未更新, 申报收入口径为年收入]
---*/
WITH crossed AS (
  SELECT round, household_id,
    min(r.start_date) FILTER (12 * r.running > h.standard_year * h.n AND NOT unknown_start) AS since
  FROM income_run r JOIN household h USING (household_id) WHERE used GROUP BY round, household_id)
SELECT CASE WHEN i.standard_year IS NULL THEN 'undecidable' ELSE 'hit' END AS outcome, i.household_id, NULL AS person,
  CASE WHEN 12 * i.declared_total > i.standard_year * i.n THEN NULL ELSE c.since END AS since,
  CASE WHEN i.declared_total >= i.verified_total THEN i.pension_level ELSE i.level END AS match, i.round,
  CASE WHEN i.standard_year IS NULL THEN '低保类别不明,没有可比的保障标准'
  ELSE '家庭领取养老金,计入收入' || CAST(i.pension_total AS DECIMAL(18, 2)) || '元/月;人均月收入'
    || yuan_per(greatest(i.declared_total, i.verified_total), i.n) || '元(核算合计' || CAST(i.verified_total AS DECIMAL(18, 2))
    || '元、申报合计' || i.declared_total || '元,' || i.n || '人),超过保障标准' || yuan_per(i.standard_year, 12) || '元' END AS reason,
  CASE WHEN i.declared_total >= i.verified_total THEN i.pension_sources ELSE i.sources END AS sources,
  i.n, CAST(i.pension_total AS DECIMAL(18, 2)) AS counted_pension, CAST(i.verified_total AS DECIMAL(18, 2)) AS verified_total,
  i.declared_total, yuan_per(greatest(i.declared_total, i.verified_total), i.n) AS income_per_capita,
  yuan_per(i.standard_year, 12) AS standard_month
FROM income i LEFT JOIN crossed c USING (round, household_id)
WHERE i.pension_total > 0
  AND (i.standard_year IS NULL OR 12 * greatest(i.declared_total, i.verified_total) > i.standard_year * i.n)
