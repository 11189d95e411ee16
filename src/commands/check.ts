import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolveCampaign } from '../campaign-file/from-options.js';
import type { Campaign } from '../campaign-file/types.js';
import { type Baseline, readBaseline } from '../cases/baseline.js';
import { KEPT_DATABASE } from '../explain/run-folder.js';
import { reportFiles } from '../files/run-files.js';
import { checkTexts } from '../messages/check.js';
import { say } from '../messages/language.js';
import { quoted } from '../messages/quoted.js';
import { caseCsvLines } from '../reports/cases-csv.js';
import { writeReports } from '../reports/index.js';
import { type Manifest, writeManifest } from '../reports/manifest.js';
import { renderScreen } from '../reports/screen.js';
import { type RunResult, runCheck } from '../run.js';
import { type CheckLedger, holdLedger } from './check-ledger.js';
import { exitCode } from './exit-code.js';
import { logChecked } from './log-use.js';
import type { CheckOptions } from './options.js';
import { prepareOutput } from './output-folder.js';
import { readPassword } from './password.js';
import { Progress } from './progress.js';
import { writeRejects } from './rejects.js';

async function manifestOf(
  campaign: Campaign,
  options: CheckOptions,
  run: RunResult,
  started: Date,
): Promise<Manifest> {
  const { context } = options;
  const campaignFile = campaign.file;
  return {
    tool: { name: 'dibao', version: context.version },
    arguments: context.arguments,
    campaign:
      campaignFile === null
        ? null
        : {
            file: path.basename(campaignFile),
            sha256: createHash('sha256')
              .update(await readFile(campaignFile))
              .digest('hex'),
          },
    as_of: campaign.as_of,
    inputs: run.files.map(({ task, bytes, sha256, parts }) => ({
      register: task.record,
      file: task.shown,
      bytes,
      sha256,
      rows: parts.reduce((sum, part) => sum + part.rows, 0),
    })),
    checks: run.results.map(({ rule, outcome, milliseconds }) => ({ check: rule.id, outcome, milliseconds })),
    started: started.toISOString(),
    ended: new Date().toISOString(),
  };
}

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

/** The run to compare with: `last` is the one that the output folder holds until now. */
async function baselineOf({ baseline, context }: CheckOptions, output: string): Promise<Baseline | null> {
  if (baseline === undefined) return null;
  const folder = baseline === 'last' ? output : baseline;
  return readBaseline(
    path.resolve(context.cwd, folder, reportFiles.cases),
    path.join(folder, reportFiles.cases),
  );
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
  if (options.dryRun) return checkOnce(options, campaign, started, null);
  // Early: who comes second learns it at once, not when all has been read.
  const by = { who: context.user, command: 'check', at: started.toISOString() };
  const ledger = await holdLedger(campaign, context, by);
  try {
    return await checkOnce(options, campaign, started, ledger);
  } finally {
    await ledger?.close();
  }
}

async function checkOnce(
  options: CheckOptions,
  campaign: Campaign,
  started: Date,
  ledger: CheckLedger | null,
): Promise<number> {
  const { context } = options;
  const shown = options.output ?? say(checkTexts['default-output'], { date: campaign.as_of });
  const outDir = path.resolve(context.cwd, shown);
  const password =
    options.passwordFile === undefined
      ? null
      : await readPassword(path.resolve(context.cwd, options.passwordFile));
  const baseline = await baselineOf(options, shown);
  // A dry run writes no results: it leaves the folder, and an earlier run in it, as they are.
  const giveUp = options.dryRun ? null : await prepareOutput(outDir, shown);
  const progress = new Progress(context);
  let run: RunResult;
  try {
    run = await runCheck(campaign, {
      version: context.version,
      workParent: options.dryRun ? tmpdir() : outDir,
      only: options.checks,
      keepAll: options.keepAll,
      password,
      threads: options.threads ?? null,
      dryRun: options.dryRun,
      baseline,
      keepDatabase: options.keepDb && !options.dryRun ? path.join(outDir, KEPT_DATABASE) : null,
      progress,
      onCleanup: (hook) => context.onCleanup(hook),
    });
  } catch (error) {
    await giveUp?.();
    throw error;
  } finally {
    progress.end();
  }
  if (options.dryRun) {
    context.stdout.write(
      renderScreen(run.report, {
        outDir: shown,
        width: context.columns,
        colour: context.colour,
        ready: run.ready,
      }),
    );
    return 0;
  }
  progress.say(say(checkTexts.writing));
  const states = ledger?.statesOf(run.report.cases);
  const [reports, rejects] = await Promise.all([
    writeReports(outDir, { ...run.report, states }),
    writeRejects(outDir, run.files),
  ]);
  await writeManifest(outDir, await manifestOf(campaign, options, run, started), [...reports, rejects]);
  const taken = await ledger?.take(run, outDir, reports);
  progress.end();
  if (ledger && context.unmask) await logChecked(options, campaign.root, shown);
  printResult(options, run, shown, taken ?? []);
  return exitCode(campaign, options, run);
}
