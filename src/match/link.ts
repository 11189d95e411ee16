import type { RecordSet } from '../records/types.js';

/**
 * The persons of the roster as matching sees them: one row per household, number and name. A member whose number is
 * rounded or masked is nobody that a register row could be matched to.
 */
export const rosterLinks = [
  `INSERT INTO link
   SELECT 'roster', source, 'self', household_id,
     CASE WHEN id_number_problem IN ('id-rounded', 'id-masked') OR id_number IS NULL THEN '#' || source ELSE id_number END,
     'exact'
   FROM roster`,
  `CREATE TEMP TABLE roster_person AS
   SELECT DISTINCT r.household_id, l.person, r.name, r.id_number_problem IS NULL AS valid
   FROM roster r JOIN link l USING (source) WHERE l.person NOT LIKE '#%'`,
  `CREATE TEMP TABLE roster_household AS SELECT DISTINCT household_id FROM roster`,
];

function personLinks(
  register: string,
  id: string,
  name: string | null,
  side: string,
  unlessHousehold: boolean,
): string {
  const nameOf = name === null ? 'CAST(NULL AS VARCHAR)' : `r."${name}"`;
  return `
  INSERT INTO link
  WITH r AS (
    SELECT source, "${id}" AS id, "${id}_problem" IS NULL AS valid, ${nameOf} AS name FROM "${register}" r
    WHERE "${id}" IS NOT NULL${unlessHousehold ? ' AND NOT EXISTS (FROM roster_household h WHERE h.household_id = r.household_id)' : ''}),
  equal AS (
    SELECT r.source, p.household_id, p.person,
      min(CAST(CASE WHEN r.name IS NULL OR r.name = p.name THEN 'exact' ELSE 'id' END AS match_level)) AS level
    FROM r JOIN roster_person p ON p.person = r.id GROUP BY ALL),
  -- At least one of the two numbers is invalid, and they differ in one position or by one swap of neighbours.
  near AS (
    SELECT DISTINCT r.source, p.household_id, p.person, CAST('near' AS match_level) AS level
    FROM (SELECT r.*, unnest(CASE WHEN valid THEN [false] ELSE [true, false] END) AS against_valid
          FROM r ANTI JOIN equal e USING (source)) r
    JOIN roster_person p ON p.name = r.name AND p.valid = r.against_valid
    WHERE length(r.id) = 18 AND length(p.person) = 18 AND damerau_levenshtein(r.id, p.person) = 1),
  matched AS (FROM equal UNION ALL FROM near)
  SELECT '${register}', source, '${side}', household_id, person, level FROM matched
  UNION ALL
  -- Persons on no roster are joined by equal numbers alone.
  SELECT '${register}', source, '${side}', NULL, id, 'exact' FROM r ANTI JOIN matched m USING (source)`;
}

function nameLinks(register: string, birth: boolean): string {
  return `
  INSERT INTO link
  SELECT DISTINCT '${register}', r.source, 'self', p.household_id, p.person, CAST('name' AS match_level)
  FROM "${register}" r JOIN roster_person p ON p.name = r.name
  ${birth ? "WHERE r.id_number IS NULL AND (r.birth_date IS NULL OR strftime(r.birth_date, '%Y%m%d') = substr(p.person, 7, 8))" : 'WHERE r.id_number IS NULL'}`;
}

function householdLinks(register: string): string {
  return `
  INSERT INTO link
  SELECT '${register}', source, 'self', household_id, NULL, 'exact'
  FROM "${register}" SEMI JOIN roster_household h USING (household_id)`;
}

/**
 * The statements that link a register's rows to households and persons, at the levels exact, id, near and (where it
 * is on) name. Source: RULES.md, 'Matching a register row to a person'.
 */
export function registerLinks(record: RecordSet, nameMatching: boolean): string[] {
  const hasHousehold = record.fields.some((field) => field.name === 'household_id');
  const statements: string[] = [];
  if (hasHousehold) statements.push(householdLinks(record.key));
  // Where the household's number is starred it alone decides, whomever else the row names.
  if (record.byHousehold && !record.oneOf) return statements;
  for (const { id, name, side } of record.persons) {
    statements.push(personLinks(record.key, id, name, side, hasHousehold && side === 'self'));
  }
  const self = record.persons.find((person) => person.side === 'self');
  if (nameMatching && self?.name === 'name') {
    statements.push(
      nameLinks(
        record.key,
        record.fields.some((field) => field.name === 'birth_date'),
      ),
    );
  }
  return statements;
}
