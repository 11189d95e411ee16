/*---
id: R09.income
rule: R09
title: 申报收入少于核实收入
grade: verify
needs: [declaration]
any_of: [[pension, employment, payroll]]
uses: [death, prison, pension, employment, payroll]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 九 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第六十八条 }
lawful_reasons: [申报后新增收入, 缴费基数高于实发工资, 待遇已停发未更新]
---*/
SELECT 'hit' AS outcome, i.household_id, NULL AS person,
  (SELECT min(r.start_date) FILTER (NOT r.unknown_start AND r.running > d.declared_income * param('income_tolerance'))
   FROM income_run r WHERE r.used AND r.round = i.round AND r.household_id = i.household_id) AS since,
  i.level AS match, i.round,
  '核实家庭月收入' || CAST(i.verified_total AS DECIMAL(18, 2)) || '元,超过申报' || d.declared_income || '元的'
    || CAST(param('income_tolerance') AS DECIMAL(9, 1)) || '倍' || named('(申报日期', d.date || ')') AS reason,
  list_sort(i.sources || [d.source]) AS sources, CAST(i.verified_total AS DECIMAL(18, 2)) AS verified_total, d.declared_income
FROM income i JOIN declared d USING (household_id)
WHERE i.verified_total > d.declared_income * param('income_tolerance')
