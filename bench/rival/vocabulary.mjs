/** What several rules ask for, as an author would make it once: small tables over what was loaded. */
export const VOCABULARY = `
CREATE MACRO today() AS DATE '2026-06-30';
CREATE MACRO runs(start_day, end_day) AS (start_day IS NULL OR start_day <= today()) AND (end_day IS NULL OR end_day > today());
CREATE MACRO born(id) AS CASE WHEN length(id) = 18 THEN CAST(try_strptime(id[7:14], '%Y%m%d') AS DATE) END;
CREATE MACRO age(id) AS date_sub('year', born(id), today());

CREATE TABLE gone AS
SELECT id FROM death WHERE died <= today() UNION SELECT id FROM prison WHERE inside AND runs(start_day, end_day);

CREATE TABLE member AS
SELECT household, id, bool_or(covered) AS covered, any_value(name) AS name, any_value(relation) AS relation,
  any_value(capacity) AS capacity, any_value(health) AS health
FROM roster GROUP BY household, id;

CREATE TABLE household AS
SELECT household, any_value(standard_year) AS standard_year, any_value(income) AS income,
  greatest(max(listed) - max(absent), any_value(size) - max(absent), 1) AS n, max(here) > 0 AS open
FROM roster JOIN (
  SELECT household, count(*) AS listed, count(g.id) AS absent, count(*) FILTER (covered AND g.id IS NULL) AS here
  FROM member m LEFT JOIN gone g USING (id) GROUP BY household) USING (household)
GROUP BY household;

CREATE TABLE family AS
SELECT m.*, h.n, h.standard_year FROM member m JOIN household h USING (household) ANTI JOIN gone g ON g.id = m.id WHERE h.open;

CREATE VIEW pension_now AS
SELECT DISTINCT *, CASE WHEN resident THEN greatest(amount - 143, 0) ELSE amount END AS counted
FROM pension WHERE active AND runs(start_day, end_day);
CREATE VIEW wage_now AS
SELECT id, employer, max(wage) AS wage FROM employment WHERE waged AND runs(start_day, end_day) GROUP BY id, employer;
CREATE VIEW post_now AS
SELECT id, public, pay FROM payroll WHERE active AND runs(start_day, end_day);

CREATE TABLE income AS
WITH pensions AS (SELECT id, sum(counted) AS pension FROM pension_now GROUP BY id),
wages AS (SELECT id, sum(wage) AS wage FROM wage_now GROUP BY id),
pays AS (SELECT id, max(pay) AS pay FROM post_now GROUP BY id)
SELECT household, any_value(f.n) AS n, any_value(f.standard_year) AS standard_year,
  any_value(h.income) * any_value(f.n) AS declared,
  coalesce(sum(pension), 0) AS pension, coalesce(sum(wage), 0) AS wage,
  coalesce(sum(pension), 0) + sum(greatest(coalesce(wage, 0), coalesce(pay, 0))) AS verified
FROM family f JOIN household h USING (household)
LEFT JOIN pensions USING (id) LEFT JOIN wages USING (id) LEFT JOIN pays USING (id)
GROUP BY household;

CREATE VIEW vehicle_now AS
SELECT id, plate, regexp_matches(type, '轿车|小型普通客车|小型越野客车|小型面包车|微型面包车|微型.*客车') AND NOT commercial AS car, commercial
FROM (SELECT *, use NOT LIKE '%非%' AND regexp_matches(use, '营运|客运|租赁|货运|预约出租') AND type NOT LIKE '%摩托%' AS commercial
      FROM vehicle WHERE active AND start_day <= today());
CREATE VIEW property_now AS
SELECT id, unit, regexp_matches(use, '住宅|住房|公寓|别墅|宅基地') AND NOT regexp_matches(use, '车位|车库|储藏') AS home,
  regexp_matches(use, '商业|商铺|门市|店|营业|商服') AND NOT regexp_matches(use, '车位|车库|储藏') AS shop
FROM property WHERE active AND start_day <= today();
CREATE VIEW business_now AS SELECT id, uscc, owner, employees FROM business WHERE active AND start_day <= today();

CREATE TABLE marriage_side AS
SELECT id, spouse, married, date FROM marriage WHERE date <= today()
UNION ALL SELECT spouse, id, married, date FROM marriage WHERE date <= today();
CREATE TABLE latest_marriage AS
FROM marriage_side QUALIFY row_number() OVER (PARTITION BY id ORDER BY date DESC, married DESC, spouse) = 1;
CREATE TABLE divorced AS
SELECT id, spouse FROM marriage_side GROUP BY id, spouse
HAVING max(date) FILTER (NOT married) > coalesce(max(date) FILTER (married), DATE '0001-01-01');

CREATE TABLE kin AS
SELECT id, relative, relation, pays FROM kinship
UNION ALL
SELECT relative, id, CASE relation WHEN 'child' THEN 'parent' WHEN 'parent' THEN 'child' ELSE relation END, pays FROM kinship
UNION ALL
SELECT a.id, a.spouse, 'spouse', false FROM latest_marriage a JOIN latest_marriage b ON b.id = a.spouse AND b.spouse = a.id
WHERE a.married AND b.married;
CREATE TABLE relative AS
SELECT id, relative, relation FROM kin
UNION
SELECT a.id, b.id, CASE WHEN a.relation = '户主' AND b.relation = '配偶' OR a.relation = '配偶' AND b.relation = '户主' THEN 'spouse'
    WHEN b.relation = '子女' OR a.relation = '父母' THEN 'child' ELSE 'parent' END
FROM member a JOIN member b USING (household)
WHERE a.id <> b.id AND (a.relation = '户主' AND b.relation IN ('配偶', '子女', '父母') OR b.relation = '户主' AND a.relation IN ('配偶', '子女', '父母')
  OR a.relation = '配偶' AND b.relation = '子女' OR a.relation = '子女' AND b.relation = '配偶');
CREATE TABLE public_servant AS SELECT DISTINCT id FROM post_now WHERE public AND id NOT IN (SELECT id FROM death WHERE died <= today());`;
