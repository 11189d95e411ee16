import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir } from '../files/atomic.js';
import { frameOf } from '../forms/frame.js';
import { say, workInLanguage } from '../messages/language.js';
import { sampleTexts as texts } from '../messages/sample.js';
import { writeNdjson } from '../reports/ndjson.js';
import { textTable } from '../reports/text-table.js';
import { townshipRows, writeSampleBook } from '../sample/book.js';
import { candidatesOf } from '../sample/candidates.js';
import { drawSample } from '../sample/draw.js';
import { designOf, type Plan, type PlanOptions, planOf } from '../sample/plan.js';
import { SAMPLE_BOOK, SAMPLE_ROWS } from '../sample/read-draw.js';
import { type Draw, drawnSchema } from '../sample/types.js';
import { drawSentences } from '../sample/words.js';
import type { OutputFormat } from './options.js';
import { printRows } from './print-rows.js';
import { rosterOf } from './roster-of.js';
import { flaggedIn, focusIn } from './run-households.js';
import { lastRunOf, startWork, viewLedger, type Work, type WorkOptions, warnOfPapers } from './work.js';
import { writing } from './write-error.js';

export interface SampleOptions extends WorkOptions, Omit<PlanOptions, 'seed'> {
  /** Undefined: nobody can know it beforehand. */
  readonly seed?: string;
  /** Run whose cases tell who is flagged; undefined: the last that the ledger knows. */
  readonly run?: string;
  /** Folder as written; undefined: 抽查/<day> in the campaign folder. */
  readonly output?: string;
  readonly format: OutputFormat;
}

/** The run's folder and its name in messages. @throws DibaoError run-unfinished, ledger-without-run */
async function runOf(work: Work, run: string | undefined): Promise<{ dir: string; shown: string }> {
  if (run !== undefined) {
    const dir = path.resolve(work.context.cwd, run);
    if (!existsSync(path.join(dir, 'run.json'))) throw new DibaoError('run-unfinished', {}, { file: run });
    return { dir, shown: run };
  }
  const dir = lastRunOf(work, (await viewLedger(work)).state);
  return { dir, shown: path.relative(work.context.cwd, dir) || '.' };
}

function printDraw({ context }: Work, sentences: readonly string[], draw: Draw): void {
  const { township, households, drawnColumn, ofFlagged, ofFocus, ofPlain } = texts;
  const titles = [township, households, drawnColumn, ofFlagged, ofFocus, ofPlain].map((one) => say(one));
  const rows = townshipRows(draw).map((row) => row.map(String));
  const align = ['left', 'right', 'right', 'right', 'right', 'right'] as const;
  const lines = sentences.map((sentence, index) => `${index + 1}. ${sentence}`);
  context.stdout.write(`${lines.join('\n')}\n\n${textTable([titles, ...rows], { align })}\n`);
}

interface Drawing {
  readonly plan: Plan;
  readonly draw: Draw;
  readonly roster: Awaited<ReturnType<typeof rosterOf>>;
}

async function writeDraw(work: Work, folder: string, shown: string, drawing: Drawing): Promise<void> {
  const { plan, draw, roster } = drawing;
  await writing(shown, async () => {
    await ensurePrivateDir(folder);
    const byId = new Map(roster.map((one) => [one.household_id, one]));
    const frame = frameOf(work.campaign, work.date);
    await workInLanguage('zh', async () => {
      const sentences = drawSentences(plan, roster.length, draw);
      await writeSampleBook(path.join(folder, SAMPLE_BOOK), { frame, draw, sentences, roster: byId });
    });
    await writeNdjson(path.join(folder, SAMPLE_ROWS), draw.households);
  });
}

/**
 * `sample`: draws households for home visits, seeded and stratified, and writes the list to fill in and the rows that
 * `dispatch --sample` and the estimate read.
 * @returns 0
 * @throws DibaoError sample-exists, run-unfinished, ledger-without-run, run-damaged, campaign-*, and for a roster that cannot be read
 */
export async function sample(options: SampleOptions): Promise<number> {
  const { context, format, output } = options;
  const work = await startWork(options, 'sample');
  const { campaign, date } = work;
  const run = await runOf(work, options.run);
  const folder =
    output === undefined ? path.join(work.folder, '抽查', date) : path.resolve(context.cwd, output);
  const shown = output ?? (path.relative(context.cwd, folder) || '.');
  const isPiped = format !== 'table' && output === undefined;
  const rowsFile = path.join(shown, SAMPLE_ROWS);
  if (!isPiped && existsSync(path.join(folder, SAMPLE_ROWS)))
    throw new DibaoError('sample-exists', { file: rowsFile });
  const flagged = await flaggedIn(run.dir, run.shown);
  const focus = await focusIn(run.dir, run.shown);
  const roster = await rosterOf(work);
  // Nobody can know beforehand who will be drawn; with the seed everybody can work it out afterwards.
  const seed = options.seed ?? randomBytes(6).toString('hex');
  const plan = planOf({ ...options, seed }, campaign.parameters, date);
  const draw = drawSample(candidatesOf(roster, flagged, focus), designOf(plan, roster.length));
  const sentences = drawSentences(plan, roster.length, draw);
  if (!isPiped) {
    warnOfPapers(work);
    await writeDraw(work, folder, shown, { plan, draw, roster });
  }
  if (format === 'table') printDraw(work, sentences, draw);
  else {
    const columns = Object.keys(drawnSchema.shape).map((key) => ({ key, title: key }));
    printRows(context, format, columns, draw.households);
    if (isPiped && !context.quiet) for (const line of sentences) context.stderr.write(`${line}\n`);
  }
  if (isPiped || context.quiet) return 0;
  context.stderr.write(`${say(texts.written, { book: path.join(shown, SAMPLE_BOOK), rows: rowsFile })}\n`);
  context.stderr.write(`${say(texts.next, { rows: rowsFile })}\n`);
  return 0;
}
