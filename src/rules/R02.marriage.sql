/*---
id: R02.marriage
rule: R02
title: 已婚嫁、配偶不在户内
grade: verify
needs: [marriage]
uses: []
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 二 }
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [已离婚未登记或未更新, 婚后仍与父母共同生活, 配偶因故未列入家庭成员]
---*/
SELECT 'hit' AS outcome, m.household_id, m.person, e.spouse AS subject, e.spouse_name AS subject_name, 'spouse' AS subject_relation,
  e.date AS since, e.level AS match,
  m.name || '已于' || e.date || '与' || coalesce(e.spouse_name, '他人') || '登记结婚,配偶不在本户名册内' AS reason,
  [e.source] AS sources
FROM member m JOIN latest_event e USING (person)
WHERE m.covered AND m.checkable AND e.event = 'marriage'
  AND (m.relation IN ('child', 'grandchild', 'sibling') OR m.relation IS NULL)
  AND NOT EXISTS (FROM link l WHERE l.household_id = m.household_id AND l.source = e.source AND l.person = e.spouse)
  AND NOT EXISTS (FROM roster r WHERE r.household_id = m.household_id AND r.id_number = e.spouse)
