import { existsSync } from 'node:fs';
import path from 'node:path';
import { DibaoError } from '../errors.js';
import type { DestructionFacts } from '../forms/destruction.js';
import { frameOf } from '../forms/frame.js';
import { say } from '../messages/language.js';
import { beyondTexts, purgeTexts as texts } from '../messages/purge.js';
import { writeDestructionRecord } from '../papers/destruction.js';
import { deleteAll, keptBeside, originalsOf, planPurge } from './purge-plan.js';
import { factLines, failedLines } from './purge-text.js';
import { startWork, type Work, type WorkOptions, warnOfPapers, withLedger } from './work.js';

export interface PurgeOptions extends WorkOptions {
  /** Run folders beside those that the ledger knows, as written. */
  readonly runs: readonly string[];
  readonly yes: boolean;
  readonly why?: string;
}

const NOT_WHOLE = 4;

/** A name that is free: the record of an earlier purge of the same day stays. */
function recordFile(folder: string, date: string): string {
  const name = say(texts.recordName, { date });
  for (let number = 1; ; number++) {
    const file = path.join(folder, `${name}${number === 1 ? '' : `-${number}`}.docx`);
    if (!existsSync(file)) return file;
  }
}

function whyOf({ why }: PurgeOptions, { campaign, date }: Work): string {
  const { retain_until: until } = campaign;
  if (why !== undefined) return why;
  return until !== null && date >= until ? say(texts.expired, { until }) : say(texts.ended);
}

async function purgeFolder(options: PurgeOptions, work: Work): Promise<number> {
  const { context, campaign, folder, date } = work;
  const { retain_until: until } = campaign;
  const isEarly = until !== null && date < until && options.why === undefined;
  if (options.yes && isEarly) throw new DibaoError('purge-too-early', { until, date });
  return withLedger(work, async (ledger) => {
    const known = ledger.state.runs.map((run) => path.resolve(folder, run.folder));
    const given = options.runs.map((run) => path.resolve(context.cwd, run));
    const items = await planPurge(folder, known, given);
    const { done, failed } = options.yes ? await deleteAll(items) : { done: items, failed: [] };
    const facts: DestructionFacts = {
      ...{ date, who: work.by.who, why: whyOf(options, work), retainUntil: until },
      destroyed: done.map(({ path: at, kind, files, bytes }) => ({ path: at, kind, files, bytes })),
      kept: await keptBeside(folder, options.yes ? [] : items),
      originals: originalsOf(campaign),
      beyond: beyondTexts.map((text) => say(text)),
    };
    const lines = factLines(facts, options.yes);
    if (options.yes && done.length > 0) {
      const deleted = facts.destroyed.map((one) => one.path);
      const kept = facts.kept.map((one) => one.path);
      await ledger.append([{ what: 'purged', deleted, kept, why: facts.why }]);
      const record = recordFile(folder, date);
      await writeDestructionRecord(record, facts, frameOf(campaign, date));
      warnOfPapers(work);
      lines.push('', say(texts.record, { file: path.relative(context.cwd, record) }));
    }
    if (!options.yes && items.length > 0)
      lines.push('', ...(isEarly ? [say(texts.early, { until })] : []), say(texts.confirm));
    context.stdout.write(`${[...lines, ...failedLines(failed)].join('\n')}\n`);
    return failed.length > 0 ? NOT_WHOLE : 0;
  });
}

/**
 * Deletes what a campaign loaded and worked out, when it has ended or the data may be kept no longer. Ledger, reports
 * and the bureaus' own files stay; what stays, and what is out of reach, is said.
 * @returns 0, or 4 where something could not be deleted
 * @throws DibaoError purge-too-early, purge-not-a-run, and those of withLedger
 */
export async function purge(options: PurgeOptions): Promise<number> {
  return purgeFolder(options, await startWork(options, 'purge'));
}
