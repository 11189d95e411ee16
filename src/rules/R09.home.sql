/*---
id: R09.home
rule: R09
title: 申报住房少于查到住房
grade: verify
needs: [declaration, property]
uses: [death, prison]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 九 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第六十八条 }
lawful_reasons: [申报后取得, 同一套房新旧证并存, 拆迁安置未交付]
---*/
SELECT 'hit' AS outcome, f.household_id, NULL AS person, CAST(NULL AS DATE) AS since, max(f.level) AS match, f.round,
  '查到住房' || count(*) || '套,多于申报的' || d.declared_homes || '套' || named('(申报日期', d.date || ')') AS reason,
  list_sort(flatten(list(f.sources)) || [d.source]) AS sources, count(*) AS found, d.declared_homes AS declared
FROM family_home f JOIN declared d USING (household_id) JOIN household h USING (household_id)
WHERE h.open
GROUP BY f.round, f.household_id, d.declared_homes, d.date, d.source
HAVING count(*) > d.declared_homes
