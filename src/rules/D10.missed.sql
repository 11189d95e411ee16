/*---
id: D10.missed
rule: D10
title: 重残、重病未在保(应保未保线索)
grade: verify
needs: []
any_of: [[disability, illness]]
uses: [other_relief]
leads:
  disability: [{ level: no_work_disability_levels }, { level: no_work_mental_levels, type: no_work_mental_types }]
  illness: [{ severity: [serious] }]
off_roster: true
if_many: apart
excused_by: [death]
basis:
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第八条 }
lawful_reasons: [家庭收入高于标准, 本人不愿申请, 已享受特困供养等其他救助, 户籍已迁出, 残疾或病情已有变化]
---*/
-- In the family's favour: somebody should call on them. Nobody is proposed for anything.
WITH severe AS (
  SELECT d.source, d.name, CASE d.type WHEN 'visual' THEN '视力' WHEN 'hearing' THEN '听力' WHEN 'speech' THEN '言语' WHEN 'physical' THEN '肢体'
    WHEN 'intellectual' THEN '智力' WHEN 'mental' THEN '精神' WHEN 'multiple' THEN '多重' ELSE '' END || '残疾' || d.level || '级' AS what
  FROM disability d
  WHERE d.id_number_problem IS NULL AND (d.expires IS NULL OR d.expires >= as_of())
    AND is_severe(d.level, d.type)
  UNION ALL
  SELECT source, name, '患重大疾病' || named(' ', disease) FROM illness
  WHERE id_number_problem IS NULL AND severity = 'serious' AND (date IS NULL OR date <= as_of())),
-- Of these alone the birth date is worked out, not of everybody on no roster.
stranger AS MATERIALIZED (
  SELECT l.person, s.name, s.source, s.what FROM severe s JOIN link l USING (source)
  WHERE l.household_id IS NULL AND ((SELECT area FROM campaign) IS NULL OR starts_with(l.person, (SELECT area FROM campaign)))),
missed AS (FROM stranger WHERE birth_of(person) <= as_of()),
relieved AS (
  SELECT l.person FROM other_relief o JOIN link l USING (source) WHERE is_current(o.start_date, o.end_date))
SELECT 'hit' AS outcome, '' AS household_id, m.person, coalesce(min(m.name), '') AS person_name, CAST(NULL AS DATE) AS since,
  CAST('exact' AS match_level) AS match,
  coalesce(min(m.name), '此人') || string_agg(DISTINCT m.what, '、' ORDER BY m.what) || ',不在低保名册,也未见其他救助;请上门了解,符合条件的帮助申请' AS reason,
  list(DISTINCT m.source ORDER BY m.source) AS sources
FROM missed m
WHERE NOT EXISTS (FROM dead d WHERE d.person = m.person) AND NOT EXISTS (FROM relieved r WHERE r.person = m.person)
GROUP BY m.person
