/*---
id: D09.identity
rule: D09
title: 身份信息有误
grade: verify
needs: []
uses: []
basis:
  - { document: 公民身份号码(GB 11643-1999), item: 号码的结构 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第五十八条 }
lawful_reasons: [录入错误, 曾用名或户籍更名, 登记的是农历生日, 少数民族姓名译写不一]
---*/
WITH told AS (
  SELECT household_id, person, name, source, sex, birth_date, age, id_number_problem AS problem,
    CASE WHEN id_number_problem IS NULL THEN birth_of(id_number) END AS born,
    CASE WHEN id_number_problem IS NULL THEN sex_of(id_number) END AS id_sex
  FROM roster_row
  WHERE coalesce(cohabits, true) AND (id_number_problem IS NOT NULL OR coalesce(sex, '') <> '' OR birth_date IS NOT NULL OR age IS NOT NULL)),
-- An age in years of the old count, or of last year's list, is no other person's; a month alone is its first day.
fault AS (
  SELECT household_id, person, name, source, 1 AS place, CASE problem
    WHEN 'id-rounded' THEN '身份证号被表格软件改坏,无法核查' WHEN 'id-masked' THEN '身份证号已脱敏,无法核查'
    ELSE '身份证号无效(' || CASE problem WHEN 'id-length' THEN '位数不对' WHEN 'id-date' THEN '出生日期不存在'
      WHEN 'id-checksum' THEN '校验码不符' ELSE '含有不该有的字符' END || ')' END AS what
  FROM told WHERE problem IS NOT NULL
  UNION ALL
  SELECT household_id, person, name, source, 2, '名册性别为' || CASE sex WHEN 'male' THEN '男' ELSE '女' END || ',身份证号为'
    || CASE id_sex WHEN 'male' THEN '男' ELSE '女' END
  FROM told WHERE sex IN ('male', 'female') AND sex <> id_sex
  UNION ALL
  SELECT household_id, person, name, source, 2, '名册出生日期' || birth_date || ',身份证号为' || born
  FROM told WHERE birth_date <> born AND NOT (day(birth_date) = 1 AND date_trunc('month', birth_date) = date_trunc('month', born))
  UNION ALL
  SELECT household_id, person, name, source, 2, '名册年龄' || age || '岁,按身份证号为' || age_on(born, as_of()) || '岁'
  FROM told WHERE abs(age - age_on(born, as_of())) > param('age_tolerance')
  UNION ALL
  SELECT l.household_id, l.person, m.name, l.source, 10, '同一身份证号在其他登记簿中姓名不同'
  FROM link l JOIN member m USING (household_id, person) WHERE l.level = 'id'),
merged AS (
  SELECT household_id, person, place, what, min(name) AS name, list(source) AS sources FROM fault
  GROUP BY household_id, person, place, what)
SELECT 'hit' AS outcome, household_id, person, CAST(NULL AS DATE) AS since,
  CASE WHEN min(place) = 10 THEN CAST('id' AS match_level) ELSE CAST('exact' AS match_level) END AS match,
  min(name) || '的' || string_agg(what, ';' ORDER BY place, what) AS reason, list_sort(list_distinct(flatten(list(sources)))) AS sources
FROM merged GROUP BY household_id, person
