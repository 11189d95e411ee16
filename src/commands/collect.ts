import { join } from 'node:path';
import { type Collected, type CollectSettings, collectAnswers } from '../answers/collect.js';
import { type LookResult, lookResults } from '../answers/returns.js';
import type { AnswerFile } from '../answers/types.js';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir } from '../files/atomic.js';
import type { Happening } from '../ledger/events.js';
import type { LedgerView } from '../ledger/ledger.js';
import { removeUnfinished } from '../ledger/unfinished.js';
import { collectGarbage } from '../load/garbage.js';
import { secondLookTexts, secondLookWords, collectTexts as texts } from '../messages/collect.js';
import { say } from '../messages/language.js';
import { readFiles, shownAs } from './collect-files.js';
import { REPORTS, reportFile } from './collect-report.js';
import { makeWorld, secondLookNumber } from './collect-world.js';
import { writeLog } from './dispatch-log.js';
import { startWork, viewLedger, type Work, type WorkOptions, withLedger } from './work.js';

export interface CollectOptions extends WorkOptions, CollectSettings {
  readonly files: readonly string[];
  readonly dryRun: boolean;
  /** Share of second verdicts that may differ, whatever was said when they were drawn. */
  readonly errorLimit?: number;
}

/** A share as it is shown. */
export const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

function looksOf(
  work: Work,
  view: LedgerView,
  happenings: readonly Happening[],
  asked?: number,
): LookResult[] {
  const usual = secondLookNumber(work, 'second_look_error_limit');
  return lookResults(view, happenings, { asked: asked ?? null, usual }, (_look, { drawn, differ }, limit) =>
    say(
      { zh: secondLookWords.returned, en: secondLookWords.returned },
      {
        rate: percent(drawn === 0 ? 0 : differ / drawn),
        limit: percent(limit),
      },
    ),
  );
}

function lookText({ look, dismissed, unflagged, limit }: LookResult): string {
  const { drawn, answered, differ } = dismissed;
  return say(secondLookTexts.result, {
    township: look.township,
    batch: look.batch,
    drawn,
    answered,
    differ,
    rate: percent(drawn === 0 ? 0 : differ / drawn),
    limit: percent(limit),
    unflagged: unflagged.drawn,
    unflaggedAnswered: unflagged.answered,
    found: unflagged.differ,
  });
}

/** What one call comes to, before it is written. */
interface Judged {
  readonly collected: Collected;
  readonly looks: readonly LookResult[];
  readonly events: readonly Happening[];
}

async function judge(
  work: Work,
  view: LedgerView,
  files: readonly AnswerFile[],
  options: CollectOptions,
): Promise<Judged> {
  const world = await makeWorld(work, view, files);
  const collected = collectAnswers(files, world, options);
  const looks = looksOf(work, view, collected.happenings, options.errorLimit);
  const back = looks.flatMap((one) => (one.back === null ? [] : [one.back]));
  return { collected, looks, events: [...collected.happenings, ...back] };
}

/**
 * `collect FILES…`: the filled forms back into the ledger, in one transaction; a file with an error is left out whole.
 * @returns 0; 3 where a file was refused
 * @throws DibaoError collect-nothing, file-missing, what the readers of files throw, ledger-*, campaign-*
 */
export async function collect(options: CollectOptions): Promise<number> {
  if (options.files.length === 0) throw new DibaoError('collect-nothing');
  const work = await startWork(options, 'collect');
  const { context, folder } = work;
  const files = await readFiles(work, options.files);
  const judged = options.dryRun
    ? await judge(work, await viewLedger(work, 'answers'), files, options)
    : await withLedger(
        work,
        async (ledger) => {
          const one = await judge(work, ledger, files, options);
          if (one.events.length > 0) await ledger.append(one.events);
          return one;
        },
        'answers',
      );
  if (!options.dryRun && judged.events.length > 0) {
    // The ledger is read a second time, with what was just written: the first reading of it goes before.
    collectGarbage('sweep');
    await writeLog(work, (await viewLedger(work, 'answers')).events);
  }
  const write = (text: string): void => void context.stdout.write(`${text}\n`);
  const names = new Set<string>();
  const reports = join(folder, REPORTS);
  await ensurePrivateDir(reports);
  await removeUnfinished(reports);
  for (const verdict of judged.collected.files) {
    await reportFile(verdict, reports, shownAs(reports, context.cwd), names, options.dryRun, write);
  }
  for (const one of judged.looks) {
    write(lookText(one));
    const values = { township: one.look.township, cases: one.back?.cases.length ?? 0 };
    const back = options.dryRun ? secondLookTexts['would-return'] : secondLookTexts.returned;
    if (one.back !== null) write(say(back, values));
  }
  const refused = judged.collected.files.filter((one) => one.refused).length;
  const events = options.dryRun ? 0 : judged.events.length;
  write(say(texts.total, { files: files.length, taken: files.length - refused, refused, events }));
  if (options.dryRun) write(say(texts['dry-run']));
  if (refused > 0 && !context.quiet) context.stderr.write(`${say(texts['fix-and-again'])}\n`);
  return refused > 0 ? 3 : 0;
}
