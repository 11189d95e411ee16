import path from 'node:path';
import { say } from '../messages/language.js';
import { keepTexts as texts } from '../messages/nightly.js';
import type { CheckLedger } from './check-ledger.js';
import { datedRuns } from './dated-runs.js';
import type { Context } from './options.js';
import { holdsOutput } from './output-folder.js';
import { deleteAll, runItems } from './purge-plan.js';

/**
 * Deletes the finished runs beside this one that are older than the newest few: what `check` wrote in them, and the
 * folder where nothing of others is left in it. A run that the ledger still needs stays, and so does one that a process
 * is at work in.
 * @param output the folder of this run, absolute: it stays whatever its day
 * @param keep how many stay, this one among them
 * @returns what was done, in sentences
 */
export async function keepRuns(
  { cwd }: Context,
  output: string,
  keep: number,
  ledger: CheckLedger | null,
): Promise<{ readonly told: string[]; readonly failed: string[] }> {
  const runs = (await datedRuns(output)).filter(({ folder }) => folder !== output).slice(keep - 1);
  if (runs.length === 0) return { told: [], failed: [] };
  const needed = (await ledger?.neededRuns()) ?? new Set<string>();
  const shown = (folder: string): string => path.relative(cwd, folder) || '.';
  const list = (folders: readonly string[]): string => folders.map(shown).join('、');
  const [deleted, spared, failed]: [string[], string[], string[]] = [[], [], []];
  for (const { folder } of runs.toReversed()) {
    if (needed.has(folder) || (await holdsOutput(folder))) {
      spared.push(folder);
      continue;
    }
    const items = await runItems(path.dirname(folder), folder, true);
    const { failed: left } = await deleteAll(items);
    (left.length === 0 ? deleted : failed).push(folder);
  }
  if (deleted.length > 0) await ledger?.purged(deleted, say(texts.why, { count: keep }));
  const sentence = (text: (typeof texts)[keyof typeof texts], folders: readonly string[]): string[] =>
    folders.length === 0 ? [] : [say(text, { count: keep, folders: list(folders) })];
  return {
    told: [...sentence(texts.deleted, deleted), ...sentence(texts.needed, spared)],
    failed: sentence(texts.failed, failed),
  };
}
