import { createReadStream } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { expandSources } from '../campaign-file/paths.js';
import type { Campaign } from '../campaign-file/types.js';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir, writeAtomic } from '../files/atomic.js';
import { planTasks } from '../load/tasks.js';
import type { FileTask } from '../load/types.js';
import { nothingWanted } from '../load/wanted.js';
import { rewriteNotes } from '../messages/rewrite.js';
import { type LearnedTable, learnTables } from './learn.js';
import { Notes } from './notes.js';
import { openRewritable } from './open.js';
import { type LearnedFile, type PlannedFile, planEdits } from './plan.js';
import type { Patched, Rewritable } from './rewritable.js';
import type { HouseholdEdit, RewriteSettings, RewrittenFile } from './types.js';

export type { HouseholdEdit, RewriteSettings, RewrittenFile } from './types.js';

/** The files of the roster as they are read: several tasks where one file is several sources. */
function rosterFiles(campaign: Campaign, password: string | null): Map<string, FileTask[]> {
  const roster = campaign.sources.get('roster') ?? [];
  const alone: Campaign = { ...campaign, sources: new Map([['roster', roster]]) };
  const { tasks } = planTasks(alone, { spoolDir: '', keepAll: false, password, wanted: nothingWanted });
  const files = new Map<string, FileTask[]>();
  for (const task of tasks) files.set(task.path, [...(files.get(task.path) ?? []), task]);
  return files;
}

/** Files that stand for another of the same content, which alone is read. */
function twins(campaign: Campaign, files: ReadonlyMap<string, unknown>): string[] {
  const all = (campaign.sources.get('roster') ?? []).flatMap((spec) => expandSources(spec));
  return [...new Set(all)].filter((path) => !files.has(path));
}

/** The folder that all files lie in: below it they keep their places. */
function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? '');
  for (const path of paths) {
    for (let rest = relative(folder, path); rest.startsWith('..') && folder !== dirname(folder); ) {
      folder = dirname(folder);
      rest = relative(folder, path);
    }
  }
  return folder;
}

/** Below the folder written to; a file on another drive by its name alone. */
function placeBelow(folder: string, path: string): string {
  const below = relative(folder, path);
  const isBelow = !isAbsolute(below) && !below.startsWith('..');
  return isBelow ? below.split(sep).join('/') : (path.split(/[\\/]/).at(-1) ?? path);
}

function hasWork({ removed, uncovered, values }: HouseholdEdit): boolean {
  return (
    removed.length > 0 || uncovered.length > 0 || Object.values(values).some((value) => value !== undefined)
  );
}

/** Opens the files that edits touch and works out what becomes of them; what was learned of their rows is let go. */
async function planned(
  files: ReadonlyMap<string, readonly FileTask[]>,
  edits: readonly HouseholdEdit[],
  books: Map<string, Rewritable>,
): Promise<Map<string, PlannedFile>> {
  const touched = new Set(
    edits.flatMap(({ household }) =>
      household.members.flatMap(({ places }) => places.map(({ path }) => path)),
    ),
  );
  const learned: LearnedFile[] = [];
  for (const [path, tasks] of files) {
    const [task] = tasks;
    if (task === undefined || !touched.has(path)) continue;
    const tables: LearnedTable[] = [];
    for (const one of tasks) tables.push(...(await learnTables(one)));
    const book = await openRewritable(task, tables);
    books.set(path, book);
    learned.push({ path, tables, merges: book.merges });
  }
  return planEdits(learned, edits);
}

async function copied(path: string, target: string): Promise<string> {
  const { sha256 } = await writeAtomic(target, async (write) => {
    for await (const chunk of createReadStream(path)) await write(chunk as Buffer);
  });
  return sha256;
}

/** The file with its edits; null where it stays as it is. */
async function patched(book: Rewritable | undefined, plan: PlannedFile | undefined): Promise<Patched | null> {
  if (book === undefined || plan === undefined || plan.sheets.length === 0) return null;
  return book.patch(plan.sheets, plan.notes);
}

/**
 * Writes the campaign's roster anew with these edits: every file in its own format and layout under its place below
 * the folder that all of them lie in, nothing else changed, the originals untouched. Files without edits are copied byte
 * for byte. Rows in notes are those of the original.
 * @param edits what becomes of the households that do not stay as they are, as readRoster() gave them from the same
 *   files; each household once. Figures that are not named stay: a family that loses a member needs its sizes named.
 * @param outDir absolute; made where it is missing, its files 0600
 * @returns one entry a file, in the order in which they are read
 * @throws DibaoError what reading throws; rewrite-over-original; rewrite-array, rewrite-pivot, rewrite-table-empty,
 *   rewrite-format for files that cannot be written again: nothing has been written then
 */
export async function rewriteRoster(
  campaign: Campaign,
  edits: readonly HouseholdEdit[],
  outDir: string,
  settings: RewriteSettings,
): Promise<RewrittenFile[]> {
  const files = rosterFiles(campaign, settings.password);
  const folder = commonFolder([...files.keys()]);
  for (const path of files.keys())
    if (resolve(outDir, placeBelow(folder, path)) === resolve(path))
      throw new DibaoError('rewrite-over-original', {}, { file: path });
  const books = new Map<string, Rewritable>();
  try {
    const plans = await planned(files, edits.filter(hasWork), books);
    // All of them first: of a roster that cannot be written again, nothing is written.
    const ready = new Map<string, Patched | null>();
    for (const path of files.keys()) ready.set(path, await patched(books.get(path), plans.get(path)));
    const written: RewrittenFile[] = [];
    for (const [path, [task]] of files) {
      const file = placeBelow(folder, path);
      const target = join(outDir, file);
      settings.progress?.(file);
      await ensurePrivateDir(dirname(target));
      const done = ready.get(path) ?? null;
      written.push({
        source: task?.shown ?? path,
        file,
        rowsRemoved: done?.rowsRemoved ?? 0,
        cellsChanged: done?.cellsChanged ?? 0,
        sha256: done === null ? await copied(path, target) : (await writeAtomic(target, done.bytes)).sha256,
        notes: plans.get(path)?.notes.lines ?? [],
      });
    }
    const notes = new Notes();
    for (const path of twins(campaign, files))
      notes.add(rewriteNotes.twin, { file: placeBelow(folder, path) });
    return written.map((one, index) => (index > 0 ? one : { ...one, notes: [...one.notes, ...notes.lines] }));
  } finally {
    for (const book of books.values()) await book.close();
  }
}
