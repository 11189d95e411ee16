/*---
id: R04.car
rule: R04
title: 家有小汽车
grade: exit
needs: [vehicle]
uses: [death, prison]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 四 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
lawful_reasons: [残疾人功能性补偿代步车, 已出售未过户, 已报废未注销, 单位或他人借名登记]
---*/
SELECT 'hit' AS outcome, m.household_id, m.person, m.person AS subject, m.name AS subject_name, m.relation AS subject_relation,
  v.fact, min(v.first_registered) AS since, min(l.level) AS match,
  CASE WHEN bool_and(v.type_unclear) THEN 'verify' ELSE 'exit' END AS grade,
  CASE m.relation WHEN 'self' THEN '户主' WHEN 'other' THEN '家庭成员' ELSE coalesce(relation_word(m.relation), '家庭成员') END
    || m.name || '名下有小汽车 ' || coalesce(any_value(v.plate ORDER BY v.source), '(无号牌)')
    || '(' || min(v.vehicle_type) || named('、', min(v.use_nature)) || ')' || named(',', min(v.first_registered) || ' 登记') AS reason,
  list(v.source ORDER BY v.source) AS sources
FROM family m JOIN family_link l USING (household_id, person) JOIN vehicle_now v USING (source)
WHERE v.is_car AND m.checkable
GROUP BY m.household_id, m.person, m.name, m.relation, v.fact
