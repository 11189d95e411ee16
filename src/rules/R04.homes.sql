/*---
id: R04.homes
rule: R04
title: 家有两套及以上住房
grade: exit
needs: [property]
uses: [death, prison]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 四 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
lawful_reasons: [继承的共有份额, 拆迁安置房未交付, 已出售未过户, 农村老宅已无法居住, 同一套房新旧证并存]
---*/
WITH several AS (
  SELECT round, household_id FROM family_home GROUP BY ALL HAVING count(*) >= param('homes_limit')),
ordered AS (
  SELECT *, row_number() OVER (PARTITION BY round, household_id ORDER BY registered NULLS LAST, fact) AS place,
    bool_or(registered IS NULL) OVER (PARTITION BY round, household_id) AS unknown_start
  FROM family_home SEMI JOIN several USING (round, household_id))
SELECT 'hit' AS outcome, household_id, NULL AS person,
  min(registered) FILTER (place = param('homes_limit') AND NOT unknown_start) AS since, max(level) AS match, round,
  '家庭名下有住房' || count(*) || '套:' || string_agg(coalesce(address, fact), ';' ORDER BY fact) AS reason,
  list_sort(flatten(list(sources))) AS sources, count(*) AS homes
FROM ordered GROUP BY round, household_id
