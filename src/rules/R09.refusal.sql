/*---
id: R09.refusal
rule: R09
title: 拒绝配合核查
grade: exit
needs: [refusal]
uses: [death, prison]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 九 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第六十八条 }
lawful_reasons: [因外出或住院未能配合, 记录对象有误, 事后已配合核查]
---*/
SELECT 'hit' AS outcome, h.household_id, NULL AS person, min(r.date) AS since, min(l.level) AS match,
  '家庭于' || string_agg(DISTINCT CAST(r.date AS VARCHAR), '、' ORDER BY CAST(r.date AS VARCHAR)) || '拒绝配合核查'
    || named(':', string_agg(DISTINCT r.reason, '、' ORDER BY r.reason)) AS reason,
  list(DISTINCT r.source ORDER BY r.source) AS sources
FROM household h JOIN link l USING (household_id) JOIN refusal r USING (source)
WHERE h.open AND r.date <= as_of()
  AND (l.person IS NULL OR EXISTS (FROM family f WHERE f.household_id = l.household_id AND f.person = l.person))
GROUP BY h.household_id
