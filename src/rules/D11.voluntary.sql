/*---
id: D11.voluntary
rule: D11
title: 已主动申报退出仍在册或仍发放
grade: verify
needs: [voluntary]
uses: [death, prison, payment, payroll, kinship, marriage]
whole: [voluntary, payment]
off_roster: true
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 主动申报 }
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [停发审批正在办理, 本户已撤回申报, 申报登记的户编号有误, 申报后当月的发放]
---*/
WITH declared_exit AS (
  SELECT v.household_id, min(v.date) AS date, list(v.source ORDER BY v.source) AS sources
  FROM voluntary v LEFT JOIN voluntary_due d USING (household_id)
  WHERE v.date <= as_of() AND (coalesce(d.until, (SELECT until FROM exit_deadline WHERE kind = 'default')) IS NULL
    OR v.date <= coalesce(d.until, (SELECT until FROM exit_deadline WHERE kind = 'default')))
  GROUP BY v.household_id),
left_on AS (SELECT household_id, max(end_date) AS day FROM roster SEMI JOIN declared_exit USING (household_id) GROUP BY household_id),
paid AS (
  SELECT e.household_id, count(DISTINCT p.month) AS months, CAST(sum(p.amount) AS DECIMAL(18, 2)) AS amount, list(p.source ORDER BY p.source) AS sources
  FROM declared_exit e JOIN payment p USING (household_id) LEFT JOIN left_on o USING (household_id)
  WHERE p.source = p.same_as AND p.amount > 0 AND is_relief(p.item)
    AND month_number(p.month) > greatest(whole_months(e.date), coalesce(whole_months(o.day), 0)) AND month_number(p.month) <= whole_months(as_of())
  GROUP BY e.household_id)
SELECT 'hit' AS outcome, e.household_id, NULL AS person, e.date AS since, CAST('exact' AS match_level) AS match,
  '已于' || e.date || '主动申报退出,' || CASE WHEN h.open THEN '仍在名册' ELSE '已不在名册' END
    || CASE WHEN p.months IS NULL THEN '' ELSE ',此后仍发放' || p.months || '个月,计' || p.amount || '元' END AS reason,
  list_sort(e.sources || coalesce(p.sources, [])) AS sources, p.months AS months_paid_after, p.amount AS paid_after
FROM declared_exit e LEFT JOIN household h USING (household_id) LEFT JOIN paid p USING (household_id)
WHERE h.open OR p.months > 0
