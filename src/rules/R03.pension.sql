/*---
id: R03.pension
rule: R03
title: 家庭成员领取养老金、退休金、遗属补助
grade: verify
needs: [pension]
uses: [death, prison, employment, payroll]
basis:
  - { document: 低保核查清理工作方案, item: 三 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第十三条 }
lawful_reasons: [养老金已如实计入收入且仍低于标准, 基础养老金按规定不计入收入, 养老金补发一次性入账, 待遇已停发未更新]
---*/
-- R03 without the comparison with the standard: whether the amount was counted when the allowance was worked out.
SELECT 'hit' AS outcome, household_id, NULL AS person, CAST(NULL AS DATE) AS since, pension_level AS match, round,
  '家庭领取养老金,计入收入' || CAST(pension_total AS DECIMAL(18, 2)) || '元/月;申报收入合计' || declared_total
    || '元,须核实养老金是否已计入' AS reason,
  pension_sources AS sources, n, CAST(pension_total AS DECIMAL(18, 2)) AS counted_pension, declared_total
FROM income WHERE pension_total > 0
