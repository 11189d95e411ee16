/*---
id: R02.prison
rule: R02
title: 服刑人员仍在保
grade: remove
needs: [prison]
uses: []
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 二 }
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [已刑满释放未更新, 假释、缓刑、社区矫正人员, 同名同号登记错误]
---*/
SELECT CASE WHEN bool_or(p.kind IS NOT NULL) THEN 'hit' ELSE 'undecidable' END AS outcome, m.household_id, m.person, min(p.start_date) AS since, min(p.level) AS match,
  m.name || '自' || min(p.start_date) || '起' || CASE WHEN bool_or(p.kind IS NOT NULL) THEN '在监狱服刑,仍列为保障对象'
    ELSE '有服刑记录,但没有写明是监狱服刑还是社区矫正' END AS reason,
  list(p.source ORDER BY p.source) AS sources
FROM member m JOIN imprisoned p USING (household_id, person)
WHERE m.covered AND m.checkable
GROUP BY m.household_id, m.person, m.name
