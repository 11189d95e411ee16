import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { resolveCampaign } from '../campaign-file/from-options.js';
import type { Campaign } from '../campaign-file/types.js';
import { DibaoError } from '../errors.js';
import { checkTexts } from '../messages/check.js';
import { say } from '../messages/language.js';
import { ensurePrivateDir } from '../reports/atomic.js';
import { writeReports } from '../reports/index.js';
import { type Manifest, writeManifest } from '../reports/manifest.js';
import { renderScreen } from '../reports/screen.js';
import { type RunResult, runCheck } from '../run.js';
import { exitCode } from './exit-code.js';
import { keepDatabaseAs } from './keep-database.js';
import type { CheckOptions } from './options.js';
import { readPassword } from './password.js';
import { Progress } from './progress.js';
import { writeRejects } from './rejects.js';

/** A folder to write the run to: ours from before, or an empty or new one. */
async function prepareOutput(dir: string, shown: string): Promise<void> {
  let names: string[] = [];
  try {
    names = await readdir(dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') throw new DibaoError('output-not-folder', {}, { file: shown });
    if (code !== 'ENOENT') throw new DibaoError('output-unwritable', { reason: code ?? '' }, { file: shown });
  }
  const ours =
    names.some((name) => name === 'run.json' || name === 'summary.json') ||
    names.every((name) => name.startsWith('.dibao-'));
  if (!ours) throw new DibaoError('output-not-empty', {}, { file: shown });
  try {
    await ensurePrivateDir(dir);
    // Until the new run is whole there is none: a run without run.json is not finished.
    await rm(path.join(dir, 'run.json'), { force: true });
  } catch (error) {
    throw new DibaoError(
      'output-unwritable',
      { reason: (error as NodeJS.ErrnoException).code ?? '' },
      { file: shown },
    );
  }
}

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

function printResult(options: CheckOptions, run: RunResult, outDir: string): void {
  const { context, format } = options;
  const { report } = run;
  if (format === 'json') context.stdout.write(`${JSON.stringify(report.summary)}\n`);
  else if (format === 'ndjson')
    for (const one of report.cases) context.stdout.write(`${JSON.stringify(one)}\n`);
  else if (!context.quiet) context.stdout.write(renderScreen(report, { outDir, width: context.columns }));
}

/**
 * The main job: reads, checks, writes the run folder and the screen.
 * @returns the exit code (DESIGN.md, 'Exit codes')
 * @throws DibaoError for wrong usage and for input that cannot be read
 */
export async function check(options: CheckOptions): Promise<number> {
  const { context } = options;
  const started = new Date();
  const campaign = await resolveCampaign(options);
  const shown = options.output ?? say(checkTexts['default-output'], { date: campaign.as_of });
  const outDir = path.resolve(context.cwd, shown);
  const password =
    options.passwordFile === undefined
      ? null
      : await readPassword(path.resolve(context.cwd, options.passwordFile));
  await prepareOutput(outDir, shown);
  const progress = new Progress(context);
  let run: RunResult;
  try {
    run = await runCheck(campaign, {
      version: context.version,
      workParent: outDir,
      only: options.checks,
      keepAll: options.keepAll,
      password,
      threads: options.threads ?? null,
      dryRun: options.dryRun,
      keepDatabase: options.keepDb ? keepDatabaseAs(path.join(outDir, 'loaded.duckdb')) : null,
      progress,
      onCleanup: (hook) => context.onCleanup(hook),
    });
  } finally {
    progress.end();
  }
  if (options.dryRun) {
    context.stdout.write(
      renderScreen(run.report, {
        outDir: shown,
        width: context.columns,
        next: [say(checkTexts['dry-run-next'])],
      }),
    );
    return 0;
  }
  progress.say(say(checkTexts.writing));
  const outputs = await writeReports(outDir, run.report);
  outputs.push(await writeRejects(outDir, run.files));
  await writeManifest(outDir, await manifestOf(campaign, options, run, started), outputs);
  progress.end();
  printResult(options, run, shown);
  return exitCode(campaign, options, run);
}
