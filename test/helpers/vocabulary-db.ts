import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { createEmptyTables, insertCampaign } from '../../src/load/database.js';
import { createVocabulary } from '../../src/load/vocabulary.js';
import { type Circumstances, plainCampaign } from './plain-campaign.js';

/** A database in memory with every table empty, the parameters in place and the vocabulary as views. */
export async function emptyDatabase(circumstances: Circumstances): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  await createEmptyTables(db);
  await insertCampaign(db, plainCampaign(circumstances));
  await createVocabulary(db);
  return db;
}
