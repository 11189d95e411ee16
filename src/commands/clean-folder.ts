import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir, writerOf } from '../files/atomic.js';
import { isRunning } from '../ledger/holder.js';
import { writing } from './write-error.js';

/** The manifest of a clean-up, written last: without it the folder is not finished. */
export const CLEAN_MANIFEST = '清理结果.json';

/** Folders below that of a clean-up. */
export const cleanFolders = { roster: '清理后花名册', approvals: '审批表', letters: '告知书' } as const;

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
}

/**
 * Makes ready the folder of a clean-up: a new or empty one, or one of ours from before, which is not finished from now
 * on.
 * @param own names that a clean-up may have in it
 * @throws DibaoError clean-output-not-ours, cannot-write
 */
export async function prepareClean(dir: string, shown: string, own: readonly string[]): Promise<void> {
  await writing(shown, async () => {
    await ensurePrivateDir(dir);
    const names = await readdir(dir);
    const ours = new Set<string>([...own, CLEAN_MANIFEST, ...Object.values(cleanFolders)]);
    const other = names.find((name) => !ours.has(name) && writerOf(name) === null);
    if (other !== undefined && !names.includes(CLEAN_MANIFEST))
      throw new DibaoError('clean-output-not-ours', { name: other }, { file: shown });
    await rm(path.join(dir, CLEAN_MANIFEST), { force: true });
  });
}

/**
 * Takes away what an earlier clean-up left in our folders and this one did not write again, and what was being written
 * when a process died.
 * @param kept the files of this one, relative to `dir`
 */
export async function removeStale(dir: string, kept: readonly string[]): Promise<void> {
  const keep = new Set(kept.map((file) => path.normalize(file)));
  const folders: readonly string[] = Object.values(cleanFolders);
  for (const file of await filesBelow(dir)) {
    if (keep.has(file)) continue;
    const writer = writerOf(path.basename(file));
    const isStale = folders.includes(file.split(path.sep)[0] ?? '');
    if (writer === null ? isStale : !isRunning(writer)) await rm(path.join(dir, file), { force: true });
  }
}
