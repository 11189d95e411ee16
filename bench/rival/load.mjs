import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { byHousehold, registers, relatives, roster } from './files.mjs';

/** Canonical IDs: 15 digits to 18 with the check sign, spaces and hyphens out, `X`. Whole ones take the short way. */
const CANONICAL = `
CREATE MACRO check_sign(d) AS substr('10X98765432', 1 + CAST((
  CAST(d[1] AS INT)*7 + CAST(d[2] AS INT)*9 + CAST(d[3] AS INT)*10 + CAST(d[4] AS INT)*5 + CAST(d[5] AS INT)*8 + CAST(d[6] AS INT)*4 +
  CAST(d[7] AS INT)*2 + CAST(d[8] AS INT)*1 + CAST(d[9] AS INT)*6 + CAST(d[10] AS INT)*3 + CAST(d[11] AS INT)*7 + CAST(d[12] AS INT)*9 +
  CAST(d[13] AS INT)*10 + CAST(d[14] AS INT)*5 + CAST(d[15] AS INT)*8 + CAST(d[16] AS INT)*4 + CAST(d[17] AS INT)*2) % 11 AS INT), 1);
CREATE MACRO upgraded(t) AS CASE WHEN regexp_full_match(t, '[0-9]{15}')
  THEN t[1:6] || '19' || t[7:15] || check_sign(t[1:6] || '19' || t[7:15]) ELSE t END;
CREATE MACRO canonical(t) AS CASE WHEN length(t) = 18 THEN upper(t)
  ELSE upgraded(upper(replace(replace(t, ' ', ''), '-', ''))) END;`;

/** @param {string} folder @param {import('./files.mjs').KnownFile} known */
function scan(folder, { file, skip = 0, columns }) {
  const types = columns.split(',').map((name) => `'${name}': 'VARCHAR'`);
  const name = path.join(folder, file).replaceAll("'", "''");
  return `read_csv('${name}', columns = {${types.join(', ')}}, auto_detect = false, header = true, skip = ${skip}, delim = ',', quote = '"')`;
}

/** The statement that makes a view of a file, its IDs canonical. */
function view(folder, key, known) {
  const ids = known.id ? `canonical("${known.id}") AS id, ` : '';
  const also = known.also ? `canonical("${known.also[0]}") AS ${known.also[1]}, ` : '';
  return `CREATE VIEW ${key}_file AS SELECT ${ids}${also}* FROM ${scan(folder, known)};`;
}

/** The statement that keeps a file's wanted rows as a table: values are cast only of those. */
function table(key, { id, also, select }, which) {
  const ids = [...(id ? ['id'] : []), ...(also ? [also[1]] : [])].map((name) => `${name}, `).join('');
  return `CREATE TABLE ${key} AS SELECT ${ids}${select} FROM ${key}_file ${which}`;
}

/**
 * Takes jobs off a list, one for each connection at a time.
 * @template T
 * @param {import('@duckdb/node-api').DuckDBConnection[]} connections
 * @param {readonly T[]} jobs
 * @param {(db: import('@duckdb/node-api').DuckDBConnection, job: T) => Promise<unknown>} work
 */
export async function together(connections, jobs, work) {
  const waiting = [...jobs];
  await Promise.all(
    connections.map(async (db) => {
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await work(db, job);
    }),
  );
}

/** Which rows of a register are kept. */
function kept(key) {
  if (key === 'utility') return 'WHERE "户编号" IS NOT NULL OR id IN (FROM wanted)';
  return key in registers ? 'SEMI JOIN wanted USING (id)' : '';
}

/**
 * Views over all files, and of each the rows about the roster's people and their relatives as a table.
 * @param {import('@duckdb/node-api').DuckDBConnection[]} connections
 * @param {string} folder
 */
export async function load(connections, folder) {
  const [first] = connections;
  const everything = { roster, ...relatives, ...registers, ...byHousehold };
  await first.run(CANONICAL);
  for (const [key, known] of Object.entries(everything)) await first.run(view(folder, key, known));
  await first.run(table('roster', roster, ''));
  await first.run('CREATE TABLE on_roster AS SELECT DISTINCT id FROM roster');
  await together(connections, Object.entries(relatives), (db, [key, known]) =>
    db.run(table(key, known, `WHERE id IN (FROM on_roster) OR ${known.also?.[1]} IN (FROM on_roster)`)),
  );
  await first.run(`CREATE TABLE wanted AS FROM on_roster UNION SELECT id FROM kinship UNION SELECT relative FROM kinship
    UNION SELECT id FROM marriage UNION SELECT spouse FROM marriage`);
  await together(connections, Object.entries({ ...registers, ...byHousehold }), (db, [key, known]) =>
    db.run(table(key, known, kept(key))),
  );
}

/**
 * The files of a folder from GB18030 to UTF-8 by iconv, two at a time, the largest first.
 * @param {string} from
 * @param {string} to
 */
export async function convert(from, to) {
  mkdirSync(to, { recursive: true });
  const files = Object.values({ ...registers, ...relatives, roster, ...byHousehold }).map(
    (known) => known.file,
  );
  const waiting = files.filter((file) => readdirSync(from).includes(file));
  const one = (file) =>
    new Promise((resolve, reject) => {
      const out = openSync(path.join(to, file), 'w');
      const child = spawn('iconv', ['-f', 'GB18030', '-t', 'UTF-8', path.join(from, file)], {
        stdio: ['ignore', out, 'inherit'],
      });
      child.on('error', reject);
      child.on('close', (code) => {
        closeSync(out);
        code === 0 ? resolve(undefined) : reject(new Error(`iconv ended with ${code} at ${file}`));
      });
    });
  const worker = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await one(file);
  };
  await Promise.all([worker(), worker()]);
}
