import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildReport } from '../campaign-report/build.js';
import { type Summary, summarySchema } from '../cases/types.js';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir } from '../files/atomic.js';
import { reportFiles } from '../files/run-files.js';
import { frameOf } from '../forms/frame.js';
import { say, workInLanguage } from '../messages/language.js';
import { progressTexts as texts } from '../messages/progress.js';
import { rosterOf } from './roster-of.js';
import { lastRunOf, startWork, viewLedger, type WorkOptions, warnOfPapers } from './work.js';
import { writing } from './write-error.js';

export interface ReportOptions extends WorkOptions {
  /** Folder of the summary, as written; undefined: 总结/<date> in the campaign folder. */
  readonly output?: string;
  /** When the campaign took place, as the summary is to say it. */
  readonly period?: string;
}

/** @throws DibaoError run-unfinished, run-damaged */
async function readSummary(folder: string, shown: string): Promise<Summary> {
  const name = reportFiles.summary;
  let text: string;
  try {
    text = await readFile(path.join(folder, name), 'utf8');
  } catch {
    throw new DibaoError('run-unfinished', {}, { file: shown });
  }
  try {
    return summarySchema.parse(JSON.parse(text));
  } catch {
    throw new DibaoError('run-damaged', { name, why: '' }, { file: shown });
  }
}

/**
 * `report`: the summary of the campaign as DOCX, XLSX, HTML and JSON, from the last run, the ledger and the roster.
 * @throws DibaoError campaign-*, ledger-*, run-unfinished, run-damaged, cannot-write, and those of sources
 */
export async function report(options: ReportOptions): Promise<number> {
  const { context, output, period = '' } = options;
  const work = await startWork(options, 'report');
  const { state } = await viewLedger(work, 'state');
  const run = lastRunOf(work, state);
  const summary = await readSummary(run, path.relative(context.cwd, run) || '.');
  const roster = new Map((await rosterOf(work)).map((one) => [one.household_id, one]));
  warnOfPapers(work);
  if (roster.size !== summary.roster.households && !context.quiet)
    context.stderr.write(
      `${say(texts.otherRoster, { now: roster.size, before: summary.roster.households })}\n`,
    );
  const frame = frameOf(work.campaign, work.date);
  const made = buildReport({ frame, summary, state, roster, period: period.trim() });
  const folder =
    output === undefined ? path.join(work.folder, '总结', work.date) : path.resolve(context.cwd, output);
  const shown = path.relative(context.cwd, folder) || '.';
  const { summaryFiles, writeSummary } = await import('../campaign-report/report-files.js');
  await writing(shown, async () => {
    await ensurePrivateDir(folder);
    await workInLanguage('zh', () => writeSummary(folder, made, frame, `dibao ${context.version}`));
  });
  for (const name of Object.values(summaryFiles)) context.stdout.write(`${path.join(shown, name)}\n`);
  return 0;
}
