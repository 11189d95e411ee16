-- Vehicles, homes, shops and businesses that are current on D (RULES.md, R04, R05). One row per register row.

CREATE VIEW vehicle_now AS
WITH typed AS (
  SELECT source, id_number, name, vehicle_type, use_nature, first_registered,
    coalesce(plate, '#' || left(md5(concat_ws('|', id_number, name, plate_kind, vehicle_type, use_nature, first_registered)), 16)) AS fact,
    plate,
    -- A text with 非 is not operating (非营运, 预约出租转非); nor is an empty one.
    coalesce(NOT has_word(use_nature, 'not_operating_words')
             AND (has_word(use_nature, 'operating_uses') OR is_word(use_nature, 'operating_codes')), false) AS operating,
    coalesce(has_word(vehicle_type, 'vehicle_exempt'), false) OR coalesce(has_word(use_nature, 'vehicle_exempt'), false) AS exempt,
    has_word(vehicle_type, 'motorcycle_words') OR starts_with_word(vehicle_type, 'motorcycle_codes') AS motorcycle,
    has_word(vehicle_type, 'car_words') OR like_word(vehicle_type, 'car_patterns')
      OR starts_with_word(vehicle_type, 'car_codes') AS passenger,
    has_word(vehicle_type, 'car_plate_kinds') AS plate_kind_only
  FROM vehicle
  WHERE is_current(first_registered, NULL) AND coalesce(status, 'active') <> 'ended')
SELECT source, id_number, name, vehicle_type, use_nature, first_registered, fact, plate,
  (passenger OR plate_kind_only) AND NOT operating AND NOT exempt AND NOT motorcycle AS is_car,
  -- 小型汽车 is a 号牌种类, not a type: somebody must look.
  plate_kind_only AND NOT passenger AS type_unclear,
  operating AND NOT motorcycle AS is_commercial
FROM typed;

CREATE VIEW property_now AS
WITH owned AS (
  SELECT source, id_number, name, unit_no, cert_no, address, use, area, share, registered,
    coalesce(unit_no, cert_no, address,
      '#' || left(md5(concat_ws('|', id_number, name, use, area, share, registered)), 16)) AS fact,
    has_word(use, 'home_not_words') AS no_home, has_word(use, 'shop_not_words') AS no_shop
  FROM property
  WHERE is_current(registered, NULL) AND coalesce(status, 'active') <> 'ended'
    -- Mortgage, advance notice, right of residence, easement are no ownership.
    AND NOT coalesce(has_word(right_type, 'not_ownership_words'), false))
SELECT * EXCLUDE (no_home, no_shop), has_word(use, 'home_words') AND NOT no_home AS is_home,
  has_word(use, 'shop_words') AND NOT no_shop AS is_shop
FROM owned;

CREATE VIEW business_now AS
SELECT source, id_number, name, role, company, uscc, type, employees, registered, coalesce(uscc, company) AS fact,
  -- An empty role counts as owner, an officer does not.
  coalesce(role, 'operator') IN ('legal_rep', 'operator', 'shareholder') AS owner
FROM business
WHERE is_current(registered, NULL) AND coalesce(status, 'active') <> 'ended';

-- Distinct homes of the family, by round; since: the registration of the one that reached the limit.
CREATE VIEW family_home AS
SELECT l.round, l.household_id, p.fact, min(l.level) AS level, min(p.registered) AS registered,
  list(p.source ORDER BY p.source) AS sources, min(p.address) AS address
FROM property_now p JOIN family_round l USING (source)
WHERE p.is_home GROUP BY l.round, l.household_id, p.fact;

CREATE VIEW family_vehicle AS
SELECT l.round, l.household_id, v.fact, min(l.level) AS level, min(v.first_registered) AS first_registered,
  list(v.source ORDER BY v.source) AS sources
FROM vehicle_now v JOIN family_round l USING (source)
WHERE v.is_car OR v.is_commercial GROUP BY l.round, l.household_id, v.fact;

-- The household's latest declaration on or before D; one without a date stands before all others.
CREATE VIEW declared AS
SELECT l.household_id, d.source, d.declared_vehicles, d.declared_homes, d.declared_income, d.date
FROM declaration d JOIN link l USING (source)
WHERE d.date IS NULL OR d.date <= as_of()
QUALIFY row_number() OVER (PARTITION BY l.household_id ORDER BY d.date DESC NULLS LAST,
  concat_ws('|', d.declared_vehicles, d.declared_homes, d.declared_income)) = 1;
