/*---
id: D01.duplicate
rule: D01
title: 同一身份证号重复享受
grade: verify
needs: []
uses: []
basis:
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [同一人换户时新旧户并存, 录入时身份证号写错]
---*/
WITH covered_row AS (
  SELECT household_id, person, name, source FROM roster_row
  WHERE coalesce(covered, true) AND coalesce(cohabits, true) AND id_number_problem IS NULL),
repeated AS (SELECT person FROM covered_row GROUP BY person HAVING count(*) > 1),
twice AS (
  SELECT person, count(*) AS rows_found, count(DISTINCT household_id) AS households, list(source ORDER BY source) AS sources
  FROM covered_row SEMI JOIN repeated USING (person) GROUP BY person)
SELECT 'hit' AS outcome, c.household_id, c.person, CAST(NULL AS DATE) AS since, CAST('exact' AS match_level) AS match,
  min(c.name) || '的身份证号在名册中有' || t.rows_found || '行在享'
    || CASE WHEN t.households > 1 THEN ',分在' || t.households || '户' ELSE ',在同一户内' END AS reason,
  t.sources, t.rows_found, t.households
FROM covered_row c JOIN twice t USING (person)
GROUP BY c.household_id, c.person, t.rows_found, t.households, t.sources
