-- Who is whose relative (RULES.md, R01 and R07), public posts, and the signs of a supporter's ability.

-- Every marriage event on or before D, seen from either side.
CREATE VIEW marriage_side AS
SELECT m.source, m.event, m.date, a.person, b.person AS spouse, greatest(a.level, b.level) AS level,
  CASE a.side WHEN 'self' THEN m.spouse_name ELSE m.name END AS spouse_name,
  concat_ws('|', m.event, m.id_number, m.spouse_id_number, m.name, m.spouse_name) AS content
FROM marriage m
JOIN person_link a USING (source) JOIN person_link b ON b.source = m.source AND b.side <> a.side
WHERE m.date <= as_of() AND a.person <> b.person;

-- A person's latest event; of two on one day the marriage.
CREATE VIEW latest_event AS
SELECT * FROM marriage_side
QUALIFY row_number() OVER (PARTITION BY person ORDER BY date DESC, event = 'marriage' DESC, content, source) = 1;

-- Pairs whose divorce is later than any marriage of the two; a near row ends a relation as well.
CREATE VIEW divorced AS
SELECT person, spouse FROM marriage_side GROUP BY person, spouse
HAVING max(date) FILTER (event = 'divorce') > coalesce(max(date) FILTER (event = 'marriage'), DATE '0001-01-01');

CREATE VIEW kinship_pair AS
WITH pair AS (
  SELECT k.source, k.relation, coalesce(k.support_paid, 0) > 0 AS pays, k.name, k.relative_name,
    a.person AS one, b.person AS two, greatest(a.level, b.level) AS level
  FROM kinship k
  JOIN person_link a ON a.source = k.source AND a.side = 'self'
  JOIN person_link b ON b.source = k.source AND b.side = 'other'
  WHERE a.person <> b.person)
SELECT one AS person, two AS relative, relation, level, source, pays, relative_name FROM pair
UNION ALL
SELECT two, one, inverse_relation(relation), level, source, pays, name FROM pair;

-- A roster row of somebody who does not live with the family is a kinship row between him and the head.
CREATE VIEW apart_pair AS
WITH stated AS (
  SELECT h.person, a.person AS relative, a.relation, a.source, a.name AS relative_name, h.name AS person_name
  FROM member h JOIN roster_row a USING (household_id)
  WHERE h.relation = 'self' AND h.checkable AND NOT coalesce(a.cohabits, true) AND a.relation IS NOT NULL
    AND a.person NOT LIKE '#%' AND a.person <> h.person)
SELECT person, relative, relation, CAST('exact' AS match_level) AS level, source, relative_name FROM stated
UNION ALL
SELECT relative, person, inverse_relation(relation), CAST('exact' AS match_level), source, person_name FROM stated;

-- What `relative` is to `person`, by kinship and marriage; spouses who have divorced since are none.
CREATE VIEW relative_of AS
WITH united AS (
  SELECT person, relative, relation, level, source, relative_name FROM kinship_pair
  UNION ALL
  FROM apart_pair
  UNION ALL
  -- Married now: the latest event of both is a marriage with one another.
  SELECT e.person, e.spouse, 'spouse', e.level, e.source, e.spouse_name
  FROM latest_event e JOIN latest_event o ON o.person = e.spouse AND o.spouse = e.person
  WHERE e.event = 'marriage' AND o.event = 'marriage')
SELECT u.* FROM united u
WHERE u.relation <> 'spouse' OR NOT EXISTS (FROM divorced d WHERE d.person = u.person AND d.spouse = u.relative);

-- Holders of a current public post who are not dead on D (a near death row frees them, too).
CREATE VIEW public_post AS
SELECT l.person, l.level, p.source, p.name, p.kind, p.employer, p.position, p.start_date
FROM post_row p JOIN person_link l USING (source)
WHERE p.kind IN ('civil', 'institution', 'soe', 'village_cadre')
  AND NOT EXISTS (FROM dead d WHERE d.person = l.person);

-- When a household first declared its exit.
CREATE OR REPLACE VIEW exit_told AS
SELECT household_id, min(date) AS declared_on FROM voluntary WHERE date <= as_of() GROUP BY household_id;

-- The last day for a household that has declared it: the latest of the posts that its members or their relatives hold.
CREATE OR REPLACE VIEW voluntary_due AS
WITH concerned AS (SELECT household_id, person FROM member SEMI JOIN exit_told USING (household_id)),
held AS (
  SELECT c.household_id, p.kind, p.employer, p.position FROM concerned c JOIN public_post p USING (person)
  UNION ALL
  SELECT c.household_id, p.kind, p.employer, p.position
  FROM concerned c JOIN relative_of r USING (person) JOIN public_post p ON p.person = r.relative)
SELECT household_id, max(deadline_of(kind, concat_ws(' ', employer, position))) AS until FROM held GROUP BY household_id;

-- Relations that the roster states within the household of a public servant; a member with a rounded ID lends none.
CREATE VIEW roster_pair AS
WITH concerned AS (SELECT DISTINCT household_id FROM member SEMI JOIN public_post USING (person)),
p AS (SELECT household_id, person, name, relation, sources[1] AS source
      FROM member SEMI JOIN concerned USING (household_id) WHERE checkable),
stated AS (
  SELECT h.person, s.person AS relative, 'spouse' AS relation, s.source, s.name AS relative_name, h.name AS person_name
  FROM p h JOIN p s USING (household_id) WHERE h.relation = 'self' AND s.relation = 'spouse'
  UNION ALL
  SELECT h.person, c.person, 'child', c.source, c.name, h.name
  FROM p h JOIN p c USING (household_id) WHERE h.relation IN ('self', 'spouse') AND c.relation = 'child'
  UNION ALL
  SELECT h.person, a.person, 'parent', a.source, a.name, h.name
  FROM p h JOIN p a USING (household_id) WHERE h.relation = 'self' AND a.relation = 'parent')
SELECT person, relative, relation, CAST('exact' AS match_level) AS level, source, relative_name
FROM stated WHERE person <> relative
UNION ALL
SELECT relative, person, inverse_relation(relation), CAST('exact' AS match_level), source, person_name FROM stated WHERE person <> relative;

-- Signs that a relative can support, by person. `wanted` is the monthly sum to hold against the household's own
-- standard; NULL where the sign alone decides.
CREATE VIEW supporter AS
SELECT DISTINCT relative AS person FROM relative_of;

CREATE VIEW supporter_link AS
WITH theirs AS MATERIALIZED (SELECT source, person, level FROM person_link SEMI JOIN supporter USING (person))
SELECT 1 AS round, * FROM theirs WHERE level <= 'id'
UNION ALL
SELECT 2, * FROM theirs SEMI JOIN (FROM theirs WHERE level > 'id') d USING (person);

CREATE VIEW supporter_sign AS
WITH wage AS (
  SELECT l.round, l.person, w.source, w.wage, l.level FROM wage_now w JOIN supporter_link l USING (source)
  QUALIFY row_number() OVER (PARTITION BY l.round, l.person, w.employer ORDER BY w.wage DESC, l.level, w.source) = 1),
company AS (
  SELECT l.person, b.fact, min(l.level) FILTER (b.owner) AS owning,
    min(l.level) FILTER (b.employees >= param('employees_limit')) AS employing, min(b.company) AS company, list(b.source) AS sources
  FROM business_now b JOIN person_link l USING (source) SEMI JOIN supporter s USING (person)
  GROUP BY l.person, b.fact)
SELECT p.person, p.level, '为在职' || post_word(p.kind) || '人员' AS sign, [p.source] AS sources, CAST(NULL AS DECIMAL(18, 4)) AS wanted
FROM public_post p SEMI JOIN supporter s USING (person)
UNION ALL
SELECT person, max(level), '月工资合计' || CAST(sum(wage) AS DECIMAL(18, 2)) || '元', list(source ORDER BY source), CAST(sum(wage) AS DECIMAL(18, 4))
FROM wage GROUP BY round, person
UNION ALL
SELECT l.person, max(l.level), '月养老金合计(计入部分)' || CAST(sum(p.counted) AS DECIMAL(18, 2)) || '元',
  list(p.source ORDER BY p.source), CAST(sum(p.counted) AS DECIMAL(18, 4))
FROM pension_now p JOIN supporter_link l USING (source) GROUP BY l.round, l.person
UNION ALL
SELECT l.person, l.level, '名下有' || CASE WHEN v.is_car THEN '小汽车 ' ELSE '经营性车辆 ' END || coalesce(v.plate, ''), [v.source], NULL
FROM vehicle_now v JOIN supporter_link l USING (source) WHERE v.is_car OR v.is_commercial
UNION ALL
SELECT l.person, l.level, '名下有' || p.use || '用房', [p.source], NULL
FROM property_now p JOIN supporter_link l USING (source) WHERE p.is_shop
UNION ALL
SELECT person, max(level), '名下有住房' || count(*) || '套', list_sort(flatten(list(sources))), NULL
FROM (SELECT l.round, l.person, p.fact, min(l.level) AS level, list(p.source) AS sources
      FROM property_now p JOIN supporter_link l USING (source) WHERE p.is_home GROUP BY l.round, l.person, p.fact)
GROUP BY round, person HAVING count(*) >= param('homes_limit')
UNION ALL
SELECT person, greatest(owning, employing), '雇人经营' || company, sources, NULL
FROM company WHERE owning IS NOT NULL AND employing IS NOT NULL;
