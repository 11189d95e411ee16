/*---
id: R02.migration
rule: R02
title: 户籍已迁出
grade: remove
needs: [migration]
uses: [student]
excused_by: [student]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 二 }
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [在校学生户口迁往学校, 迁出后仍共同生活, 迁入地未落户, 区划调整造成的代码变化]
---*/
WITH latest AS (
  SELECT l.household_id, l.person, l.level, g.source, g.move_date, g.destination, g.destination_code
  FROM migration g JOIN link l USING (source)
  WHERE g.move_date <= as_of() AND l.household_id IS NOT NULL
  QUALIFY g.move_date = max(g.move_date) OVER (PARTITION BY l.household_id, l.person)),
student_now AS (
  SELECT DISTINCT l.household_id, l.person
  FROM student s JOIN link l USING (source)
  WHERE is_word(s.level, 'student_levels_away') AND is_current(s.enrolled, s.graduates))
SELECT 'hit' AS outcome, m.household_id, m.person, min(g.move_date) AS since, min(g.level) AS match,
  -- Without the area's code a move within the county cannot be told from one out of it.
  CASE WHEN (SELECT area FROM campaign) IS NULL AND count(g.destination_code) > 0 THEN 'verify' ELSE 'remove' END AS grade,
  m.name || '的户籍已于' || min(g.move_date) || '迁出' || named(',迁往', min(g.destination)) AS reason,
  list(g.source ORDER BY g.source) AS sources, min(g.destination_code) AS destination_code
FROM member m JOIN latest g USING (household_id, person)
ANTI JOIN student_now s USING (household_id, person)
WHERE m.covered AND m.checkable
  AND NOT coalesce(starts_with(g.destination_code, (SELECT area FROM campaign)), false)
GROUP BY m.household_id, m.person, m.name
