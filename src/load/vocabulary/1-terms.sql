-- The words that the rules share (RULES.md: Terms, Verified income, Matching). Views and macros only: run as it
-- stands it works in any DuckDB shell over the loaded tables; `check` makes tables of the views, once, in this order;
-- what stands as CREATE OR REPLACE VIEW stays a view: it is cheaper to work out than to keep.
-- Money is DECIMAL and never divided in a condition; a standard is a yearly figure (12 x total > standard_year x n).

-- The as-of date D, parameters in force on D, word lists

CREATE MACRO as_of() AS (SELECT campaign.as_of FROM campaign);

CREATE VIEW setting AS
SELECT name, CAST(arg_max(value, from_date) AS DECIMAL(9, 4)) AS value
FROM parameter WHERE value IS NOT NULL AND from_date <= as_of() GROUP BY name;

CREATE VIEW word_list AS
SELECT name AS list, list(word ORDER BY word) AS words
FROM (FROM parameter WHERE word IS NOT NULL AND from_date <= as_of()
      QUALIFY from_date = max(from_date) OVER (PARTITION BY name))
GROUP BY name;

CREATE VIEW standard_now AS
SELECT category, size, yearly, from_date FROM standard WHERE from_date <= as_of()
QUALIFY from_date = max(from_date) OVER (PARTITION BY category);

CREATE MACRO param(wanted) AS (SELECT setting.value FROM setting WHERE setting.name = wanted);
CREATE MACRO has_word(t, wanted) AS
  len(list_filter((SELECT word_list.words FROM word_list WHERE word_list.list = wanted), lambda w: contains(t, w))) > 0;
CREATE MACRO is_word(t, wanted) AS
  coalesce(list_contains((SELECT word_list.words FROM word_list WHERE word_list.list = wanted), t), false);
CREATE MACRO starts_with_word(t, wanted) AS
  len(list_filter((SELECT word_list.words FROM word_list WHERE word_list.list = wanted), lambda w: starts_with(t, w))) > 0;
CREATE MACRO like_word(t, wanted) AS
  len(list_filter((SELECT word_list.words FROM word_list WHERE word_list.list = wanted), lambda w: t LIKE w)) > 0;

-- Current on D (REGISTERS.md, last paragraph); the status is the caller's.
CREATE MACRO is_current(start_day, end_day) AS
  (start_day IS NULL OR start_day <= as_of()) AND (end_day IS NULL OR end_day > as_of());
-- "12 months up to D": D minus 12 months < day <= D.
CREATE MACRO within_months(day, months) AS day <= as_of() AND day > as_of() - to_months(CAST(months AS INTEGER));
CREATE MACRO date_of(digits) AS
  CASE WHEN regexp_full_match(digits, '(18|19|20|21)[0-9]{6}') THEN CAST(try_strptime(digits, '%Y%m%d') AS DATE) END;
CREATE MACRO birth_of(id) AS CASE WHEN length(id) = 18 THEN date_of(substr(id, 7, 8)) END;
-- An age is reached on the birthday.
CREATE MACRO age_on(birth, day) AS
  year(day) - year(birth) - CAST(month(day) * 100 + day(day) < month(birth) * 100 + day(birth) AS INTEGER);
CREATE MACRO sex_of(id) AS CASE WHEN length(id) = 18 AND regexp_full_match(substr(id, 17, 1), '[0-9]')
  THEN CASE WHEN CAST(substr(id, 17, 1) AS INTEGER) % 2 = 1 THEN 'male' ELSE 'female' END END;
CREATE MACRO whole_months(d) AS year(d) * 12 + month(d) - 1;
CREATE MACRO month_number(text) AS CAST(substr(text, 1, 4) AS INTEGER) * 12 + CAST(substr(text, 6, 2) AS INTEGER) - 1;
-- A member without a usable number is keyed by his row, and matches nobody.
CREATE MACRO person_key(id, problem, source) AS
  CASE WHEN id IS NULL OR problem IN ('id-rounded', 'id-masked') THEN '#' || source ELSE id END;
-- For sentences only: half up to the fen.
CREATE MACRO yuan_per(total, k) AS
  CAST((CAST(total * 100 AS HUGEINT) * 2 + k) // (2 * k) AS DECIMAL(20, 0)) * 0.01::DECIMAL(3, 2);
-- How a row of amount_owed (7-amounts.sql) came about.
CREATE MACRO amount_steps(a) AS
  '保障标准每人每年' || a.standard_year || '元;家庭收入每月' || CAST(a.total AS DECIMAL(18, 2)) || '元('
    || CASE WHEN a.verified_total > a.declared_total THEN '数据核算' ELSE '申报' END || '),' || a.n || '人;'
    || CASE WHEN a.above THEN '人均收入不低于标准,月保障金为0元'
       WHEN a.by_tier THEN '按档次每人每月' || a.tier_monthly || '元×保障' || a.c || '人'
       ELSE '(' || a.standard_year || '×' || a.n || '人-' || CAST(a.total AS DECIMAL(18, 2)) || '×12个月)÷' || a.n || '人×保障' || a.c
         || '人÷12=' || yuan_per((a.standard_year * a.n - 12 * a.total) * a.c, 12 * a.n) || '元,不足1元的进到1元' END
    || CASE WHEN a.supplement > 0 AND NOT a.above THEN ',加分类施保金' || a.supplement || '元' ELSE '' END;
-- Statistics (docs/handbook/平分与轮保.md). Shares and expectations are counted in millionths, rounded up, so that sums are
-- exact; logarithms are taken once, of whole numbers, and kept to four decimals.
CREATE MACRO million() AS 1000000;
CREATE MACRO per_million(part, whole) AS CAST((CAST(part AS HUGEINT) * million() + whole - 1) // whole AS BIGINT);
-- Hoeffding's bound: the chance of so many hits or more is at most e to the power of minus this.
CREATE MACRO tail_bound(hits, trials, expected) AS CASE
  WHEN hits * million() <= expected THEN 0::DECIMAL(18, 4)
  ELSE CAST(hits * (ln(hits) + ln(million()) - ln(greatest(expected, 1))) + CASE WHEN hits = trials THEN 0
    ELSE (trials - hits) * (ln(trials - hits) + ln(million()) - ln(greatest(trials * million() - expected, 1))) END AS DECIMAL(18, 4)) END;
-- The bound that a case must reach: level, shared among so many tests, of which it has its expectation's part.
CREATE MACRO log_level(level, tests, expected) AS
  CAST(ln(tests) + ln(million()) - ln(level) - ln(greatest(expected, 1)) AS DECIMAL(18, 4));
CREATE MACRO named(label, t) AS CASE WHEN coalesce(CAST(t AS VARCHAR), '') = '' THEN '' ELSE label || CAST(t AS VARCHAR) END;

-- Relations and posts, in words

CREATE MACRO inverse_relation(r) AS CASE r
  WHEN 'spouse' THEN 'spouse' WHEN 'child' THEN 'parent' WHEN 'parent' THEN 'child'
  WHEN 'grandparent' THEN 'grandchild' WHEN 'grandchild' THEN 'grandparent' WHEN 'sibling' THEN 'sibling' ELSE 'other' END;
CREATE MACRO relation_word(r) AS CASE r
  WHEN 'self' THEN '户主' WHEN 'spouse' THEN '配偶' WHEN 'child' THEN '子女' WHEN 'parent' THEN '父母'
  WHEN 'grandparent' THEN '祖父母' WHEN 'grandchild' THEN '孙子女' WHEN 'sibling' THEN '兄弟姐妹' ELSE '亲属' END;
CREATE MACRO post_word(kind) AS CASE kind WHEN 'civil' THEN '机关(公务员)' WHEN 'institution' THEN '事业单位'
  WHEN 'soe' THEN '国有企业' WHEN 'village_cadre' THEN '村(居)干部' ELSE kind END;

-- The day up to which one in such a post declares his family's exit of his own accord: by a word of his unit or position,
-- by the kind of post, or for everybody; of two words the later day. NULL where the campaign file says nothing.
CREATE MACRO deadline_of(post, texts) AS (
  SELECT coalesce(max(d.until) FILTER (contains(texts, d.kind)), max(d.until) FILTER (d.kind = post), max(d.until) FILTER (d.kind = 'default'))
  FROM exit_deadline d);
CREATE MACRO exit_state(declared_on, until) AS CASE
  WHEN until IS NULL OR NOT EXISTS (FROM voluntary) THEN NULL
  WHEN declared_on <= until THEN '已主动申报(' || declared_on || ')'
  WHEN as_of() > until THEN '逾期未申报(期限' || until || named(',补报于', declared_on) || ')' END;

CREATE MACRO first_birth_month(wanted) AS
  (SELECT month_number(word_list.words[1]) FROM word_list WHERE word_list.list = wanted);
CREATE MACRO retirement_months(base, cap, first_month, step, birth) AS
  CAST(base * 12 + least(greatest((whole_months(birth) - first_month + CAST(step AS INTEGER)) // CAST(step AS INTEGER), 0),
                         (cap - base) * 12) AS INTEGER);
-- The statutory retirement age of one born then, in months (decision of 2024-09-13: one month later for every `step`
-- months of birth month, up to the cap). NULL without sex or birth date. Women's parameters carry the base that they are
-- for in their names.
CREATE MACRO retirement_age_months(sex, birth) AS CASE
  WHEN birth IS NULL OR sex IS NULL THEN NULL
  WHEN sex = 'male' THEN retirement_months(param('retirement_men_base'), param('retirement_men_cap'),
    first_birth_month('retirement_men_first_birth'), param('retirement_men_step'), birth)
  WHEN contains('retirement_women_50_cap', '_' || CAST(param('women_base') AS INTEGER) || '_')
  THEN retirement_months(param('women_base'), param('retirement_women_50_cap'),
    first_birth_month('retirement_women_50_first_birth'), param('retirement_women_50_step'), birth)
  ELSE retirement_months(param('women_base'), param('retirement_women_55_cap'),
    first_birth_month('retirement_women_55_first_birth'), param('retirement_women_55_step'), birth) END;

-- A disability with which nobody is asked to work: of the mind a level more than of the body.
CREATE MACRO is_severe(level, type) AS
  is_word(level, 'no_work_disability_levels') OR is_word(level, 'no_work_mental_levels') AND is_word(type, 'no_work_mental_types');

-- A payment of 低保; one that does not say for what is taken for one.
CREATE MACRO is_relief(item) AS item IS NULL OR contains(item, '低保') OR contains(item, '最低生活保障');
