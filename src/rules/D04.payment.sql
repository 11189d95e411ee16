/*---
id: D04.payment
rule: D04
title: 发放与名册不符
grade: verify
needs: [payment]
uses: [death, prison]
whole: [payment]
off_roster: true
if_many: otherwise
basis:
  - { document: 社会救助暂行办法(国务院令第649号), article: 第十二条 }
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [补发或扣回以前月份, 停发审批在当月办理, 调整审批晚于名册, 按季发放, 户编号变更, 发放数据尚未报齐]
---*/
-- Numbers that two files use for different families (src/load/roster-repairs.ts).
WITH parted AS (SELECT DISTINCT split_part(household_id, '@', 1) AS number FROM roster WHERE contains(household_id, '@')),
-- Paid when nobody covered is alive: months after the last one's death.
died AS (SELECT household_id, person, min(death_date) AS death_date, min(level) AS level, list(source) AS sources
  FROM dead WHERE household_id IS NOT NULL AND NOT unclear GROUP BY household_id, person),
bereft AS (
  SELECT m.household_id, max(d.death_date) AS last_death, max(d.level) AS level, flatten(list(d.sources)) AS sources
  FROM member m LEFT JOIN died d USING (household_id, person)
  WHERE m.covered AND m.household_id IN (SELECT household_id FROM died)
  GROUP BY m.household_id HAVING count(*) = count(d.person)),
after_death AS (
  SELECT '死亡后发放' AS fact, b.household_id, b.last_death AS since, b.level AS match,
    '保障对象已全部死亡(最后一人' || b.last_death || '),此后' || count(DISTINCT p.month) || '个月仍有发放,计'
      || CAST(sum(p.amount) AS DECIMAL(18, 2)) || '元' AS reason,
    any_value(b.sources) || list(p.source) AS sources, count(DISTINCT p.month) AS months, CAST(sum(p.amount) AS DECIMAL(18, 2)) AS over,
    CAST(0 AS DECIMAL(18, 2)) AS under, CAST(NULL AS VARCHAR) AS by_month
  FROM bereft b JOIN relief_payment p USING (household_id)
  WHERE p.source = p.same_as AND month_number(p.month) BETWEEN whole_months(b.last_death) + 1 AND whole_months(as_of())
  GROUP BY b.household_id, b.last_death, b.level),
-- Paid of late, and on the roster in no row that holds; who left before is not told by a roster of today. One who is
-- on the roster under another number is no stranger.
stray AS (
  SELECT p.household_id, p.source, p.month, p.amount
  FROM payment p ANTI JOIN roster_row r USING (household_id)
  WHERE p.source = p.same_as AND p.month IS NOT NULL AND p.amount > 0
    AND is_relief(p.item)
    AND p.month <= strftime(as_of(), '%Y-%m') AND p.month > strftime(as_of() - to_months(CAST(param('off_roster_months') AS INTEGER)), '%Y-%m')
    AND NOT EXISTS (FROM member m WHERE m.person = p.id_number)
    AND NOT EXISTS (FROM parted k WHERE k.number = p.household_id)),
left_on AS (
  SELECT household_id, CASE WHEN count(*) = count(end_date) THEN max(end_date) END AS day FROM roster
  WHERE household_id IN (SELECT household_id FROM stray) GROUP BY household_id),
off_roster AS (
  SELECT '名册外发放', s.household_id, CAST(NULL AS DATE), CAST('exact' AS match_level),
    '户编号' || s.household_id || CASE WHEN max(e.household_id) IS NULL THEN '不在名册' ELSE '已于' || max(e.day) || '停保' END || ','
      || min(s.month) || '至' || max(s.month) || '有' || count(DISTINCT s.month) || '个月发放,计' || CAST(sum(s.amount) AS DECIMAL(18, 2))
      || '元;请核对何时退出、发给了谁',
    list(s.source), count(DISTINCT s.month), CAST(sum(s.amount) AS DECIMAL(18, 2)), CAST(0 AS DECIMAL(18, 2)), NULL
  FROM stray s LEFT JOIN left_on e USING (household_id)
  WHERE e.household_id IS NULL OR month_number(s.month) > whole_months(e.day)
  GROUP BY s.household_id),
differing AS (
  SELECT '金额不符', household_id, CAST(NULL AS DATE), CAST('exact' AS match_level),
    count(*) || '个月的发放与月保障金' || any_value(due) || '元不符:' || string_agg(month || '发' || paid || '元', '、' ORDER BY month)
      || CASE WHEN sum(more) > 0 THEN ';多发' || sum(more) || '元' ELSE '' END || CASE WHEN sum(less) > 0 THEN ';少发' || sum(less) || '元' ELSE '' END,
    flatten(list(sources)), count(*), CAST(sum(more) AS DECIMAL(18, 2)), CAST(sum(less) AS DECIMAL(18, 2)),
    string_agg(month || ' 实发' || paid || ' 应发' || due, ';' ORDER BY month)
  FROM payment_differing GROUP BY household_id),
unpaid AS (
  SELECT '在册未发', u.household_id, CAST(NULL AS DATE), CAST('exact' AS match_level),
    '在册而' || min(u.month) || '至' || max(u.month) || '的' || count(*) || '个月没有发放,按月保障金计' || sum(u.due)
      || '元;请查明是未发、缓发还是数据未报齐',
    any_value(h.sources), count(*), CAST(0 AS DECIMAL(18, 2)), CAST(sum(u.due) AS DECIMAL(18, 2)), NULL
  FROM payment_missing u JOIN household h USING (household_id) GROUP BY u.household_id),
every_kind AS (FROM after_death UNION ALL FROM off_roster UNION ALL FROM differing UNION ALL FROM unpaid)
SELECT 'hit' AS outcome, household_id, NULL AS person, fact, since, match, reason, list_sort(list_distinct(sources)) AS sources,
  months AS months_differing, over AS overpaid_sum, under AS underpaid_sum, by_month
FROM every_kind
