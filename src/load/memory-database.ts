import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { openMemory } from './database.js';

/** Two connections to one database. */
export type Connections = readonly [DuckDBConnection, DuckDBConnection];

/** The run's database, opened when it is first asked for: reading begins before DuckDB is there. */
export class MemoryDatabase {
  readonly #workDir: string;
  #memory: string | undefined;
  #opened: Promise<{ instance: DuckDBInstance; connections: Connections }> | null = null;

  /** @param workDir folder that it spills into @param memory its bound, where that is another than usual */
  constructor(workDir: string, memory?: string) {
    this.#workDir = workDir;
    this.#memory = memory;
  }

  /** Another bound, where none was given and the database is not open yet. */
  boundBy(memory: string | undefined): void {
    if (this.#opened === null) this.#memory ??= memory;
  }

  async connections(): Promise<Connections> {
    this.#opened ??= open(this.#workDir, this.#memory);
    return (await this.#opened).connections;
  }

  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => null);
    if (!opened) return;
    for (const connection of opened.connections) connection.closeSync();
    opened.instance.closeSync();
  }
}

async function open(workDir: string, memory?: string) {
  const instance = await openMemory(workDir, memory);
  const connections: Connections = [await instance.connect(), await instance.connect()];
  return { instance, connections };
}
