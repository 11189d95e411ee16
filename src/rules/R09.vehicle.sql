/*---
id: R09.vehicle
rule: R09
title: 申报车辆少于查到车辆
grade: verify
needs: [declaration, vehicle]
uses: [death, prison]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 九 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第六十八条 }
lawful_reasons: [申报后购置, 已出售未过户, 已报废未注销]
---*/
SELECT 'hit' AS outcome, f.household_id, NULL AS person, CAST(NULL AS DATE) AS since, max(f.level) AS match, f.round,
  '查到车辆' || count(*) || '辆,多于申报的' || d.declared_vehicles || '辆' || named('(申报日期', d.date || ')') AS reason,
  list_sort(flatten(list(f.sources)) || [d.source]) AS sources, count(*) AS found, d.declared_vehicles AS declared
FROM family_vehicle f JOIN declared d USING (household_id) JOIN household h USING (household_id)
WHERE h.open
GROUP BY f.round, f.household_id, d.declared_vehicles, d.date, d.source
HAVING count(*) > d.declared_vehicles
