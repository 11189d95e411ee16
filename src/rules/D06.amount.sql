/*---
id: D06.amount
rule: D06
title: 月保障金与核算不符
grade: verify
needs: []
uses: [death, prison, pension, employment, payroll]
standard: true
if_many: otherwise
basis:
  - { document: 社会救助暂行办法(国务院令第649号), article: 第十二条 }
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [调整审批正在办理, 当地按档次发放而专项文件未写明, 含分类施保金, 渐退期内, 收入按规定扣减后计算, 家庭人口变动尚未更新]
---*/
SELECT CASE WHEN a.unknown IS NULL THEN 'hit' ELSE 'undecidable' END AS outcome, a.household_id, NULL AS person,
  CAST(NULL AS DATE) AS since, a.level AS match, a.round,
  CASE WHEN a.unknown IS NOT NULL THEN a.unknown || ',不能核算月保障金'
  ELSE CASE WHEN a.owed > a.monthly_amount THEN '应调增' ELSE '应调减' END || abs(a.owed - a.monthly_amount) || '元,月保障金由'
    || a.monthly_amount || '元改为' || a.owed || '元。' || amount_steps(a) END AS reason,
  CASE WHEN a.verified_total > a.declared_total THEN list_sort(a.roster_sources || a.sources) ELSE a.roster_sources END AS sources,
  CAST(a.owed AS DECIMAL(18, 2)) AS new_amount, CAST(a.owed - a.monthly_amount AS DECIMAL(18, 2)) AS amount_change,
  a.n, a.c AS covered_counted, a.declared_total, CAST(a.verified_total AS DECIMAL(18, 2)) AS verified_total,
  yuan_per(a.total, a.n) AS income_per_capita, yuan_per(a.standard_year, 12) AS standard_month
FROM amount_owed a
WHERE a.unknown IS NOT NULL OR abs(a.owed - a.monthly_amount) >= 1
