import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pid } from 'node:process';
import { resolveCampaign } from '../campaign-file/from-options.js';
import type { Campaign } from '../campaign-file/types.js';
import { DibaoError } from '../errors.js';
import { KEPT_DATABASE } from '../explain/run-folder.js';
import type { Actor } from '../ledger/ledger.js';
import { checkTexts } from '../messages/check.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { inputTexts } from '../messages/nightly.js';
import { quoted } from '../messages/quoted.js';
import { caseCsvLines } from '../reports/cases-csv.js';
import { prepareReports, writeReports } from '../reports/index.js';
import { writeManifest } from '../reports/manifest.js';
import { renderScreen } from '../reports/screen.js';
import type { ReportThread } from '../reports/thread.js';
import { type RunResult, type RunSettings, runCheck } from '../run.js';
import { type CheckLedger, holdLedger } from './check-ledger.js';
import { manifestOf } from './check-manifest.js';
import { datedRuns } from './dated-runs.js';
import { readEarlier } from './earlier-run.js';
import { exitCode } from './exit-code.js';
import { keepRuns } from './keep-runs.js';
import { logChecked } from './log-use.js';
import type { CheckOptions } from './options.js';
import { prepareOutput } from './output-folder.js';
import { readPassword } from './password.js';
import { Progress } from './progress.js';
import { writeRejects } from './rejects.js';

/** A campaign with a ledger goes on with its cases out to the townships. */
function nextOf({ config = 'dibao.yaml' }: CheckOptions, ledger: readonly string[]): { next?: string } {
  return ledger.length === 0 ? {} : { next: `dibao dispatch --by township -c ${quoted(config)}` };
}

function printResult(options: CheckOptions, { report }: RunResult, outDir: string, ledger: string[]): void {
  const { context, format } = options;
  const { columns: width, colour, quiet } = context;
  if (format === 'table') {
    const next = nextOf(options, ledger);
    if (!quiet) context.stdout.write(renderScreen(report, { outDir, width, colour, ledger, ...next }));
    return;
  }
  if (format === 'json') context.stdout.write(`${JSON.stringify(report.summary)}\n`);
  else if (format === 'csv') for (const line of caseCsvLines(report.cases)) context.stdout.write(line);
  else for (const one of report.cases) context.stdout.write(`${JSON.stringify(one)}\n`);
  // Who reads the cases by a program sees no screen, and must not learn of an alarm by the exit code alone.
  if (!quiet) for (const line of [...report.summary.alarms, ...ledger]) context.stderr.write(`${line}\n`);
}

/**
 * The main job: reads, checks, writes the run folder and the screen, and fills the campaign's ledger where it has one.
 * @returns the exit code (DESIGN.md, 'Exit codes')
 * @throws DibaoError for wrong usage and for input that cannot be read
 */
export async function check(options: CheckOptions): Promise<number> {
  const { context } = options;
  const started = new Date();
  const campaign = await resolveCampaign(options);
  const shown = options.output ?? say(checkTexts['default-output'], { date: campaign.as_of });
  const place = { shown, dir: path.resolve(context.cwd, shown) };
  if (options.dryRun) return dryCheck(options, campaign, place);
  if (options.keep !== undefined) await datedRuns(place.dir);
  // Early: who comes second learns it at once, not when all has been read.
  const by = { who: context.user, command: 'check', at: started.toISOString() };
  const ledger = await holdLedger(campaign, context, by);
  try {
    return await checkOnce(options, campaign, { ...place, by, started }, ledger);
  } finally {
    await ledger?.close();
  }
}

/** Where the results go: absolute, and as written. */
interface Place {
  readonly dir: string;
  readonly shown: string;
}

async function settingsOf(
  options: CheckOptions,
  dir: string,
  ledger: CheckLedger | null,
): Promise<Omit<RunSettings, 'progress'>> {
  const { context, passwordFile } = options;
  const password =
    passwordFile === undefined ? null : await readPassword(path.resolve(context.cwd, passwordFile));
  const earlier = await readEarlier(options.baseline, dir, context.cwd);
  const grants = ledger?.grants ?? null;
  return {
    version: context.version,
    workParent: options.dryRun ? tmpdir() : dir,
    only: options.checks,
    keepAll: options.keepAll,
    password,
    threads: options.threads ?? null,
    dryRun: options.dryRun,
    baseline: earlier?.cases ?? null,
    nights: earlier && { ...earlier.memory, known: (one) => ledger?.changeOf(one) },
    earlier: earlier?.inputs ?? null,
    // What the ledger remembers outranks a run, which anybody can make again.
    grants: earlier || grants ? new Map([...(earlier?.grants ?? []), ...(grants ?? [])]) : null,
    strict: options.strict,
    keepDatabase: options.keepDb && !options.dryRun ? path.join(dir, `.dibao-${pid}-${KEPT_DATABASE}`) : null,
    onCleanup: (hook) => context.onCleanup(hook),
  };
}

/** Runs the stages; warnings of inputs are told even to those who want no notes: nobody looks at a nightly screen. */
async function runNow(
  { context }: CheckOptions,
  campaign: Campaign,
  settings: Omit<RunSettings, 'progress'>,
): Promise<RunResult> {
  const progress = new Progress(context);
  try {
    const run = await runCheck(campaign, { ...settings, progress });
    progress.end();
    for (const text of run.inputWarnings)
      context.stderr.write(`${maskIdsIn(say(inputTexts.warning, { text }))}\n`);
    return run;
  } finally {
    progress.end();
  }
}

/** A dry run writes no results: it leaves the folder, and an earlier run in it, as they are. */
async function dryCheck(options: CheckOptions, campaign: Campaign, { dir, shown }: Place): Promise<number> {
  const { context } = options;
  const { columns: width, colour } = context;
  const { report, ready } = await runNow(options, campaign, await settingsOf(options, dir, null));
  context.stdout.write(renderScreen(report, { outDir: shown, width, colour, ready }));
  return 0;
}

async function checkOnce(
  options: CheckOptions,
  campaign: Campaign,
  { dir, shown, by, started }: Place & { readonly by: Actor; readonly started: Date },
  ledger: CheckLedger | null,
): Promise<number> {
  const { context } = options;
  const output = await prepareOutput(dir, shown, { by, onCleanup: (hook) => context.onCleanup(hook) });
  let run: RunResult;
  let isOver = false;
  const prepared: Prepared = { thread: null };
  try {
    const settings = await settingsOf(options, dir, ledger);
    const judged = (hits: number): void => {
      prepared.thread = prepareReports(hits);
    };
    const made: RunSettings['made'] = (cases) => prepared.thread?.take(cases);
    isOver = true;
    run = await runNow(options, campaign, { ...settings, judged, made });
    await output.endEarlier();
  } catch (error) {
    // Refused for its usage or its inputs, a run leaves the one before as it is; else nobody shall take that one for it.
    if (isOver && !(error instanceof DibaoError && error.code === 'inputs-doubtful'))
      await output.endEarlier();
    await rm(path.join(dir, `.dibao-${pid}-${KEPT_DATABASE}`), { force: true });
    await output.giveUp();
    await prepared.thread?.end();
    throw error;
  }
  try {
    const progress = new Progress(context);
    progress.say(say(checkTexts.writing));
    const taken = await writeRun(options, campaign, { dir, started, ...prepared }, run, ledger);
    progress.end();
    if (ledger && context.unmask) await logChecked(options, campaign.root, shown);
    printResult(options, run, shown, taken);
    if (options.keep !== undefined) {
      const { told, failed } = await keepRuns(context, dir, options.keep, ledger);
      for (const line of context.quiet ? failed : [...told, ...failed]) context.stderr.write(`${line}\n`);
    }
  } finally {
    await output.release();
  }
  return exitCode(campaign, options, run);
}

/** What was made ready for the reports while the cases were made. */
interface Prepared {
  thread: ReportThread | null;
}

/** Writes the run's files, run.json last, and what the run brings to the ledger; lines for the screen. */
async function writeRun(
  options: CheckOptions,
  campaign: Campaign,
  { dir, started, thread }: Prepared & { readonly dir: string; readonly started: Date },
  run: RunResult,
  ledger: CheckLedger | null,
): Promise<string[]> {
  const states = ledger?.statesOf(run.report.cases);
  const [reports, rejects] = await Promise.all([
    writeReports(dir, { ...run.report, states }, thread),
    writeRejects(dir, run.files),
  ]);
  if (options.keepDb)
    await rename(path.join(dir, `.dibao-${pid}-${KEPT_DATABASE}`), path.join(dir, KEPT_DATABASE));
  await writeManifest(dir, await manifestOf(campaign, options.context, run, started), [...reports, rejects]);
  return (await ledger?.take(run, dir, reports)) ?? [];
}
