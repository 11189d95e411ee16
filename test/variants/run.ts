import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { loadCampaign } from '../../src/campaign-file/load.js';
import { type RunResult, type RunSettings, runCheck } from '../../src/run.js';
import type { County, Table } from './county.js';

/** One file to write: its path below the county's folder and its bytes. */
export interface Written {
  readonly path: string;
  readonly bytes: Buffer;
}

/** How one table becomes files. */
export type Writer = (table: Table) => Written | readonly Written[];

/** Settings of a run in this process, as `check` has them where nothing is asked for. */
export function settingsIn(folder: string): RunSettings {
  return {
    version: 'test',
    workParent: folder,
    only: [],
    keepAll: false,
    password: null,
    threads: 2,
    dryRun: false,
    keepDatabase: null,
    progress: { file: () => {}, bytes: () => {} },
    onCleanup: () => () => {},
  };
}

/** Runs a campaign in this process, as `check` does but for the writing. */
export async function runFolder(folder: string, keepAll = false): Promise<RunResult> {
  return runCheck(await loadCampaign(join(folder, 'dibao.yaml')), { ...settingsIn(folder), keepAll });
}

/** Calls `use` with a new folder, and removes it. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-county-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function writeFiles(folder: string, files: readonly Written[]): void {
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Writes a county in another layout, with a campaign file that names its files, and runs it. */
export function runCounty(
  county: County,
  write: Writer,
  sources: Sources = {},
  keepAll = false,
): Promise<RunResult> {
  return inFolder(async (folder) => {
    const named: Record<string, unknown[]> = {};
    for (const table of county.tables) {
      const files = [write(table)].flat();
      writeFiles(folder, files);
      named[table.register] = [...(named[table.register] ?? []), ...files.map(({ path }) => path)];
    }
    const all: Record<string, unknown> = { ...named, ...sources };
    const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
    writeFileSync(join(folder, 'dibao.yaml'), stringify({ ...county.campaign, sources: kept }));
    return await runFolder(folder, keepAll);
  });
}

/** What a campaign file says of a register's sources in place of the files written; null leaves the register out. */
export type Sources = Readonly<Record<string, unknown>>;
