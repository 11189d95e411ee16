import { DuckDBInstance } from '@duckdb/node-api';
import { load } from '../handbook/dist.mjs';

/** Day that the simulated rosters are looked at. */
export const AS_OF = '2026-11-01';

/** A database in memory with the program's own tables, parameters and shared words, as in a run. */
export async function emptyCounty() {
  const { createEmptyTables, insertCampaign } = await load('load/database.js');
  const { createVocabulary } = await load('load/vocabulary.js');
  const { loadStandards } = await load('standards/load.js');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  await createEmptyTables(db);
  await insertCampaign(db, {
    name: '',
    area: null,
    as_of: AS_OF,
    name_matching: false,
    standards: [],
    parameters: loadStandards(),
    amount: { mode: 'difference', tiers: [], supplement: false },
    exit_deadlines: [],
  });
  await createVocabulary(db);
  return db;
}

/** The SQL of a check, as the program runs it. */
export async function checkSql(id) {
  const { loadCatalogue } = await load('rules/catalogue.js');
  return (await loadCatalogue()).find((rule) => rule.id === id).sql;
}
