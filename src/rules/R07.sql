/*---
id: R07
rule: R07
title: 法定赡养、抚养、扶养义务人有能力不履行义务
grade: verify
needs: []
any_of: [[kinship, marriage]]
uses: [death, prison, payroll, employment, pension, vehicle, property, business]
excused_by: [kinship]
standard: true
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 七 }
  - { document: 中华人民共和国民法典, article: 第一千零六十七条 }
lawful_reasons: [义务人已实际给付但未登记, 亲属关系登记错误, 义务人本人负担重、重病, 义务人的车辆房产已出售未过户]
---*/
WITH pair AS (
  SELECT m.household_id, m.person, m.name, m.labour_capacity, m.birth_date, m.standard_year,
    r.relative, r.relation, min(r.level) AS level, min(r.relative_name) AS relative_name, list(DISTINCT r.source ORDER BY r.source) AS sources,
    CASE WHEN r.relation = 'spouse' OR r.relation = 'child' AND m.labour_capacity = 'none' THEN true
         WHEN r.relation = 'child' THEN age_on(m.birth_date, as_of()) >= param('supporter_parent_age')
         ELSE age_on(m.birth_date, as_of()) < param('adult_age') END AS owed
  FROM family m JOIN relative_of r USING (person)
  WHERE m.covered AND m.checkable AND r.relation IN ('spouse', 'child', 'parent')
    AND r.relative IN (SELECT person FROM supporter_sign)
    AND (r.relation <> 'child' OR age_on(birth_of(r.relative), as_of()) >= param('adult_age') OR birth_of(r.relative) IS NULL)
    AND NOT EXISTS (FROM dead d WHERE d.person = r.relative)
    AND NOT EXISTS (FROM member o WHERE o.person = r.relative AND o.covered)
    AND NOT EXISTS (FROM member s WHERE s.household_id = m.household_id AND s.person = r.relative)
    AND NOT EXISTS (FROM kinship_pair k WHERE k.person = m.person AND k.relative = r.relative AND k.pays)
  GROUP BY ALL),
able AS (
  SELECT p.household_id, p.person, p.relative, a.level, a.sign, a.sources,
    a.wanted IS NOT NULL AND p.standard_year IS NULL AS undecidable
  FROM pair p JOIN supporter_sign a ON a.person = p.relative
  WHERE a.wanted IS NULL OR p.standard_year IS NULL OR 12 * a.wanted >= param('supporter_multiple') * p.standard_year),
judged AS (
  SELECT p.*, CASE WHEN p.owed IS NULL OR a.undecidable OR (p.relation = 'child' AND birth_of(p.relative) IS NULL)
                   THEN 'undecidable' ELSE 'hit' END AS outcome,
    greatest(p.level, a.level) AS chain, a.sign, a.sources AS sign_sources
  FROM pair p JOIN able a USING (household_id, person, relative)
  WHERE coalesce(p.owed, true)
  QUALIFY outcome = min(outcome) OVER (PARTITION BY p.household_id, p.person, p.relative))
SELECT outcome, household_id, person, relative AS subject, min(relative_name) AS subject_name, min(relation) AS subject_relation,
  relative AS fact, CAST(NULL AS DATE) AS since, min(chain) AS match,
  CASE outcome WHEN 'hit' THEN name || '的' || relation_word(min(relation)) || coalesce(min(relative_name), '') || '有赡养(抚养、扶养)能力:'
    || string_agg(DISTINCT sign, ';' ORDER BY sign) || ';未见给付赡养费记录'
  ELSE '年龄或保障标准不明,不能判断' || name || '的' || relation_word(min(relation)) || '是否有能力而未履行义务' END AS reason,
  list_sort(list_distinct(flatten(list(sources)) || flatten(list(sign_sources)))) AS sources,
  yuan_per(min(standard_year), 12) AS standard_month, param('supporter_multiple') AS supporter_multiple
FROM judged GROUP BY outcome, household_id, person, name, relative
