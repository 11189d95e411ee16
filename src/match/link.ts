import type { RecordSet } from '../records/types.js';

/**
 * The roster as matching sees it, for all connections: one row a person of a household, the names that some have beside,
 * and the households. A member whose number is rounded or masked is nobody that a register row could be matched to.
 * @returns the statements that make these tables; they are there until rosterDone() drops them
 */
export function rosterForLinks(): string[] {
  const known = `FROM roster WHERE id_number IS NOT NULL AND coalesce(id_number_problem, '') NOT IN ('id-rounded', 'id-masked')`;
  return [
    `CREATE TABLE roster_person AS
     SELECT household_id, id_number AS person, min(name) AS name, coalesce(min(name) <> max(name), false) AS renamed,
       bool_and(id_number_problem IS NULL) AS valid
     ${known} GROUP BY household_id, id_number`,
    `CREATE TABLE roster_name AS
     SELECT DISTINCT r.household_id, r.person, k.name, r.valid
     FROM roster_person r JOIN (SELECT household_id, id_number, name ${known}) k
       ON k.household_id = r.household_id AND k.id_number = r.person
     WHERE r.renamed`,
    // Each person by each name that he has on the roster.
    `CREATE VIEW roster_named AS
     SELECT household_id, person, name, valid FROM roster_person WHERE NOT renamed UNION ALL FROM roster_name`,
    'CREATE TABLE roster_broken AS FROM roster_named WHERE NOT valid AND length(person) = 18',
    'CREATE TABLE roster_household AS SELECT DISTINCT household_id FROM roster',
  ];
}

export function rosterDone(): string[] {
  const tables = ['roster_name', 'roster_person', 'roster_broken', 'roster_household'].map(
    (table) => `DROP TABLE ${table}`,
  );
  return ['DROP VIEW roster_named', ...tables];
}

/** The rows of a register that name persons: `id` is canonical, valid or not. */
function asking(record: RecordSet): string[] {
  // Where the household's number is starred it alone decides, whomever else the row names.
  if (record.byHousehold && !record.oneOf) return [];
  return record.persons.map(({ id, name, side }) => {
    const nameOf = name === null ? 'CAST(NULL AS VARCHAR)' : `"${name}"`;
    const unless = record.oneOf
      ? ' WHERE NOT EXISTS (FROM roster_household h WHERE h.household_id = r.household_id)'
      : '';
    return `SELECT CAST('${record.key}' AS register_key) AS register, source, CAST('${side}' AS link_side) AS side, "${id}" AS id, "${id}_problem" IS NULL AS valid, ${nameOf} AS name
      FROM "${record.key}" r${unless}`;
  });
}

const PERSONS = [
  // At least one of the two numbers is invalid, and they differ in one position or by one swap of neighbours. One join
  // per side that is invalid: the valid against the valid would be every pair of namesakes. Numbers of 18 signs that are
  // one step apart differ in two positions at most, which is told a hundred times as fast.
  `CREATE TEMP TABLE near AS
   WITH pair AS (
     SELECT a.*, p.household_id, p.person
     FROM (FROM ask WHERE NOT valid AND length(id) = 18) a JOIN (FROM roster_named WHERE length(person) = 18) p USING (name)
     UNION ALL
     SELECT a.*, p.household_id, p.person FROM (FROM ask WHERE valid AND length(id) = 18) a JOIN roster_broken p USING (name))
   SELECT DISTINCT register, source, side, household_id, person
   FROM (FROM pair WHERE hamming(id, person) <= 2 AND damerau_levenshtein(id, person) = 1) pair
   ANTI JOIN roster_person p ON p.person = pair.id`,
  `INSERT INTO link SELECT register, source, side, household_id, person, 'near' FROM near`,
  // Equal numbers; persons on no roster are joined by equal numbers alone.
  `INSERT INTO link
   SELECT register, source, side, p.household_id, id,
     CASE WHEN p.person IS NULL OR a.name IS NULL OR a.name = p.name THEN 'exact' ELSE 'id' END
   FROM ask a LEFT JOIN roster_person p ON p.person = a.id
   WHERE p.renamed IS NOT TRUE AND coalesce(p.person, id) IS NOT NULL AND (p.person IS NOT NULL OR (source, side) NOT IN (SELECT (source, side) FROM near))`,
  `INSERT INTO link
   SELECT register, source, side, p.household_id, id,
     CASE WHEN a.name IS NULL OR (p.household_id, id, a.name) IN (SELECT (household_id, person, name) FROM roster_name)
       THEN 'exact' ELSE 'id' END
   FROM ask a JOIN (FROM roster_person WHERE renamed) p ON p.person = a.id`,
];

const DONE = ['DROP TABLE temp.near', 'DROP VIEW temp.ask'];

function byName(record: RecordSet): string {
  const birth = record.fields.some((field) => field.name === 'birth_date');
  return `INSERT INTO link
    SELECT DISTINCT '${record.key}', r.source, 'self', p.household_id, p.person, CAST('name' AS match_level)
    FROM "${record.key}" r JOIN roster_named p ON p.name = r.name
    WHERE r.id_number IS NULL${birth ? " AND (r.birth_date IS NULL OR strftime(r.birth_date, '%Y%m%d') = substr(p.person, 7, 8))" : ''}`;
}

function byHousehold(record: RecordSet): string {
  return `INSERT INTO link SELECT '${record.key}', source, 'self', household_id, NULL, 'exact'
    FROM "${record.key}" SEMI JOIN roster_household USING (household_id)`;
}

/**
 * The statements that link the rows of the loaded registers to households and persons, at the levels exact, id, near
 * and (where it is on) name. Source: RULES.md, 'Matching a register row to a person'.
 * They need the tables of rosterForLinks().
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
    ...households.map(byHousehold),
    ...(ask.length === 0 ? [] : [`CREATE TEMP VIEW ask AS ${ask.join('\nUNION ALL ')}`, ...PERSONS, ...DONE]),
    ...(nameMatching ? named.map(byName) : []),
  ];
}
