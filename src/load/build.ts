import type { DuckDBConnection } from '@duckdb/node-api';
import type { Campaign } from '../campaign-file/types.js';
import { linkStatements, rosterDone, rosterForLinks } from '../match/link.js';
import { knownRecord } from '../records/index.js';
import type { RecordSet } from '../records/types.js';
import { createEmptyTables, insertCampaign, loadTable, shareThreads } from './database.js';
import type { Connections } from './memory-database.js';
import { fillHouseholds, separateCollisions, takeLoneForHeads } from './roster-repairs.js';
import { together } from './together.js';
import type { FileResult, PartResult } from './types.js';
import { workOutVocabulary } from './vocabulary.js';

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

/**
 * Fills an empty database: each record set's table and links as soon as its files are read, the roster's first, while
 * the reader threads go on; the vocabulary worked out as tables at the end.
 */
export class DatabaseBuilder {
  readonly #open: () => Promise<Connections>;
  #opened: Connections | null = null;
  readonly #threads: number;
  readonly #campaign: Campaign;
  readonly #present = new Set<string>();
  /** Registers that have rows, and how many. */
  readonly #loaded = new Map<RecordSet, number>();
  #rosterRows = 0;
  #collisions: string[] = [];
  #steps: Promise<void> | null = null;

  /** @param open gives two connections to one empty database: what can be done side by side is shared among them */
  constructor(open: () => Promise<Connections>, campaign: Campaign, threads: number) {
    this.#open = open;
    this.#threads = threads;
    this.#campaign = campaign;
  }

  get #connections(): Connections {
    if (this.#opened === null) throw new Error('the database is not open yet');
    return this.#opened;
  }

  get #db(): DuckDBConnection {
    return this.#connections[0];
  }

  async #prepare(): Promise<void> {
    this.#opened = await this.#open();
    await createEmptyTables(this.#db);
    await insertCampaign(this.#db, this.#campaign);
  }

  /** Queues the loading of a record set; what goes wrong is thrown by finish(). */
  add(record: string, files: readonly FileResult[]): void {
    const parts = files.flatMap((file) => file.parts);
    if (parts.some((part) => part.loaded + part.passedOver > 0)) this.#present.add(record);
    this.#steps = (this.#steps ?? this.#prepare()).then(() => this.#load(record, parts));
    // Told by finish(); where reading fails before it, nobody asks.
    this.#steps.catch(() => undefined);
  }

  /** Waits until nothing queued runs any more, however it went: before the connection is closed on an error. */
  async settle(): Promise<void> {
    await this.#steps?.catch(() => undefined);
  }

  async finish(): Promise<Loaded> {
    await (this.#steps ?? this.#prepare());
    await shareThreads(this.#db, this.#rosterRows, this.#threads);
    await this.#link();
    await workOutVocabulary(this.#connections);
    return {
      present: this.#present,
      withoutStandard: await withoutStandard(this.#db),
      collisions: this.#collisions,
      matched: await matchedByPart(this.#db),
    };
  }

  /** Links the registers' rows: the registers dealt out to the connections, the largest first to whoever has least. */
  async #link(): Promise<void> {
    const shares = this.#connections.map((db) => ({ db, rows: 0, registers: [] as RecordSet[] }));
    for (const [record, rows] of [...this.#loaded].sort(([, a], [, b]) => b - a)) {
      const least = shares.reduce((one, other) => (other.rows < one.rows ? other : one));
      least.rows += rows;
      least.registers.push(record);
    }
    await together(
      shares.map(async ({ db, registers }) => {
        if (registers.length === 0) return;
        for (const statement of linkStatements(registers, this.#campaign.name_matching))
          await db.run(statement);
      }),
    );
    for (const statement of rosterDone()) await this.#db.run(statement);
  }

  async #load(key: string, parts: readonly PartResult[]): Promise<void> {
    const record = knownRecord(key);
    const rows = await loadTable(this.#db, record, parts);
    if (key === 'roster') {
      this.#rosterRows = rows;
      if (parts.length > 1) this.#collisions = await separateCollisions(this.#db);
      await takeLoneForHeads(this.#db);
      await fillHouseholds(this.#db, parts);
      for (const statement of rosterForLinks()) await this.#db.run(statement);
      // Rosters are compared by persons (D08): links are for registers.
    } else if (rows > 0 && record.ofMembers !== true) this.#loaded.set(record, rows);
  }
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
     WHERE household_id IS NOT NULL GROUP BY 1
     UNION ALL
     SELECT source // 4294967296, count(DISTINCT person) FROM roster_row GROUP BY 1
     UNION ALL
     SELECT s.source // 4294967296, count(DISTINCT s.id_number) FROM snapshot s SEMI JOIN roster_row r ON r.person = s.id_number GROUP BY 1`,
  );
  return new Map(reader.getRows().map(([part, count]) => [Number(part), Number(count)]));
}
