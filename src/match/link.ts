import type { RecordSet } from '../records/types.js';

/**
 * The persons of the roster as matching sees them: one row per household, number and name. A member whose number is
 * rounded or masked is nobody that a register row could be matched to.
 */
const ROSTER = [
  `CREATE TEMP TABLE roster_person AS
   SELECT DISTINCT household_id, id_number AS person, name, id_number_problem IS NULL AS valid
   FROM roster WHERE id_number IS NOT NULL AND coalesce(id_number_problem, '') NOT IN ('id-rounded', 'id-masked')`,
  'CREATE TEMP TABLE roster_household AS SELECT DISTINCT household_id FROM roster',
];
const END = ['roster_person', 'roster_household'].map((table) => `DROP TABLE temp.${table}`);

/** The rows of a register that name persons: `id` is canonical, valid or not. */
function asking(record: RecordSet): string[] {
  // Where the household's number is starred it alone decides, whomever else the row names.
  if (record.byHousehold && !record.oneOf) return [];
  return record.persons.map(({ id, name, side }) => {
    const nameOf = name === null ? 'CAST(NULL AS VARCHAR)' : `"${name}"`;
    const unless = record.oneOf
      ? ' AND NOT EXISTS (FROM roster_household h WHERE h.household_id = r.household_id)'
      : '';
    return `SELECT '${record.key}' AS register, source, '${side}' AS side, "${id}" AS id, "${id}_problem" IS NULL AS valid, ${nameOf} AS name
      FROM "${record.key}" r WHERE "${id}" IS NOT NULL${unless}`;
  });
}

const PERSONS = [
  `CREATE TEMP TABLE equal AS
   SELECT a.register, a.source, a.side, p.household_id, p.person,
     min(CAST(CASE WHEN a.name IS NULL OR a.name = p.name THEN 'exact' ELSE 'id' END AS match_level)) AS level
   FROM ask a JOIN roster_person p ON p.person = a.id GROUP BY ALL`,
  'CREATE TEMP TABLE rest AS FROM ask ANTI JOIN equal USING (source, side)',
  // At least one of the two numbers is invalid, and they differ in one position or by one swap of neighbours. One join
  // per side that is invalid: the valid against the valid would be every pair of namesakes.
  // One change leaves one of the ends as it was: cheaper to join by than by the name alone, which many share.
  `CREATE TEMP TABLE near AS
   WITH asked AS (SELECT *, left(id, 8) AS head, right(id, 8) AS tail FROM rest WHERE length(id) = 18 AND name IS NOT NULL),
   listed AS (SELECT *, left(person, 8) AS head, right(person, 8) AS tail FROM roster_person WHERE length(person) = 18),
   pair AS (
     ${[
       ['(FROM asked WHERE NOT valid)', 'listed'],
       ['(FROM asked WHERE valid)', '(FROM listed WHERE NOT valid)'],
     ]
       .flatMap(([asked, listed]) =>
         ['head', 'tail'].map(
           (end) =>
             `SELECT a.*, p.household_id, p.person FROM ${asked} a JOIN ${listed} p USING (name, ${end})`,
         ),
       )
       .join(' UNION ALL ')})
   SELECT DISTINCT register, source, side, household_id, person FROM pair WHERE damerau_levenshtein(id, person) = 1`,
  'INSERT INTO link SELECT register, source, side, household_id, person, level FROM equal',
  `INSERT INTO link SELECT register, source, side, household_id, person, 'near' FROM near`,
  // Persons on no roster are joined by equal numbers alone.
  `INSERT INTO link SELECT register, source, side, NULL, id, 'exact' FROM rest ANTI JOIN near USING (source, side)`,
];

const DONE = ['ask', 'equal', 'rest', 'near'].map((table) => `DROP TABLE temp.${table}`);

function byName(record: RecordSet): string {
  const birth = record.fields.some((field) => field.name === 'birth_date');
  return `INSERT INTO link
    SELECT DISTINCT '${record.key}', r.source, 'self', p.household_id, p.person, CAST('name' AS match_level)
    FROM "${record.key}" r JOIN roster_person p ON p.name = r.name
    WHERE r.id_number IS NULL${birth ? " AND (r.birth_date IS NULL OR strftime(r.birth_date, '%Y%m%d') = substr(p.person, 7, 8))" : ''}`;
}

function byHousehold(record: RecordSet): string {
  return `INSERT INTO link SELECT '${record.key}', source, 'self', household_id, NULL, 'exact'
    FROM "${record.key}" SEMI JOIN roster_household USING (household_id)`;
}

/**
 * The statements that link the rows of the loaded registers to households and persons, at the levels exact, id, near
 * and (where it is on) name. Source: RULES.md, 'Matching a register row to a person'.
 * @param registers the record sets that have rows, without the roster
 */
export function linkStatements(registers: readonly RecordSet[], nameMatching: boolean): string[] {
  const ask = registers.flatMap(asking);
  const named = registers.filter((record) =>
    record.persons.some((one) => one.side === 'self' && one.name === 'name'),
  );
  const households = registers.filter((record) =>
    record.fields.some((field) => field.name === 'household_id'),
  );
  return [
    ...ROSTER,
    ...households.map(byHousehold),
    ...(ask.length === 0
      ? []
      : [`CREATE TEMP TABLE ask AS ${ask.join('\nUNION ALL ')}`, ...PERSONS, ...DONE]),
    ...(nameMatching ? named.map(byName) : []),
    ...END,
  ];
}
