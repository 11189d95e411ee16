/*---
id: D08.rotation
rule: D08
title: 轮流享受低保(轮保)
grade: verify
needs: [snapshot]
uses: []
basis:
  - { document: 社会救助暂行办法(国务院令第649号), article: 第十三条 }
lawful_reasons: [收入随季节变化而停发、恢复, 复核期间暂停后恢复, 历史花名册有缺漏, 外出后返乡重新申请]
---*/
-- Which households were on the roster, off it and on again, while others took their place: docs/handbook/平分与轮保.md.
-- Compared by persons: numbers, heads and villages may change. Absence is certain only where neither the number nor, in
-- the village, the name is found.
WITH listed AS (
  SELECT snapshot_date AS day, household_id, person_key(id_number, id_number_problem, source) AS person, name,
    coalesce(township, '') AS township, village, coalesce(covered, true) AS covered, source FROM snapshot
  WHERE snapshot_date < as_of() AND coalesce(status, 'active') <> 'ended' AND coalesce(cohabits, true)
    AND (end_date IS NULL OR end_date > snapshot_date)
  UNION ALL
  SELECT as_of(), household_id, person, name, coalesce(township, ''), village, coalesce(covered, true), source
  FROM roster_row WHERE coalesce(cohabits, true)),
-- On the roster is a household of which somebody is covered.
seen AS (
  SELECT *, dense_rank() OVER (ORDER BY day) AS t FROM listed
  QUALIFY bool_or(covered) OVER (PARTITION BY day, household_id)),
first_seen AS (SELECT person, min((t, household_id)) AS unit FROM seen GROUP BY person),
-- A household in one roster; `unit` is the household in which any of its persons was seen first.
home AS (
  SELECT t, household_id, arg_min(township, source) AS township, arg_min(village, source) FILTER (village IS NOT NULL) AS village,
    min(unit) AS unit, bool_and(NOT starts_with(person, '#')) AS certain
  FROM seen JOIN first_seen USING (person) GROUP BY t, household_id),
present AS (SELECT DISTINCT t, person FROM seen),
named AS (SELECT DISTINCT t, township, village, name FROM seen WHERE village IS NOT NULL),
near AS (
  SELECT s.t, s.household_id, p.t AS other FROM seen s JOIN present p ON p.person = s.person AND p.t BETWEEN s.t - 1 AND s.t + 1
  UNION
  SELECT s.t, s.household_id, n.t FROM seen s
  JOIN named n ON n.t BETWEEN s.t - 1 AND s.t + 1 AND n.township = s.township AND n.village = s.village AND n.name = s.name
  UNION
  SELECT h.t, h.household_id, o.t FROM home h JOIN home o ON o.unit = h.unit AND o.t BETWEEN h.t - 1 AND h.t + 1),
-- Who left in the step to t + 1, who came in the step to t; `again`: is seen after it, was seen before it.
leaver AS (
  SELECT h.*, EXISTS (FROM seen s JOIN present a USING (person)
    WHERE s.t = h.t AND s.household_id = h.household_id AND a.t > h.t + 1) AS again
  FROM home h ANTI JOIN near n ON n.t = h.t AND n.household_id = h.household_id AND n.other = h.t + 1
  WHERE h.certain AND h.village IS NOT NULL AND h.t < (SELECT max(t) FROM seen)),
comer AS (
  SELECT h.*, EXISTS (FROM seen s JOIN present a USING (person)
    WHERE s.t = h.t AND s.household_id = h.household_id AND a.t < h.t - 1) AS again
  FROM home h ANTI JOIN near n ON n.t = h.t AND n.household_id = h.household_id AND n.other = h.t - 1
  WHERE h.certain AND h.village IS NOT NULL AND h.t > 1),
step AS (
  SELECT township, village, t, sum(went) AS went, sum(went_again) AS went_again, sum(came) AS came, sum(came_again) AS came_again
  FROM (
    SELECT township, village, t + 1 AS t, 1 AS went, CAST(again AS INTEGER) AS went_again, 0 AS came, 0 AS came_again FROM leaver
    UNION ALL
    SELECT township, village, t, 0, 0, 1, CAST(again AS INTEGER) FROM comer)
  GROUP BY township, village, t),
-- A turn needs somebody who came when it left, and somebody who left when it came back.
turn AS (
  SELECT township, village, least(sum(least(went_again, came)), sum(least(came_again, went))) AS turns FROM step GROUP BY ALL),
returned AS (SELECT DISTINCT township, village, unit FROM comer WHERE again),
back AS (SELECT township, village, count(*) AS homes FROM returned GROUP BY ALL),
village AS (
  SELECT township, village, count(DISTINCT unit) AS homes FROM home WHERE village IS NOT NULL GROUP BY ALL),
county AS (
  SELECT count(*) AS villages, CAST(sum(v.homes) AS BIGINT) AS homes, CAST(sum(coalesce(b.homes, 0)) AS BIGINT) AS back
  FROM village v LEFT JOIN back b USING (township, village)),
rotating AS (
  SELECT v.township, v.village, v.homes, CAST(least(n.turns, b.homes) AS BIGINT) AS turns, c.homes AS all_homes,
    c.back AS all_back, c.villages, v.homes * per_million(c.back, c.homes) AS expected
  FROM village v JOIN turn n USING (township, village) JOIN back b USING (township, village), county c),
flagged AS (
  FROM rotating
  WHERE turns >= param('rotation_households') AND turns >= param('rotation_share') * homes
    AND tail_bound(turns, homes, expected) >= log_level(param('rotation_level'), villages, million())),
days AS (SELECT DISTINCT t, day FROM seen)
SELECT 'hit' AS outcome, h.household_id, NULL AS person, CAST(NULL AS DATE) AS since, CAST('exact' AS match_level) AS match,
  '本户' || (SELECT string_agg(strftime(d.day, '%Y-%m-%d') || CASE WHEN o.t IS NULL THEN '不在册' ELSE '在册' END, '、' ORDER BY d.t)
      FROM days d LEFT JOIN (SELECT DISTINCT e.t FROM home e WHERE e.unit = h.unit) o ON o.t = d.t)
    || ';' || f.village || '先后在册的' || f.homes || '户中有' || f.turns
    || '户这样退出又回来,退出时有别户进入、回来时有别户退出;全县先后在册的' || f.all_homes || '户中共' || f.all_back || '户退出又回来' AS reason,
  (SELECT list(s.source ORDER BY s.source) FROM seen s JOIN home e USING (t, household_id) WHERE e.unit = h.unit) AS sources,
  f.homes AS village_homes, f.turns, yuan_per(f.expected, million()) AS turns_expected, f.villages AS villages_tested
FROM home h JOIN flagged f USING (township, village) JOIN returned r USING (township, village, unit)
WHERE h.t = (SELECT max(t) FROM seen)
