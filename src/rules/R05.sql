/*---
id: R05
rule: R05
title: 雇用他人从事经营活动
grade: exit
needs: [business]
uses: [death, prison]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 五 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
lawful_reasons: [已停业未注销, 他人冒名登记或代持, 仅家庭成员自营, 从业人数为登记时的旧数]
---*/
WITH owned AS (
  SELECT l.household_id, l.person, b.fact, b.source, l.level, b.role, b.registered, b.company, b.type, b.owner, b.employees
  FROM business_now b JOIN family_link l USING (source)),
known AS (
  SELECT household_id, fact, min(level) FILTER (employees >= param('employees_limit')) AS employing_level,
    max(employees) AS employees, count(employees) AS told, list(source) FILTER (employees IS NOT NULL) AS sources
  FROM owned GROUP BY household_id, fact)

SELECT 'hit' AS outcome, m.household_id, m.person, o.fact, min(o.registered) FILTER (o.owner) AS since,
  min(greatest(o.level, k.employing_level)) FILTER (o.owner) AS match,
  -- A share may be held in name: only a shareholder in all rows of the company.
  CASE WHEN bool_and(coalesce(o.role, 'operator') = 'shareholder') THEN 'verify' ELSE 'exit' END AS grade,
  m.name || '为' || min(o.company) || '的' || CASE WHEN bool_or(o.role = 'legal_rep') THEN '法定代表人'
    WHEN bool_or(coalesce(o.role, 'operator') = 'operator') THEN '经营者' ELSE '股东' END
    || ',从业人数' || any_value(k.employees) || '人' || named(',', min(o.registered) || ' 成立') AS reason,
  list_sort(list_distinct(list(o.source) || any_value(k.sources))) AS sources, any_value(k.employees) AS employees
FROM family m JOIN owned o USING (household_id, person) JOIN known k USING (household_id, fact)
WHERE m.checkable AND k.employing_level IS NOT NULL
GROUP BY m.household_id, m.person, m.name, o.fact HAVING bool_or(o.owner)
