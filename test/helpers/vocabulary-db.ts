import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { plainAmounts } from '../../src/campaign-file/amount-rules.js';
import { noOffice } from '../../src/campaign-file/load.js';
import type { Campaign } from '../../src/campaign-file/types.js';
import { createEmptyTables, insertCampaign } from '../../src/load/database.js';
import { createVocabulary } from '../../src/load/vocabulary.js';
import { loadStandards } from '../../src/standards/load.js';

/** What is to be told of a campaign: the as-of date, and parameters in place of those of standards/. */
export interface Circumstances {
  readonly asOf: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

function campaignOf({ asOf, parameters = {} }: Circumstances): Campaign {
  return {
    name: '',
    area: null,
    as_of: asOf,
    pack: 'ten-categories',
    standards: [],
    parameters: loadStandards().map((one) => {
      const value = parameters[one.name];
      return value === undefined ? one : { ...one, values: [{ from: '1999-10-01', value }] };
    }),
    sources: new Map(),
    rules: null,
    required: [],
    amount: plainAmounts,
    exit_deadlines: [],
    exemptions: null,
    name_matching: false,
    office: noOffice,
    retain_until: null,
    purpose: null,
    authority: null,
    footer: '',
    root: '.',
    file: null,
  };
}

/** A database in memory with every table empty, the parameters in place and the vocabulary as views. */
export async function emptyDatabase(circumstances: Circumstances): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  await createEmptyTables(db);
  await insertCampaign(db, campaignOf(circumstances));
  await createVocabulary(db);
  return db;
}
