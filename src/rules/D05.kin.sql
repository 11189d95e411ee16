/*---
id: D05.kin
rule: D05
title: 经办人员、村(居)干部的近亲属享受而未备案
grade: verify
needs: [official]
uses: [death, prison, kinship, marriage]
excused_by: [official_kin]
basis:
  - { document: 中华人民共和国民法典, article: 第一千零四十五条 }
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十七条 }
lawful_reasons: [家庭确实困难、已如实备案但未登记, 亲属关系登记错误, 干部已离任, 已离婚未更新]
---*/
WITH clerk AS (
  SELECT l.person, l.level, o.source, o.name, o.unit, o.position, o.start_date
  FROM official o JOIN person_link l USING (source)
  WHERE is_current(o.start_date, o.end_date) AND NOT EXISTS (FROM dead d WHERE d.person = l.person)),
-- What the roster states within the household of an official: each member to the head, and the head's and spouse's children.
p AS (SELECT household_id, person, name, relation, sources[1] AS source FROM member
      WHERE checkable AND household_id IN (SELECT household_id FROM member SEMI JOIN clerk USING (person))),
stated AS (
  SELECT h.person, o.person AS relative, o.relation, o.source, o.name AS relative_name, h.name AS person_name
  FROM p h JOIN p o USING (household_id) WHERE h.relation = 'self'
  UNION ALL
  SELECT s.person, c.person, 'child', c.source, c.name, s.name
  FROM p s JOIN p c USING (household_id) WHERE s.relation = 'spouse' AND c.relation = 'child'
  UNION ALL
  SELECT a.person, b.person, 'sibling', b.source, b.name, a.name
  FROM p a JOIN p b USING (household_id) WHERE a.relation = 'child' AND b.relation = 'child' AND a.person < b.person),
pair AS (
  SELECT person, relative, relation, level, source, relative_name FROM relative_of
  UNION ALL
  SELECT s.person, s.relative, s.relation, CAST('exact' AS match_level), s.source, s.relative_name FROM stated s
  WHERE s.relation <> 'spouse' OR NOT EXISTS (FROM divorced d WHERE d.person = s.person AND d.spouse = s.relative)
  UNION ALL
  SELECT s.relative, s.person, inverse_relation(s.relation), CAST('exact' AS match_level), s.source, s.person_name FROM stated s
  WHERE s.relation <> 'spouse' OR NOT EXISTS (FROM divorced d WHERE d.person = s.person AND d.spouse = s.relative)),
-- A filing that names no official by number holds for whoever has the name that it gives, or for everyone.
filed AS (
  SELECT m.person, o.person AS official, k.official_id_number IS NULL AS unnumbered, k.official_name
  FROM official_kin k JOIN person_link m ON m.source = k.source AND m.side = 'self'
  LEFT JOIN person_link o ON o.source = k.source AND o.side = 'other'
  WHERE k.filed_date IS NULL OR k.filed_date <= as_of()),
chain AS (
  SELECT m.household_id, m.person, m.name, r.relative, r.relation, c.name AS clerk_name, r.relative_name, c.unit, c.position,
    greatest(r.level, c.level) AS level, r.source AS relation_source, c.source AS clerk_source
  FROM family m JOIN pair r USING (person) JOIN clerk c ON c.person = r.relative
  WHERE m.covered AND m.checkable AND m.person <> r.relative
    AND r.relation IN ('spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild')
    AND NOT EXISTS (FROM filed f WHERE f.person = m.person
      AND (f.official = r.relative OR f.unnumbered AND coalesce(f.official_name, c.name, '') = coalesce(c.name, ''))))
SELECT 'hit' AS outcome, household_id, person, relative AS subject, coalesce(min(clerk_name), min(relative_name)) AS subject_name,
  min(relation) AS subject_relation, relative AS fact, CAST(NULL AS DATE) AS since, min(level) AS match,
  name || '是' || named('', min(unit)) || named('', min(position)) || coalesce(min(clerk_name), min(relative_name), '')
    || '的近亲属(' || relation_word(min(inverse_relation(relation))) || '),近亲属备案中没有登记' AS reason,
  list_sort(list_distinct(list(relation_source) || list(clerk_source))) AS sources
FROM chain GROUP BY household_id, person, name, relative
