/*---
id: R05.owner
rule: R05
title: 家庭成员开办企业、商户
grade: verify
needs: [business]
uses: [death, prison]
basis:
  - { document: 低保核查清理工作方案, item: 五 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
lawful_reasons: [已停业未注销, 他人冒名登记或代持, 小本自营且收入已如实计算]
---*/
-- R05 whether anybody is employed or not.
SELECT 'hit' AS outcome, f.household_id, f.person, b.fact, min(b.registered) AS since, min(l.level) AS match,
  f.name || '名下有' || min(b.company) || named('(', min(b.type) || ')') || named(',', min(b.registered) || ' 成立') AS reason,
  list(b.source ORDER BY b.source) AS sources, max(b.employees) AS employees
FROM business_now b JOIN family_link l USING (source) JOIN family f USING (household_id, person)
WHERE b.owner AND f.checkable
GROUP BY f.household_id, f.person, f.name, b.fact
