import type { Dirent } from 'node:fs';
import { lstat, readdir, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Campaign } from '../campaign-file/types.js';
import { DibaoError } from '../errors.js';
import { KEPT_DATABASE } from '../explain/run-folder.js';
import type { DestroyedItem, DestructionFacts } from '../forms/destruction.js';
import { folderFrom } from '../ledger/adopt.js';
import { isRunning } from '../ledger/holder.js';
import { isOurs, ownerOf } from './output-folder.js';

/** Something to delete, and the paths (absolute) that it is made of. */
export interface PurgeItem extends DestroyedItem {
  readonly paths: readonly string[];
  /** Folder that goes too where nothing of others is left in it; null for none. */
  readonly folder: string | null;
}

/** What could not be deleted, and the system's word for why. */
export interface Failure {
  readonly path: string;
  readonly reason: string;
}

async function entriesOf(dir: string): Promise<Dirent[] | null> {
  try {
    const found = await readdir(dir, { withFileTypes: true });
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

/** Files at and below a path, and their bytes; links are not followed. */
async function sizeOf(file: string): Promise<{ files: number; bytes: number }> {
  const found = await lstat(file);
  if (!found.isDirectory()) return { files: 1, bytes: found.size };
  let [files, bytes] = [0, 0];
  for (const entry of (await entriesOf(file)) ?? []) {
    const part = await sizeOf(path.join(file, entry.name));
    files += part.files;
    bytes += part.bytes;
  }
  return { files, bytes };
}

async function itemOf(
  root: string,
  at: string,
  kind: DestroyedItem['kind'],
  paths: readonly string[],
): Promise<PurgeItem> {
  const sizes = await Promise.all(paths.map(sizeOf));
  const files = sizes.reduce((sum, one) => sum + one.files, 0);
  const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0);
  const folder = kind === 'run' && at !== root ? at : null;
  return { path: folderFrom(root, at), kind, files, bytes, paths, folder };
}

/** Of a run's folder only what `check` wrote: a user's own notes in it stay. */
export async function runItems(root: string, dir: string, mustBeOne: boolean): Promise<PurgeItem[]> {
  const names = (await entriesOf(dir))?.map(({ name }) => name) ?? null;
  const isRun = names?.includes('run.json') || (names?.length && names.every(isOurs));
  if (mustBeOne && !isRun) throw new DibaoError('purge-not-a-run', {}, { file: folderFrom(root, dir) });
  // run.json first: what is cut off while being deleted is no finished run.
  const own = (names ?? []).filter((name) => isOurs(name) && !isBusy(name));
  if (names?.includes('run.json')) own.unshift('run.json');
  const database = own.filter((name) => name === KEPT_DATABASE).map((name) => path.join(dir, name));
  const reports = own.filter((name) => name !== KEPT_DATABASE).map((name) => path.join(dir, name));
  const items: PurgeItem[] = [];
  for (const file of database) items.push(await itemOf(root, file, 'database', [file]));
  if (reports.length > 0) items.push(await itemOf(root, dir, 'run', reports));
  return items;
}

/** What a process that still runs is writing is no leftover. */
function isBusy(name: string): boolean {
  const owner = ownerOf(name);
  return owner !== null && isRunning(owner);
}

async function leftovers(root: string, dir: string, but: ReadonlySet<string>): Promise<PurgeItem[]> {
  const items: PurgeItem[] = [];
  for (const entry of (await entriesOf(dir)) ?? []) {
    const at = path.join(dir, entry.name);
    if (but.has(at)) continue;
    if (ownerOf(entry.name) !== null) {
      if (!isBusy(entry.name)) items.push(await itemOf(root, at, 'temporary', [at]));
    } else if (entry.isDirectory()) items.push(...(await leftovers(root, at, but)));
  }
  return items;
}

/**
 * What is to be deleted: the databases and reports of the runs, and what killed commands left behind.
 * @param known folders of runs by the ledger, absolute
 * @param given further ones by the user, absolute
 * @throws DibaoError purge-not-a-run where one given is none
 */
export async function planPurge(
  root: string,
  known: readonly string[],
  given: readonly string[],
): Promise<PurgeItem[]> {
  const items: PurgeItem[] = [];
  for (const dir of new Set([...given, ...known]))
    items.push(...(await runItems(root, dir, given.includes(dir))));
  const covered = new Set(items.flatMap(({ paths }) => paths));
  return [...items, ...(await leftovers(root, root, covered))];
}

/** What stays in the campaign folder: its entries, with the files in them that are not deleted. */
export async function keptBeside(
  root: string,
  items: readonly PurgeItem[],
): Promise<DestructionFacts['kept']> {
  const gone = new Set(items.flatMap(({ paths }) => paths));
  const count = async (file: string, isFolder: boolean): Promise<number> => {
    if (gone.has(file)) return 0;
    if (!isFolder) return 1;
    let files = 0;
    for (const entry of (await entriesOf(file)) ?? [])
      files += await count(path.join(file, entry.name), entry.isDirectory());
    return files;
  };
  const kept: { path: string; files: number }[] = [];
  for (const entry of (await entriesOf(root)) ?? []) {
    if (entry.name.startsWith('ledger.lock')) continue;
    const files = await count(path.join(root, entry.name), entry.isDirectory());
    if (files > 0) kept.push({ path: entry.isDirectory() ? `${entry.name}/` : entry.name, files });
  }
  return kept;
}

/** The bureaus' files by supplier, as the campaign file names them. */
export function originalsOf(campaign: Campaign): DestructionFacts['originals'] {
  const files = new Map<string, string[]>();
  for (const spec of [...campaign.sources.values()].flat()) {
    const own = files.get(spec.supplier ?? '') ?? [];
    if (!own.includes(spec.written)) files.set(spec.supplier ?? '', [...own, spec.written]);
  }
  return [...files].map(([supplier, of]) => ({ supplier, files: of }));
}

/** Deletes them, each as far as it can be. */
export async function deleteAll(
  items: readonly PurgeItem[],
): Promise<{ done: PurgeItem[]; failed: Failure[] }> {
  const done: PurgeItem[] = [];
  const failed: Failure[] = [];
  for (const item of items) {
    try {
      for (const file of item.paths) await rm(file, { recursive: true, force: true });
      done.push(item);
    } catch (error) {
      failed.push({ path: item.path, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
    }
  }
  // Only where nothing of others is left in it.
  for (const { folder } of items) if (folder !== null) await rmdir(folder).catch(() => undefined);
  return { done, failed };
}
