/*---
id: R05.unknown
rule: R05
title: 从事经营活动、雇工情况不明
grade: verify
needs: [business]
uses: [death, prison]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 五 }
lawful_reasons: [已停业未注销, 他人冒名登记或代持, 仅家庭成员自营]
---*/
WITH owned AS (
  SELECT l.household_id, l.person, b.fact, b.source, l.level, b.registered, b.company, b.type, b.owner, b.employees
  FROM business_now b JOIN family_link l USING (source)),
-- Of any row of the company in the family, officers' rows too.
known AS (SELECT household_id, fact, count(employees) AS told FROM owned GROUP BY household_id, fact)
SELECT 'hit' AS outcome, m.household_id, m.person, o.fact, min(o.registered) AS since, min(o.level) AS match,
  m.name || '名下有' || min(o.company) || named('(', min(o.type) || ')') || ',从业人数不明,须核实是否雇用他人' AS reason,
  list(o.source ORDER BY o.source) AS sources
FROM family m JOIN owned o USING (household_id, person) JOIN known k USING (household_id, fact)
WHERE o.owner AND m.checkable AND k.told = 0
GROUP BY m.household_id, m.person, m.name, o.fact
