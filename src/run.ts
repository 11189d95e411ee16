import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Campaign } from './campaign-file/types.js';
import { checkAlarms } from './cases/alarms.js';
import { buildCases, buildUndecidable, type CaseInputs } from './cases/build.js';
import { type PartOrigin, readEvidence } from './cases/evidence.js';
import { type HouseholdFacts, readHouseholds, readPayments } from './cases/facts.js';
import { mergeHouseholds } from './cases/households.js';
import type { HouseholdMoney } from './cases/overpaid.js';
import { problemGroups, sourceResults } from './cases/sources.js';
import { summarise } from './cases/summarise.js';
import { buildDatabase } from './load/build.js';
import { lock, openDatabase } from './load/database.js';
import { type ReadProgress, readAll } from './load/read-all.js';
import { planTasks } from './load/tasks.js';
import type { FileResult } from './load/types.js';
import { say } from './messages/language.js';
import { knownRecord, recordSets } from './records/index.js';
import type { Labels, RunReport } from './reports/types.js';
import { loadCatalogue, type Rule } from './rules/catalogue.js';
import { type RuleResult, runRules } from './rules/execute.js';
import { checksOf, loadPack } from './rules/packs.js';

export interface RunSettings {
  readonly version: string;
  /** Folder below which the temporary one is made. */
  readonly workParent: string;
  /** Ids of checks to run; [] for the pack's. */
  readonly only: readonly string[];
  readonly keepAll: boolean;
  readonly password: string | null;
  readonly threads: number | null;
  /** Stop after the mapping and the coverage. */
  readonly dryRun: boolean;
  /** Called with the database's path before it is removed. */
  readonly keepDatabase: ((file: string) => Promise<void>) | null;
  readonly progress: ReadProgress;
  /** Registers what to put away if a signal ends the process. */
  readonly onCleanup: (hook: () => Promise<void>) => () => void;
}

/** What a run found, before it is written. */
export interface RunResult {
  readonly report: RunReport;
  readonly files: readonly FileResult[];
  readonly results: readonly RuleResult[];
}

/** The chosen checks of the campaign's pack, its integrity checks and the user's own. */
async function chooseChecks(campaign: Campaign, only: readonly string[]) {
  const pack = await loadPack(campaign.pack, campaign.root);
  const catalogue = await loadCatalogue(campaign.rules);
  const own =
    campaign.rules === null ? [] : catalogue.filter((rule) => rule.file.startsWith(campaign.rules ?? ' '));
  return { pack, checks: checksOf(pack, catalogue, own, only) };
}

function origins(files: readonly FileResult[]): Map<number, PartOrigin> {
  return new Map(
    files.flatMap(({ task, parts }) =>
      parts.map((part) => {
        const { supplier, data_date } = task.spec;
        return [
          part.part,
          { register: part.record, file: part.file, sheet: part.sheet, supplier, data_date },
        ] as const;
      }),
    ),
  );
}

function labels(): Labels {
  const all = [...recordSets.values()];
  return {
    registers: Object.fromEntries(all.map((record) => [record.key, say(record.title)])),
    fields: Object.fromEntries(
      all.map((record) => [
        record.key,
        Object.fromEntries(record.fields.map((field) => [field.name, field.title])),
      ]),
    ),
  };
}

/** The stages of a check, in order: read, load and match, judge, make cases, sum up. */
export async function runCheck(campaign: Campaign, settings: RunSettings): Promise<RunResult> {
  const { pack, checks } = await chooseChecks(campaign, settings.only);
  const workDir = await mkdtemp(path.join(settings.workParent, '.dibao-'));
  const remove = (): Promise<void> => rm(workDir, { recursive: true, force: true });
  const done = settings.onCleanup(remove);
  try {
    const planned = planTasks(campaign, {
      spoolDir: workDir,
      keepAll: settings.keepAll,
      password: settings.password,
    });
    const files = await readAll(planned.tasks, settings.progress);
    const file = path.join(workDir, 'loaded.duckdb');
    const threads = settings.threads ?? availableParallelism();
    const building = await openDatabase(file, { readOnly: false, threads });
    const writer = await building.connect();
    const loaded = await buildDatabase(writer, campaign, files);
    writer.closeSync();
    building.closeSync();

    const reading = await openDatabase(file, { readOnly: true, threads });
    const connections = await Promise.all([reading.connect(), reading.connect()]);
    await lock(connections[0]);
    const results = settings.dryRun ? [] : await runRules(connections, checks, loaded);

    const [db] = connections;
    const households = await readHouseholds(db);
    const flagged = [...new Set(results.flatMap(({ hits }) => hits.map((row) => row.household_id)))];
    const payments = await readPayments(db, loaded.present.has('payment'), flagged);
    const cited = results.flatMap(({ hits }) => hits.flatMap((row) => row.sources));
    const evidence = await readEvidence(db, cited, origins(files));
    const money = (one: HouseholdFacts): HouseholdMoney => ({
      startDate: one.start_date,
      monthlyFen: one.monthly_amount === null ? null : Math.round(one.monthly_amount * 100),
      coveredSize: Math.max(one.covered_size ?? one.covered_listed, 1),
      payments: payments?.get(one.household_id) ?? null,
    });
    for (const connection of connections) connection.closeSync();
    reading.closeSync();

    const alarms = checkAlarms(campaign, results, households.size);
    const registerTitle = (key: string): string => say(knownRecord(key).title);
    const inputs: CaseInputs = { asOf: campaign.as_of, households, money, evidence, registerTitle, alarms };
    const cases = buildCases(results, inputs);
    const merged = mergeHouseholds(cases, households, money, campaign.as_of);
    const summary = summarise({
      campaign,
      pack,
      results,
      cases,
      households,
      merged,
      alarms,
      sources: sourceResults(campaign, files, loaded.matched),
      problems: problemGroups(files),
      collisions: loaded.collisions,
      notes: planned.notes,
    });
    const report: RunReport = {
      summary,
      cases,
      households: merged,
      undecidable: buildUndecidable(results, inputs),
      footer: campaign.footer,
      tool: { name: 'dibao', version: settings.version },
      labels: labels(),
    };
    await settings.keepDatabase?.(file);
    return { report, files, results };
  } finally {
    done();
    await remove();
  }
}

export type { Rule };
