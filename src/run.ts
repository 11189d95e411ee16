import type { Campaign } from './campaign-file/types.js';
import { checkAlarms } from './cases/alarms.js';
import { type Baseline, compareWith } from './cases/baseline.js';
import { buildCases, buildUndecidable, type CaseInputs } from './cases/build.js';
import { EvidenceReader, type PartOrigin } from './cases/evidence.js';
import { type HouseholdFacts, readHouseholds, readPayments } from './cases/facts.js';
import { focusCounts, readFocus } from './cases/focus.js';
import { mergeHouseholds } from './cases/households.js';
import type { HouseholdMoney } from './cases/overpaid.js';
import { readRosterFigures } from './cases/roster-figures.js';
import { problemGroups, sourceResults } from './cases/sources.js';
import { summarise } from './cases/summarise.js';
import { DibaoError } from './errors.js';
import { type LoadSettings, type Session, withSession } from './load/session.js';
import type { FileResult } from './load/types.js';
import { say } from './messages/language.js';
import { knownRecord, recordSets } from './records/index.js';
import type { Labels, RunReport } from './reports/types.js';
import { loadCatalogue, type Rule } from './rules/catalogue.js';
import { cannotRun, type RuleResult, runRules } from './rules/execute.js';
import { checksOf, loadPack, type Pack } from './rules/packs.js';

export interface RunSettings extends LoadSettings {
  readonly version: string;
  /** Ids of checks to run; [] for the pack's. */
  readonly only: readonly string[];
  /** Stop after the mapping and the coverage. */
  readonly dryRun: boolean;
  /** Cases of an earlier run to compare with; null for none. */
  readonly baseline?: Baseline | null;
}

/** What a run found, before it is written. */
export interface RunResult {
  readonly report: RunReport;
  readonly files: readonly FileResult[];
  /** Of a dry run only those that could not run. */
  readonly results: readonly RuleResult[];
  /** Ids of the checks that ran or, in a dry run, could. */
  readonly ready: readonly string[];
}

/** The chosen checks of the campaign's pack, its integrity checks and the user's own. */
export async function chooseChecks(
  campaign: Campaign,
  only: readonly string[],
): Promise<{ pack: Pack; checks: Rule[] }> {
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
    codes: Object.fromEntries(
      all.map((record) => [
        record.key,
        Object.fromEntries(
          record.fields.flatMap(({ name, codes }) =>
            codes
              ? [[name, Object.fromEntries(codes.map(({ code, labels: [text] }) => [code, text ?? code]))]]
              : [],
          ),
        ),
      ]),
    ),
  };
}

/**
 * The stages of a check, in order: read, load and match (in a session), judge, make cases, sum up.
 * @param look is shown the run while its database is still open
 */
export async function runCheck(
  campaign: Campaign,
  settings: RunSettings,
  look?: (session: Session, run: RunResult) => Promise<void>,
): Promise<RunResult> {
  const { pack, checks } = await chooseChecks(campaign, settings.only);
  return withSession(campaign, settings, async (session) => {
    const { connections, files, loaded } = session;
    const results = settings.dryRun ? cannotRun(checks, loaded) : await runRules(connections, checks, loaded);
    const figures = await readRosterFigures(connections[0]);
    if (figures.roster.households === 0) throw new DibaoError('roster-empty');
    const named = results.flatMap(({ hits, undecidable }) =>
      [...hits, ...undecidable].map((row) => row.household_id),
    );
    const cited = results.flatMap(({ hits }) => hits.flatMap((row) => row.sources));
    const evidenceReader = new EvidenceReader(cited, origins(files));
    // The list costs no time of its own: the other connection is busy with evidence for longer.
    const ofRoster = async () => ({
      households: await readHouseholds(connections[0], [...new Set(named)]),
      focus: settings.dryRun ? [] : await readFocus(connections[0]),
    });
    const [{ households, focus }] = await Promise.all([ofRoster(), evidenceReader.work(connections[1])]);
    const evidence = evidenceReader.found;
    const money = await moneyOf(session, [...households.keys()]);
    const alarms = checkAlarms(campaign, results, figures.roster.households);
    const registerTitle = (key: string): string => say(knownRecord(key).title);
    const inputs: CaseInputs = { asOf: campaign.as_of, households, money, evidence, registerTitle, alarms };
    const built = buildCases(results, inputs);
    const cases = settings.baseline ? compareWith(settings.baseline, built) : built;
    const merged = mergeHouseholds(cases, households, money, campaign.as_of);
    const flagged = new Set(merged.map(({ household_id }) => household_id));
    const summary = summarise({
      focus: focusCounts(focus, flagged),
      ...{ campaign, pack, results, cases, households, figures, merged, alarms },
      sources: sourceResults(campaign, files, loaded.matched),
      problems: problemGroups(files),
      collisions: loaded.collisions,
      notes: session.notes,
    });
    const undecidable = buildUndecidable(results, inputs);
    const tool = { name: 'dibao', version: settings.version };
    const { footer } = campaign;
    const ownParameters = campaign.parameters.flatMap(({ name, own }) => (own === true ? [name] : []));
    const words = { labels: labels(), ownParameters };
    const report = { summary, cases, households: merged, undecidable, focus, footer, tool, ...words };
    const notRun = new Set(results.filter(({ outcome }) => outcome === 'not_run').map(({ rule }) => rule.id));
    const ready = checks.map((rule) => rule.id).filter((id) => !notRun.has(id));
    const run = { report, files, results, ready };
    await look?.(session, run);
    return run;
  });
}

/** What each household draws, and was paid where there is a payment register. */
async function moneyOf(
  { connections, loaded }: Session,
  flagged: readonly string[],
): Promise<(household: HouseholdFacts) => HouseholdMoney> {
  const payments = await readPayments(connections[0], loaded.present.has('payment'), flagged);
  return (one) => ({
    startDate: one.start_date,
    monthlyFen: one.monthly_amount === null ? null : Math.round(one.monthly_amount * 100),
    coveredSize: Math.max(one.covered_size ?? one.covered_listed, 1),
    payments: payments?.get(one.household_id) ?? null,
  });
}
