/*---
id: R01.self
rule: R01
title: 本人为财政供养人员、国企职工或村(居)干部
grade: exit
needs: [payroll]
uses: [death, prison, pension, employment, voluntary]
whole: [voluntary]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 一 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
lawful_reasons: [已退休或离职未更新, 同名同号登记错误, 公益性岗位或临时聘用, 家庭人均收入仍低于保障标准(国家规定不以身份一票否决)]
---*/
SELECT 'hit' AS outcome, m.household_id, m.person, p.person AS subject, m.name AS subject_name, p.person AS fact,
  min(p.start_date) AS since, min(greatest(l.level, p.level)) AS match, 1 AS round,
  '本人' || m.name || '为在职' || post_word(min(p.kind)) || '人员' || named(',单位', min(p.employer)) || named(',职务', min(p.position))
    || named(',任职时间', min(p.start_date)) || named(';家庭人均月收入核算为', yuan_per(greatest(h.declared_total, coalesce(i.verified_total, 0)), h.n) || '元,保障标准' || yuan_per(h.standard_year, 12) || '元')
    || named(';', exit_state(any_value(e.declared_on), max(deadline_of(p.kind, concat_ws(' ', p.employer, p.position))))) AS reason,
  list(DISTINCT p.source ORDER BY p.source) AS sources,
  yuan_per(greatest(h.declared_total, coalesce(i.verified_total, 0)), h.n) AS income_per_capita,
  yuan_per(h.standard_year, 12) AS standard_month,
  exit_state(any_value(e.declared_on), max(deadline_of(p.kind, concat_ws(' ', p.employer, p.position)))) AS declared_exit
FROM family m
JOIN family_link l USING (household_id, person)
JOIN public_post p ON p.person = m.person AND p.source = l.source
JOIN household h USING (household_id)
LEFT JOIN income i ON i.household_id = m.household_id AND i.round = 1
LEFT JOIN exit_told e ON e.household_id = m.household_id
WHERE m.covered AND m.checkable
GROUP BY m.household_id, m.person, p.person, m.name, h.declared_total, i.verified_total, h.n, h.standard_year
