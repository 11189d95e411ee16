/*---
id: R08.able
rule: R08
title: 法定就业年龄内有劳动能力的成员
grade: verify
needs: []
uses: [death, prison]
excused_by: [disability, illness, student]
basis:
  - { document: 低保核查清理工作方案, item: 二 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第四十五条 }
lawful_reasons: [已就业且收入已如实计算, 患病或照料家人, 正在找工作或已接受就业服务, 名册上的劳动能力已过时]
---*/
-- R08 without the refusals. Only a stated capacity: a blank accuses nobody.
SELECT CASE WHEN f.birth_date IS NULL OR f.sex IS NULL THEN 'undecidable' ELSE 'hit' END AS outcome,
  f.household_id, f.person, CAST(NULL AS DATE) AS since, CAST('exact' AS match_level) AS match,
  CASE WHEN f.birth_date IS NULL OR f.sex IS NULL THEN f.name || '的年龄或性别无法从身份证号得知,不能判断是否在法定就业年龄内'
  ELSE f.name || '(' || age_on(f.birth_date, as_of()) || '岁)在法定就业年龄内,名册写明有劳动能力' END AS reason,
  m.sources, f.labour_capacity, retirement_age_months(f.sex, f.birth_date) AS retirement_age_months
FROM family f JOIN member m USING (household_id, person) ANTI JOIN excused_from_work e USING (household_id, person)
WHERE f.covered AND f.checkable AND f.labour_capacity = 'full'
  AND (f.birth_date IS NULL OR f.sex IS NULL
       OR age_on(f.birth_date, as_of()) >= param('working_age')
          AND as_of() < f.birth_date + to_months(retirement_age_months(f.sex, f.birth_date)))
