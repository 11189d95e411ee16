/*---
id: R01.relative
rule: R01
title: 财政供养人员、国企职工或村(居)干部的配偶、父母、未成年子女
grade: exit
needs: [payroll]
uses: [death, prison, kinship, marriage, pension, employment, voluntary]
whole: [voluntary]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 一 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
lawful_reasons: [已离婚未更新, 供养人员已退休或离职, 公益性岗位或临时聘用, 已分户且无共同生活事实, 家庭人均收入仍低于保障标准(国家规定不以身份一票否决)]
---*/
WITH related AS (
  FROM relative_of
  UNION ALL
  FROM roster_pair p
  WHERE p.relation <> 'spouse' OR NOT EXISTS (FROM divorced d WHERE d.person = p.person AND d.spouse = p.relative)),
chain AS (
  SELECT m.household_id, m.person, m.name, m.birth_date, r.relative, r.relation, r.relative_name, r.source AS relation_source,
    p.source AS post_source, p.kind, p.employer, p.position, p.start_date, greatest(r.level, p.level) AS level,
    -- What P is to the member: a parent of a child who is still a minor, a child, or a spouse.
    CASE WHEN r.relation = 'parent' AND m.birth_date IS NULL THEN 'undecidable' ELSE 'hit' END AS outcome
  FROM family m
  JOIN related r USING (person)
  JOIN public_post p ON p.person = r.relative
  WHERE m.covered AND m.checkable
    AND (r.relation IN ('spouse', 'child')
         OR r.relation = 'parent' AND (m.birth_date IS NULL OR age_on(m.birth_date, as_of()) < param('adult_age')))),
best AS (FROM chain QUALIFY outcome = min(outcome) OVER (PARTITION BY household_id, person, relative))
SELECT c.outcome, c.household_id, c.person, c.relative AS subject, min(c.relative_name) AS subject_name,
  min(c.relation) AS subject_relation, c.relative AS fact, min(c.start_date) AS since, min(c.level) AS match, 1 AS round,
  CASE c.outcome WHEN 'hit' THEN c.name || '的' || relation_word(min(c.relation)) || coalesce(min(c.relative_name), '')
    || '为在职' || post_word(min(c.kind)) || '人员' || named(',单位', min(c.employer)) || named(',职务', min(c.position))
    || named(',任职时间', min(c.start_date)) || named(';家庭人均月收入核算为', yuan_per(greatest(h.declared_total, coalesce(i.verified_total, 0)), h.n) || '元,保障标准' || yuan_per(h.standard_year, 12) || '元')
    || named(';', exit_state(any_value(e.declared_on), max(deadline_of(c.kind, concat_ws(' ', c.employer, c.position)))))
  ELSE c.name || '的年龄无法从身份证号得知,不能判断是否为未成年子女' END AS reason,
  list_sort(list_distinct(list(c.relation_source) || list(c.post_source))) AS sources,
  yuan_per(greatest(h.declared_total, coalesce(i.verified_total, 0)), h.n) AS income_per_capita,
  yuan_per(h.standard_year, 12) AS standard_month,
  exit_state(any_value(e.declared_on), max(deadline_of(c.kind, concat_ws(' ', c.employer, c.position)))) AS declared_exit
FROM best c
JOIN household h USING (household_id)
LEFT JOIN income i ON i.household_id = c.household_id AND i.round = 1
LEFT JOIN exit_told e ON e.household_id = c.household_id
GROUP BY c.outcome, c.household_id, c.person, c.relative, c.name, h.declared_total, i.verified_total, h.n, h.standard_year
