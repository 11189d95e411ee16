-- Households, members, the family (RULES.md, Terms), and the links to the registers as the rules use them.

-- The roster's rows that are in force; `person` keys a member, one without a usable number by his row.
CREATE OR REPLACE VIEW roster_row AS
SELECT r.* EXCLUDE (status, end_date, extra, officer, phone, address, last_review, authorised),
  person_key(id_number, id_number_problem, source) AS person
FROM roster r
WHERE coalesce(status, 'active') <> 'ended' AND (end_date IS NULL OR end_date > as_of());

-- A person in two rows of one household is one member: covered if any row is, other fields from the first row that
-- has them, rows in order of content, so that file order changes nothing.
CREATE VIEW member AS
WITH present AS (FROM roster_row WHERE coalesce(cohabits, true)),
repeated AS (SELECT household_id, person FROM present GROUP BY ALL HAVING count(*) > 1),
united AS (
  SELECT household_id, person, coalesce(covered, true) AS covered, name, id_number, relation, labour_capacity, health, sex,
    [source] AS sources
  FROM present ANTI JOIN repeated USING (household_id, person)
  UNION ALL
  SELECT household_id, person, bool_or(coalesce(covered, true)), arg_min(name, content), arg_min(id_number, content),
    arg_min(relation, content), arg_min(labour_capacity, content), arg_min(health, content), arg_min(sex, content),
    list(source ORDER BY source)
  FROM (SELECT *, concat_ws('|', name, id_number, relation, covered, labour_capacity, health, sex) AS content
        FROM present SEMI JOIN repeated USING (household_id, person))
  GROUP BY household_id, person)
SELECT * REPLACE (coalesce(sex_of(id_number), sex) AS sex), NOT starts_with(person, '#') AS checkable,
  CASE WHEN NOT starts_with(person, '#') THEN birth_of(id_number) END AS birth_date
FROM united;

-- Who the law does not count: dead or in prison on D, at level exact or id (RULES.md, Family).
CREATE VIEW dead AS
-- A registration cancelled for another reason is no death; one cancelled for an unknown reason must be looked at.
SELECT l.household_id, l.person, l.level, d.source, d.death_date,
  coalesce(NOT regexp_matches(d.cancel_reason, '死亡|去世|亡故|病故|火化'), false) AS unclear
FROM death d JOIN link l USING (source)
WHERE d.death_date <= as_of() AND NOT coalesce(regexp_matches(d.cancel_reason, '迁|参军|入伍|出国|定居|重号|重复'), false);

-- A row that does not say whether it is prison or community corrections decides nothing.
CREATE VIEW imprisoned AS
SELECT l.household_id, l.person, l.level, p.source, p.start_date, p.kind
FROM prison p JOIN link l USING (source)
WHERE coalesce(p.kind, 'prison') = 'prison' AND p.start_date IS NOT NULL AND is_current(p.start_date, p.end_date);

CREATE VIEW gone AS
SELECT household_id, person FROM dead WHERE household_id IS NOT NULL AND level <= 'id' AND NOT unclear
UNION
SELECT household_id, person FROM imprisoned WHERE household_id IS NOT NULL AND level <= 'id' AND kind IS NOT NULL;

CREATE VIEW household AS
WITH told AS (
  SELECT household_id, arg_min(category, source) AS category, arg_min(class, source) AS class,
    arg_min(township, source) AS township, arg_min(village, source) AS village,
    arg_min(village_group, source) AS village_group, arg_min(household_size, source) AS household_size,
    arg_min(covered_size, source) AS covered_size, arg_min(income_per_capita, source) AS income_per_capita,
    -- Some rosters give the household's income, or the amount per person.
    arg_min(family_income, source) AS family_income, arg_min(amount_per_person, source) AS amount_per_person,
    arg_min(monthly_amount, source) AS monthly_amount_told, arg_min(start_date, source) AS start_date,
    arg_min(supplement, source) AS supplement,
    arg_min(grace_until, source) AS grace_until,
    list(source ORDER BY source) AS sources
  FROM roster_row GROUP BY household_id),
people AS (
  SELECT m.household_id, count(*) AS listed, count(g.person) AS gone,
    count(*) FILTER (m.covered) AS covered_listed,
    count(*) FILTER (m.covered AND g.person IS NULL) AS covered_present
  FROM member m LEFT JOIN gone g USING (household_id, person) GROUP BY m.household_id),
counted AS (
  SELECT told.*, people.listed, people.covered_listed, people.covered_present,
    CAST(greatest(listed - people.gone, coalesce(household_size, 0) - people.gone, 1) AS INTEGER) AS n
  FROM told JOIN people USING (household_id))
SELECT c.*, c.covered_present > 0 AS open,
  (SELECT coalesce(arg_max(s.yearly, s.size) FILTER (s.size <= c.n), arg_min(s.yearly, s.size),
                   min(s.yearly) FILTER (s.size IS NULL))
   FROM standard_now s WHERE s.category = c.category) AS standard_year,
  coalesce(c.income_per_capita * c.n, c.family_income, 0) AS declared_total,
  coalesce(c.monthly_amount_told, c.amount_per_person * coalesce(c.covered_size, c.covered_listed)) AS monthly_amount
FROM counted c;

-- The family: members less the dead and imprisoned, of households that still have a covered member among them.
CREATE VIEW family AS
SELECT m.* EXCLUDE (sources), h.n, h.category, h.standard_year
FROM member m JOIN household h USING (household_id) ANTI JOIN gone g USING (household_id, person)
WHERE h.open;

CREATE VIEW family_link AS
SELECT l.source, l.side, l.household_id, l.person, l.level
FROM link l SEMI JOIN family f ON f.household_id = l.household_id AND f.person = l.person;

-- Of a person in general (public servant, supporter, spouse), whatever the household: the best level.
CREATE VIEW person_link AS
SELECT source, side, person, min(level) AS level
FROM link WHERE person IS NOT NULL GROUP BY source, side, person;

CREATE OR REPLACE VIEW on_roster AS
SELECT person, min(name) AS name, bool_or(covered) AS covered FROM member GROUP BY person;

-- A sum is judged first without near and name rows, and with them only where a household has any: round 1 carries the
-- levels exact and id, round 2 all.
CREATE VIEW doubtful AS
SELECT DISTINCT household_id FROM family_link WHERE level > 'id';

CREATE OR REPLACE VIEW family_round AS
SELECT 1 AS round, * FROM family_link WHERE level <= 'id'
UNION ALL
SELECT 2, * FROM family_link SEMI JOIN doubtful USING (household_id);

-- Of whom no work is asked (RULES.md, R08): severely disabled, seriously ill, or at school, on D. Near rows excuse as well.
CREATE OR REPLACE VIEW excused_from_work AS
SELECT l.household_id, l.person FROM disability d JOIN family_link l USING (source)
WHERE (d.expires IS NULL OR d.expires >= as_of())
  AND is_severe(d.level, d.type)
UNION SELECT l.household_id, l.person FROM illness i JOIN family_link l USING (source) WHERE i.severity = 'serious'
UNION SELECT l.household_id, l.person FROM student s JOIN family_link l USING (source) WHERE is_current(s.enrolled, s.graduates)
UNION SELECT household_id, person FROM family WHERE health = 'serious';

-- Of a file with many subsidies only the 低保 items are payments of this kind.
CREATE OR REPLACE VIEW relief_payment AS
SELECT l.household_id, p.source, p.same_as, p.month, p.amount, p.item, p.period_from, p.period_to, p.bank_account, p.account_name
FROM payment p JOIN link l USING (source)
WHERE is_relief(p.item);
