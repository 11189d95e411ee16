/*---
id: R02.death
rule: R02
title: 已死亡仍在保
grade: remove
needs: [death]
uses: []
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 二 }
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [同名同号登记错误, 注销原因不是死亡, 死亡登记有误、本人健在]
---*/
SELECT 'hit' AS outcome, m.household_id, m.person, min(d.death_date) AS since, min(d.level) AS match,
  CASE WHEN bool_and(d.unclear) THEN 'verify' ELSE 'remove' END AS grade,
  m.name || '已于' || min(d.death_date) || '死亡(' || CASE WHEN bool_and(d.unclear) THEN '注销原因不明' ELSE '死亡登记' END
    || '),仍列为保障对象' AS reason,
  list(d.source ORDER BY d.source) AS sources
FROM member m JOIN dead d USING (household_id, person)
WHERE m.covered AND m.checkable
GROUP BY m.household_id, m.person, m.name
