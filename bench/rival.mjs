import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { convert, load, together } from './rival/load.mjs';
import { RULES } from './rival/rules.mjs';
import { VOCABULARY } from './rival/vocabulary.mjs';

/**
 * The rival: what one who knows DuckDB would write by hand for this county, and well. Views over the files with their
 * columns given, canonical IDs, of each register only the rows about the roster's people and their relatives, one query for
 * each rule, two connections at once. It gives lists, and no evidence, names, near matches or reports.
 *
 * @param {string} folder with the county's data
 * @param {boolean} gb18030 whether iconv must go first
 * @returns {Promise<{ households: Record<string, number>, phases: Record<string, number> }>} households by rule; ms by phase
 */
export async function rival(folder, gb18030) {
  const phases = {};
  let since = performance.now();
  const phase = (name) => {
    const now = performance.now();
    phases[name] = Math.round(now - since);
    since = now;
  };
  const own = gb18030 ? mkdtempSync(path.join(process.env.BENCH_TEMP ?? tmpdir(), 'rival-')) : null;
  try {
    if (own) await convert(folder, own);
    phase('iconv');
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(availableParallelism()),
      preserve_insertion_order: 'false',
    });
    const connections = [await instance.connect(), await instance.connect()];
    await load(connections, own ?? folder);
    phase('load');
    await connections[0].run(VOCABULARY);
    phase('prepare');
    const households = Object.fromEntries(Object.keys(RULES).map((id) => [id, 0]));
    await together(connections, Object.entries(RULES), async (db, [id, sql]) => {
      const rows = (await db.runAndReadAll(sql)).getRows();
      households[id] = new Set(rows.map(([household]) => household)).size;
    });
    phase('rules');
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
    return { households, phases };
  } finally {
    if (own) rmSync(own, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gb18030: { type: 'boolean', default: false } },
});
if (!positionals[0]) {
  console.error('rival FOLDER [--gb18030]: FOLDER holds the data of a bench county');
  process.exit(2);
}
console.log(JSON.stringify(await rival(positionals[0], values.gb18030 ?? false)));
