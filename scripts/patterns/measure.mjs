import { AS_OF, checkSql, emptyCounty } from './database.mjs';
import { innocentSeries, plantedSeries, rotationCounty } from './rotation.mjs';
import { innocent, planted, splitCounty } from './split.mjs';

const COMMON =
  "id AS source, id AS same_as, 'H' || household AS household_id, 'rural' AS category, township, village";
const PERSON = "'P' || household AS id_number, '人' || household AS name";

/** The two checks: how their counties are made, and how the rows of one become the tables that the SQL reads. */
const checks = {
  'D07.equal-split': {
    kinds: innocent,
    plants: planted,
    kindsOf: (plant) => [plant.kind],
    county: splitCounty,
    roster: `INSERT INTO roster BY NAME SELECT ${COMMON}, '人' || id AS name, size AS covered_size, amount AS monthly_amount FROM stage`,
  },
  'D08.rotation': {
    kinds: innocentSeries,
    plants: plantedSeries,
    kindsOf: () => ['churn', 'seasonal'],
    county: rotationCounty,
    roster: `INSERT INTO roster BY NAME SELECT ${COMMON}, ${PERSON} FROM stage WHERE day = '${AS_OF}'`,
    snapshot: `INSERT INTO snapshot BY NAME SELECT ${COMMON}, ${PERSON}, CAST(day AS DATE) AS snapshot_date
      FROM stage WHERE day < '${AS_OF}'`,
  },
};

async function fill(db, { roster, snapshot }, rows) {
  for (const table of ['roster', 'snapshot', 'stage']) await db.run(`DELETE FROM ${table}`);
  const appender = await db.createAppender('stage');
  rows.forEach(({ day = '', household, village, township, size = 0, amount = 0 }, index) => {
    appender.appendBigInt(BigInt(index + 1));
    appender.appendVarchar(day);
    appender.appendBigInt(BigInt(household ?? index + 1));
    appender.appendVarchar(village);
    appender.appendVarchar(township);
    appender.appendInteger(size);
    appender.appendInteger(amount);
    appender.endRow();
  });
  appender.closeSync();
  await db.run(roster);
  if (snapshot) await db.run(snapshot);
}

/**
 * Runs the real SQL of both checks over simulated counties.
 * @param counties how many of each kind @param seed of the first
 * @returns by check: villages and those listed of each kind of innocence; villages planted and found of each plant
 */
export async function measure(counties, seed) {
  const db = await emptyCounty();
  await db.run(
    'CREATE TABLE stage (id BIGINT, day VARCHAR, household BIGINT, village VARCHAR, township VARCHAR, size INTEGER, amount INTEGER)',
  );
  const measured = {};
  for (const [id, check] of Object.entries(checks)) {
    const sql = await checkSql(id);
    const listed = async (rows) => {
      await fill(db, check, rows);
      const reader = await db.runAndReadAll(
        `SELECT DISTINCT village FROM (${sql}) JOIN household USING (household_id) ORDER BY village`,
      );
      return reader.getRows().map(([village]) => village);
    };
    let next = seed;
    const innocence = [];
    for (const [kind, { title }] of Object.entries(check.kinds)) {
      const sum = { kind, title, counties, villages: 0, listed: 0, counties_listed: 0 };
      for (let i = 0; i < counties; i++) {
        const made = check.county(next++, kind);
        const wrong = (await listed(made.rows)).length;
        sum.villages += made.villages;
        sum.listed += wrong;
        sum.counties_listed += Math.min(wrong, 1);
      }
      innocence.push(sum);
    }
    const power = [];
    for (const plant of check.plants) {
      for (const kind of check.kindsOf(plant)) {
        const sum = { ...plant, kind, planted: 0, found: 0, wrong: 0 };
        for (let i = 0; i < Math.ceil(counties / 2); i++) {
          const { rows, guilty } = check.county(next++, kind, plant);
          const found = await listed(rows);
          sum.planted += guilty.size;
          sum.found += found.filter((village) => guilty.has(village)).length;
          sum.wrong += found.filter((village) => !guilty.has(village)).length;
        }
        power.push(sum);
      }
    }
    measured[id] = { innocence, power };
  }
  return measured;
}
