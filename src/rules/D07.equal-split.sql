/*---
id: D07.equal-split
rule: D07
title: 平分低保金
grade: verify
needs: []
uses: [death, prison]
basis:
  - { document: 社会救助暂行办法(国务院令第649号), article: 第十二条 }
lawful_reasons: [当地规定每户最低补差额, 名册上的金额是人均数或含定额临时补贴, 各户收入和人口恰好相近, 村名填写有误]
---*/
-- How often chance alone would do this, were the county's amounts dealt out anew among the households with as many
-- covered persons: docs/handbook/平分与轮保.md. The size with most households of that amount is left out: where all
-- families of one size are paid alike, nothing was split.
WITH home AS (
  SELECT household_id, coalesce(township, '') AS township, village, category, monthly_amount AS amount, sources,
    coalesce(covered_size, covered_listed) AS persons
  FROM household WHERE open AND village IS NOT NULL AND category IS NOT NULL AND monthly_amount > 0),
village AS (
  SELECT township, village, count(*) AS homes, count(DISTINCT persons) AS sizes
  FROM home GROUP BY ALL HAVING count(*) >= param('equal_split_households')),
tested AS (SELECT count(*) AS villages FROM village),
foremost AS (
  SELECT h.township, h.village, h.amount, v.homes, v.sizes, count(*) AS drawing
  FROM home h JOIN village v USING (township, village) GROUP BY ALL
  HAVING count(*) >= param('equal_split_share') * v.homes),
peers AS (SELECT category, persons, count(*) AS homes FROM home GROUP BY ALL),
drawn AS (SELECT category, persons, amount, count(*) AS homes FROM home SEMI JOIN foremost USING (amount) GROUP BY ALL),
shares AS (
  SELECT d.category, d.persons, d.amount, per_million(d.homes, p.homes) AS share
  FROM drawn d JOIN peers p USING (category, persons)),
own AS (
  SELECT f.township, f.village, f.amount, f.homes, f.sizes, f.drawing, h.category, h.persons, count(*) AS trials,
    count(*) FILTER (h.amount = f.amount) AS hits
  FROM home h JOIN foremost f USING (township, village) GROUP BY ALL),
fitting AS (
  SELECT township, village, amount, arg_max(persons, (hits, trials, -persons)) AS persons
  FROM (SELECT township, village, amount, persons, sum(trials) AS trials, sum(hits) AS hits FROM own GROUP BY ALL) GROUP BY ALL),
others AS (
  SELECT o.township, o.village, o.amount, o.homes, o.sizes, o.drawing, f.persons AS fitting, CAST(sum(o.trials) AS BIGINT) AS trials,
    CAST(sum(o.hits) AS BIGINT) AS hits, CAST(sum(o.trials * coalesce(s.share, 0)) AS BIGINT) AS expected
  FROM own o JOIN fitting f ON f.township = o.township AND f.village = o.village AND f.amount = o.amount
    AND f.persons <> o.persons
  LEFT JOIN shares s ON s.category = o.category AND s.persons = o.persons AND s.amount = o.amount
  GROUP BY ALL),
split AS (
  SELECT o.*, t.villages
  FROM others o, tested t
  -- In at most equal_split_level of innocent counties any village comes so far: the level is shared among the villages,
  -- their sizes (any may be the one left out) and amounts (each has as much of it as it is usual).
  WHERE o.hits >= param('equal_split_share') * o.trials AND tail_bound(o.hits, o.trials, o.expected)
    >= log_level(param('equal_split_level'), t.villages * o.sizes * o.homes, o.expected))
SELECT 'hit' AS outcome, h.household_id, NULL AS person, CAST(NULL AS DATE) AS since, CAST('exact' AS match_level) AS match,
  s.village || '在享的' || s.homes || '户中有' || s.drawing || '户每月都领' || s.amount || '元,本户(保障' || h.persons
    || '人)是其中一户;除保障' || s.fitting || '人的户外,其余' || s.trials || '户人数不同,也有' || s.hits
    || '户领这一金额,按全县人数相同的户推算约' || yuan_per(s.expected, million()) || '户' AS reason,
  h.sources, s.homes AS village_homes, s.drawing AS same_amount, s.trials AS other_sizes, s.hits AS other_sizes_same,
  yuan_per(s.expected, million()) AS other_sizes_expected, s.villages AS villages_tested
FROM split s JOIN home h USING (township, village, amount)
