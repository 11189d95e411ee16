import { Interest } from '../match/interest.js';
import { loadFile } from './file.js';
import type { FileResult, FileTask } from './types.js';

/** Registers that name the roster's relatives: read before all others. */
const RELATIVES = new Set(['kinship', 'marriage']);

export interface ReadProgress {
  readonly file: (shown: string) => void;
  readonly bytes: (shown: string, bytes: number) => void;
}

/**
 * Reads all files, in circles: the roster; then who its relatives are; then every register, of which only the rows
 * that may concern one of them are loaded (DESIGN.md, 'Persons of interest').
 * @returns the results in the order of the tasks
 */
export async function readAll(tasks: readonly FileTask[], progress: ReadProgress): Promise<FileResult[]> {
  const interest = new Interest();
  const results = new Map<FileTask, FileResult>();
  const hooks = (task: FileTask) => {
    progress.file(task.shown);
    return { progress: (bytes: number) => progress.bytes(task.shown, bytes) };
  };
  const rosters = tasks.filter((task) => task.record === 'roster');
  for (const task of rosters) results.set(task, await loadFile(task, 'roster', interest, hooks(task)));

  // Nobody is added before both are read, so that the order of rows and files changes nothing.
  const relatives: string[] = [];
  for (const task of tasks.filter((one) => RELATIVES.has(one.record))) {
    await loadFile(task, 'relatives', interest, { ...hooks(task), found: (id) => relatives.push(id) });
  }
  for (const id of relatives) interest.addId(id);

  for (const task of tasks) {
    if (!results.has(task)) results.set(task, await loadFile(task, 'register', interest, hooks(task)));
  }
  return tasks.flatMap((task) => results.get(task) ?? []);
}
