/*---
id: D02.double
rule: D02
title: 同时享受其他救助
grade: verify
needs: [other_relief]
uses: [death, prison]
basis:
  - { document: 社会救助暂行办法(国务院令第649号), article: 第十四条 }
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [其他救助已停发未更新, 他县低保正在办理迁移, 该项救助可以与低保同时享受, 同名同号登记错误]
---*/
-- Relief that goes with 低保 (medical, temporary, …) is no double one. When it began says nothing of which of the two is
-- one too many: no overpayment is reckoned.
SELECT 'hit' AS outcome, m.household_id, m.person, CAST(NULL AS DATE) AS since, min(l.level) AS match,
  m.name || '同时列在其他救助名册:'
    || string_agg(DISTINCT coalesce(o.region, '') || o.programme || named(',', o.start_date || '起'), ';'
         ORDER BY coalesce(o.region, '') || o.programme || named(',', o.start_date || '起')) AS reason,
  list(DISTINCT o.source ORDER BY o.source) AS sources
FROM family m
JOIN family_link l USING (household_id, person)
JOIN other_relief o USING (source)
WHERE m.covered AND m.checkable AND is_current(o.start_date, o.end_date)
  AND NOT has_word(o.programme, 'compatible_relief')
GROUP BY m.household_id, m.person, m.name
