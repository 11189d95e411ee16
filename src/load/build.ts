import type { DuckDBConnection } from '@duckdb/node-api';
import type { Campaign } from '../campaign-file/types.js';
import { registerLinks, rosterLinks } from '../match/link.js';
import { knownRecord, recordSets } from '../records/index.js';
import { createEmptyTables, createVocabulary, insertCampaign, loadTable } from './database.js';
import { separateCollisions } from './roster-repairs.js';
import type { FileResult, PartResult } from './types.js';

/** What the loaded tables tell before any rule runs. */
export interface Loaded {
  /** Registers with at least one row in their files, loaded or passed over. */
  readonly present: ReadonlySet<string>;
  /** Categories on the roster without a standard in force on D. */
  readonly withoutStandard: readonly string[];
  /** Household numbers that two files use for different families. */
  readonly collisions: readonly string[];
  /** Members (or households) matched, by part. */
  readonly matched: ReadonlyMap<number, number>;
}

/** Fills an empty database from the spools: tables, links, then the vocabulary worked out as tables. */
export async function buildDatabase(
  db: DuckDBConnection,
  campaign: Campaign,
  files: readonly FileResult[],
): Promise<Loaded> {
  await createEmptyTables(db);
  await insertCampaign(db, campaign);
  const parts = files.flatMap((file) => file.parts);
  const byRecord = new Map<string, PartResult[]>();
  for (const part of parts) byRecord.set(part.record, [...(byRecord.get(part.record) ?? []), part]);
  await loadTable(db, knownRecord('roster'), byRecord.get('roster') ?? []);
  const collisions = await separateCollisions(db);
  for (const statement of rosterLinks) await db.run(statement);
  for (const record of recordSets.values()) {
    if (record.key === 'roster') continue;
    const rows = await loadTable(db, record, byRecord.get(record.key) ?? []);
    if (rows === 0) continue;
    for (const statement of registerLinks(record, campaign.name_matching)) await db.run(statement);
  }
  await createVocabulary(db, 'tables');
  return {
    present: new Set([...byRecord].filter(([, list]) => hasRows(list)).map(([key]) => key)),
    withoutStandard: await withoutStandard(db),
    collisions,
    matched: await matchedByPart(db),
  };
}

function hasRows(parts: readonly PartResult[]): boolean {
  return parts.some((part) => part.loaded + part.passedOver > 0);
}

async function withoutStandard(db: DuckDBConnection): Promise<string[]> {
  const reader = await db.runAndReadAll(
    'SELECT DISTINCT category FROM household ANTI JOIN standard_now USING (category) WHERE category IS NOT NULL ORDER BY category',
  );
  return reader.getRows().map(([category]) => String(category));
}

async function matchedByPart(db: DuckDBConnection): Promise<Map<number, number>> {
  const reader = await db.runAndReadAll(
    `SELECT source // 4294967296, count(DISTINCT coalesce(person, household_id)) FROM link
     WHERE household_id IS NOT NULL GROUP BY 1`,
  );
  return new Map(reader.getRows().map(([part, count]) => [Number(part), Number(count)]));
}
