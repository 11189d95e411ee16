/** One query for each rule: the household first, then who or what. No evidence, no names, no near matches. */
export const RULES = {
  'R01.self': `SELECT DISTINCT f.household, f.id FROM family f JOIN public_servant USING (id) WHERE f.covered`,
  'R01.relative': `SELECT DISTINCT f.household, f.id, r.relative
    FROM family f JOIN relative r USING (id) JOIN public_servant p ON p.id = r.relative
    WHERE f.covered AND (r.relation IN ('spouse', 'child') OR r.relation = 'parent' AND age(f.id) < 18)
      AND (r.relation <> 'spouse' OR NOT EXISTS (FROM divorced d WHERE d.id = r.id AND d.spouse = r.relative))`,
  'R02.death': `SELECT DISTINCT m.household, m.id FROM member m JOIN death d USING (id) WHERE m.covered AND d.died <= today()`,
  'R02.prison': `SELECT DISTINCT m.household, m.id FROM member m JOIN prison p USING (id)
    WHERE m.covered AND p.inside AND runs(p.start_day, p.end_day)`,
  'R02.migration': `WITH latest AS (FROM migration WHERE date <= today() QUALIFY date = max(date) OVER (PARTITION BY id))
    SELECT DISTINCT m.household, m.id FROM member m JOIN latest l USING (id)
    WHERE m.covered AND coalesce(l.code, '') NOT LIKE '330482%' AND NOT EXISTS (
      FROM student s WHERE s.id = m.id AND s.level IN ('大专', '本科') AND runs(s.start_day, s.end_day))`,
  'R02.marriage': `SELECT m.household, m.id, e.spouse FROM member m JOIN latest_marriage e USING (id)
    WHERE m.covered AND e.married AND m.relation = '子女'
      AND NOT EXISTS (FROM member s WHERE s.household = m.household AND s.id = e.spouse)`,
  R03: `SELECT household FROM income WHERE pension > 0 AND 12 * greatest(declared, verified) > standard_year * n`,
  'R04.car': `SELECT DISTINCT f.household, f.id, v.plate FROM family f JOIN vehicle_now v USING (id) WHERE v.car`,
  'R04.commercial': `SELECT DISTINCT f.household, f.id, v.plate FROM family f JOIN vehicle_now v USING (id) WHERE v.commercial`,
  'R04.shop': `SELECT DISTINCT f.household, f.id, p.unit FROM family f JOIN property_now p USING (id) WHERE p.shop`,
  'R04.homes': `SELECT f.household, count(DISTINCT p.unit) FROM family f JOIN property_now p USING (id)
    WHERE p.home GROUP BY f.household HAVING count(DISTINCT p.unit) >= 2`,
  R05: `SELECT f.household, f.id, b.uscc FROM family f JOIN business_now b USING (id)
    GROUP BY ALL HAVING bool_or(b.owner) AND max(b.employees) >= 1`,
  'R05.unknown': `SELECT f.household, f.id, b.uscc FROM family f JOIN business_now b USING (id)
    GROUP BY ALL HAVING bool_or(b.owner) AND count(b.employees) = 0`,
  R06: `SELECT household FROM income WHERE 12 * wage > standard_year * n`,
  R07: `WITH pair AS (
      SELECT DISTINCT f.household, f.id, k.relative, f.standard_year FROM family f JOIN kin k USING (id)
      WHERE f.covered AND k.relation IN ('spouse', 'child', 'parent')
        AND CASE k.relation WHEN 'spouse' THEN true WHEN 'parent' THEN age(f.id) < 18
            ELSE (age(f.id) >= 60 OR f.capacity = '无') AND age(k.relative) >= 18 END
        AND NOT EXISTS (FROM death d WHERE d.id = k.relative AND d.died <= today())
        AND NOT EXISTS (FROM member s WHERE s.id = k.relative AND (s.covered OR s.household = f.household))
        AND NOT EXISTS (FROM kin p WHERE p.id = f.id AND p.relative = k.relative AND p.pays)
        AND (k.relation <> 'spouse' OR NOT EXISTS (FROM divorced d WHERE d.id = f.id AND d.spouse = k.relative))),
    able AS (
      SELECT id, NULL AS amount FROM public_servant
      UNION ALL SELECT id, sum(wage) FROM wage_now GROUP BY id
      UNION ALL SELECT id, sum(counted) FROM pension_now GROUP BY id
      UNION ALL SELECT id, NULL FROM vehicle_now WHERE car OR commercial
      UNION ALL SELECT id, NULL FROM property_now WHERE shop
      UNION ALL SELECT id, NULL FROM property_now WHERE home GROUP BY id HAVING count(DISTINCT unit) >= 2
      UNION ALL SELECT id, NULL FROM business_now WHERE owner AND employees >= 1)
    SELECT DISTINCT p.household, p.id, p.relative FROM pair p JOIN able a ON a.id = p.relative
    WHERE a.amount IS NULL OR 12 * a.amount >= 3 * p.standard_year`,
  R08: `WITH refused AS (
      SELECT id FROM (SELECT DISTINCT * FROM job_refusal)
      WHERE date <= today() AND date > today() - INTERVAL 12 MONTH AND NOT coalesce(justified, false) GROUP BY id HAVING count(*) >= 3)
    SELECT f.household, f.id FROM family f JOIN refused USING (id)
    WHERE f.covered AND f.capacity NOT IN ('无', '部分') AND age(f.id) >= 16
      -- 63 and 58 where the rise is complete, one month for every four of birth before that
      AND today() < born(f.id) + to_months(CASE WHEN CAST(f.id[17] AS INT) % 2 = 1
        THEN 720 + greatest(0, least(36, date_diff('month', DATE '1965-01-01', born(f.id)) // 4 + 1))
        ELSE 660 + greatest(0, least(36, date_diff('month', DATE '1970-01-01', born(f.id)) // 4 + 1)) END)
      AND NOT EXISTS (FROM student s WHERE s.id = f.id AND runs(s.start_day, s.end_day))
      AND NOT EXISTS (FROM illness i WHERE i.id = f.id AND i.serious)
      AND NOT EXISTS (FROM disability d WHERE d.id = f.id AND (d.end_day IS NULL OR d.end_day >= today())
        AND (d.level IN ('一级', '二级') OR d.level = '三级' AND d.type IN ('智力', '精神')))`,
  'R09.refusal': `SELECT DISTINCT household FROM refusal JOIN household h USING (household) WHERE h.open AND date <= today()`,
  'R09.vehicle': `SELECT household FROM family f JOIN vehicle_now v USING (id)
    JOIN (FROM declaration WHERE date <= today() QUALIFY row_number() OVER (PARTITION BY household ORDER BY date DESC) = 1) d USING (household)
    WHERE v.car OR v.commercial GROUP BY household HAVING count(DISTINCT v.plate) > max(d.vehicles)`,
  'R09.home': `SELECT household FROM family f JOIN property_now p USING (id)
    JOIN (FROM declaration WHERE date <= today() QUALIFY row_number() OVER (PARTITION BY household ORDER BY date DESC) = 1) d USING (household)
    WHERE p.home GROUP BY household HAVING count(DISTINCT p.unit) > max(d.homes)`,
  'R09.income': `SELECT household FROM income i
    JOIN (FROM declaration WHERE date <= today() QUALIFY row_number() OVER (PARTITION BY household ORDER BY date DESC) = 1) d USING (household)
    WHERE i.verified * 10 > d.income * 12`,
  'R10.finance': `WITH latest AS (FROM finance WHERE date <= today() QUALIFY row_number() OVER (PARTITION BY id, account ORDER BY date DESC) = 1)
    SELECT household FROM family f JOIN latest USING (id) GROUP BY household
    HAVING 12 * sum(balance) > 24 * max(f.standard_year) * max(f.n)`,
  'R10.utility': `WITH bill AS (
      SELECT DISTINCT coalesce(u.household, f.household) AS household, u.month, u.amount, u.id FROM utility u LEFT JOIN family f ON f.id = u.id
      WHERE u.month BETWEEN '2025-06' AND '2026-05')
    SELECT household FROM bill JOIN household h USING (household) WHERE h.open GROUP BY household
    HAVING 12 * sum(amount) / count(DISTINCT month) > 0.3 * max(h.standard_year) * max(h.n)`,
  'R10.spending': `SELECT household FROM family f JOIN (SELECT DISTINCT * FROM spending) USING (id)
    WHERE date <= today() AND date > today() - INTERVAL 12 MONTH GROUP BY household
    HAVING 12 * sum(amount) > 6 * max(f.standard_year) * max(f.n)`,
  'D01.duplicate': `SELECT DISTINCT household, id FROM roster WHERE covered AND id IN (
      SELECT id FROM roster WHERE covered GROUP BY id HAVING count(*) > 1)`,
  'D03.account': `WITH used AS (SELECT household, account FROM roster UNION SELECT household, account FROM payment)
    SELECT DISTINCT household FROM used JOIN household USING (household)
    WHERE account IN (SELECT account FROM used GROUP BY account HAVING count(DISTINCT household) > 1)`,
};
