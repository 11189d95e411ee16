/*---
id: R08
rule: R08
title: 有劳动能力无正当理由拒绝就业
grade: remove
needs: [job_refusal]
uses: [death, prison]
excused_by: [disability, illness, student]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 八 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第四十五条 }
lawful_reasons: [患病或照料家人, 推荐岗位与身体状况不符, 已另行就业, 推荐记录有误]
---*/
WITH refused AS (
  SELECT l.round, l.household_id, l.person, count(*) AS refusals, count(*) FILTER (j.justified = false) AS stated,
    max(l.level) AS level, list(j.source ORDER BY j.source) AS sources, string_agg(DISTINCT CAST(j.date AS VARCHAR), '、' ORDER BY CAST(j.date AS VARCHAR)) AS days,
    list(j.date ORDER BY j.date)[CAST(param('refusal_count') AS INTEGER)] AS since
  FROM job_refusal j JOIN family_round l USING (source)
  WHERE j.source = j.same_as AND within_months(j.date, param('refusal_months')) AND NOT coalesce(j.justified, false)
  GROUP BY l.round, l.household_id, l.person HAVING count(*) >= param('refusal_count'))
SELECT CASE WHEN m.birth_date IS NULL OR m.sex IS NULL THEN 'undecidable' ELSE 'hit' END AS outcome,
  m.household_id, m.person, f.since, f.level AS match, f.round,
  CASE WHEN m.labour_capacity = 'full' AND f.stated >= param('refusal_count') THEN 'remove' ELSE 'verify' END AS grade,
  CASE WHEN m.birth_date IS NULL OR m.sex IS NULL THEN m.name || '的年龄或性别无法从身份证号得知,不能判断是否在法定就业年龄内'
  ELSE m.name || '(' || age_on(m.birth_date, as_of()) || '岁)在最近' || CAST(param('refusal_months') AS INTEGER) || '个月内'
    || f.refusals || '次拒绝推荐就业(' || f.days || '),未见正当理由' END AS reason,
  f.sources, f.refusals, m.labour_capacity, retirement_age_months(m.sex, m.birth_date) AS retirement_age_months
FROM family m JOIN refused f USING (household_id, person) ANTI JOIN excused_from_work e USING (household_id, person)
WHERE m.covered AND m.checkable AND coalesce(m.labour_capacity, 'full') NOT IN ('none', 'partial')
  AND (m.birth_date IS NULL OR m.sex IS NULL
       OR age_on(m.birth_date, as_of()) >= param('working_age')
          AND as_of() < m.birth_date + to_months(retirement_age_months(m.sex, m.birth_date)))
