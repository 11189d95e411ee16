import type { Campaign } from './campaign-file/types.js';
import { checkAlarms, manyLimit } from './cases/alarms.js';
import { type Baseline, compareWith } from './cases/baseline.js';
import { buildCases, buildUndecidable, type CaseInputs } from './cases/build.js';
import { EvidenceReader, type PartOrigin } from './cases/evidence.js';
import { type HouseholdFacts, readHouseholds, readPayments } from './cases/facts.js';
import { focusCounts, readFocus } from './cases/focus.js';
import { mergeHouseholds } from './cases/households.js';
import { doubtWarnings, type EarlierInputs, inputDoubts } from './cases/input-doubts.js';
import { type LookedBack, lookBack, type Memory } from './cases/look-back.js';
import { type ExemptionSummary, type InputDoubt, isExempted } from './cases/nightly-types.js';
import type { HouseholdMoney } from './cases/overpaid.js';
import { presentFiles } from './cases/present.js';
import { readRosterFigures } from './cases/roster-figures.js';
import { problemGroups, sourceResults } from './cases/sources.js';
import { summarise } from './cases/summarise.js';
import type { Case, SourceResult } from './cases/types.js';
import { DibaoError } from './errors.js';
import { applyExemptions, forgetful } from './exemptions/apply.js';
import { readExemptions } from './exemptions/read.js';
import type { ExemptionFile, GrantMemory } from './exemptions/types.js';
import { type LoadSettings, type Session, withSession } from './load/session.js';
import type { FileResult } from './load/types.js';
import { wantedOf } from './load/wanted.js';
import { exemptionTexts } from './messages/exemptions.js';
import { inLanguage, say } from './messages/language.js';
import { checksOf, withPack } from './packs/apply.js';
import { loadPack, type Pack } from './packs/load.js';
import { knownRecord } from './records/index.js';
import { recordLabels } from './records/labels.js';
import type { RunReport } from './reports/types.js';
import { loadCatalogue, type Rule } from './rules/catalogue.js';
import { cannotRun, type RuleResult, runRules } from './rules/execute.js';

export interface RunSettings extends LoadSettings {
  readonly version: string;
  /** Ids of checks to run; [] for the pack's. */
  readonly only: readonly string[];
  /** Stop after the mapping and the coverage. */
  readonly dryRun: boolean;
  /** Cases of an earlier run to compare with; null for none. */
  readonly baseline?: Baseline | null;
  /** Where cases may be known from that the earlier run could not have found. */
  readonly nights?: Memory | null;
  /** What exemptions covered before; null where nothing would remember it. */
  readonly grants?: GrantMemory | null;
  /** What an earlier run read, to compare the inputs with; null for none. */
  readonly earlier?: EarlierInputs | null;
  /** Told how many hits there are, before the cases are made of them. */
  readonly judged?: (hits: number) => void;
  /** Given the cases as they will be reported, before they are merged and summed up. */
  readonly made?: (cases: readonly Case[]) => void;
  /** Refuse doubtful inputs. */
  readonly strict?: boolean;
}

/** What a run found, before it is written. */
export interface RunResult {
  readonly report: RunReport;
  readonly files: readonly FileResult[];
  /** Of a dry run only those that could not run. */
  readonly results: readonly RuleResult[];
  /** Ids of the checks that ran or, in a dry run, could. */
  readonly ready: readonly string[];
  /** Null where the campaign has none. */
  readonly exemptions: ExemptionFile | null;
  /** What is to be doubted of the inputs, in sentences. */
  readonly inputWarnings: readonly string[];
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

const noGrants: GrantMemory = new Map();

/** The campaign's exemption file, read; it may name any check there is, whether or not it is part of this run. */
async function exemptionsOf(campaign: Campaign): Promise<ExemptionFile | null> {
  const { exemptions: file } = campaign;
  if (!file) return null;
  const checks = await loadCatalogue(campaign.rules);
  return readExemptions(file.path, file.written, checks);
}

function exemptionNotes(
  file: ExemptionFile | null,
  summary: ExemptionSummary | undefined,
  { grants, dryRun }: RunSettings,
): string[] {
  const count = file && summary && !grants && !dryRun ? forgetful(file, summary) : 0;
  return count === 0 ? [] : [say(exemptionTexts.forgetful, { file: file?.file ?? '', count })];
}

/** @throws DibaoError inputs-doubtful in a strict run */
async function doubtInputs(
  campaign: Campaign,
  { earlier = null, strict = false }: RunSettings,
  files: readonly FileResult[],
): Promise<{ list: InputDoubt[]; warnings: string[] }> {
  const list = await inputDoubts(campaign, files, earlier, strict);
  const warnings = doubtWarnings(campaign, list, earlier);
  if (strict && warnings.length > 0)
    throw new DibaoError('inputs-doubtful', { doubts: warnings.map((text) => `\n  - ${text}`).join('') });
  return { list, warnings };
}

async function comparedCases(
  built: readonly Case[],
  sources: readonly SourceResult[],
  { baseline, nights }: RunSettings,
): Promise<LookedBack> {
  if (!baseline) return { cases: built, notes: [] };
  const compared = compareWith(baseline, built);
  return nights ? lookBack(compared, presentFiles(sources), nights) : { cases: compared, notes: [] };
}

/**
 * The stages of a check, in order: read, load and match (in a session), judge, make cases, sum up.
 * @param look is shown the run while its database is still open
 */
export async function runCheck(
  given: Campaign,
  settings: RunSettings,
  look?: (session: Session, run: RunResult) => Promise<void>,
): Promise<RunResult> {
  const { pack, checks } = await chooseChecks(given, settings.only);
  const campaign: Campaign = { ...given, parameters: withPack(given.parameters, pack) };
  // Before any data: a list that cannot be understood is told at once.
  const exemptions = await exemptionsOf(campaign);
  const wanted = wantedOf(campaign, checks);
  const make = await withSession(campaign, { ...settings, wanted }, async (session) => {
    const { connections, files, loaded } = session;
    const doubts = await doubtInputs(campaign, settings, files);
    const figures = await readRosterFigures(connections[0]);
    const all = figures.roster.households;
    if (all === 0) throw new DibaoError('roster-empty');
    const limit = settings.only.length > 0 ? null : manyLimit(campaign, all);
    const results = settings.dryRun
      ? cannotRun(checks, loaded)
      : await runRules(connections, checks, loaded, limit);
    settings.judged?.(results.reduce((sum, { hits }) => sum + hits.length, 0));
    const named = results.flatMap(({ hits, undecidable }) =>
      [...hits, ...undecidable].map((row) => row.household_id),
    );
    const cited = results.flatMap(({ hits }) => hits.flatMap((row) => row.sources));
    const evidenceReader = new EvidenceReader(cited, origins(files));
    const [db] = connections;
    // Evidence is read by both connections: by the first when it has read the households.
    const ofRoster = async () => {
      const households = await readHouseholds(db, [...new Set(named)]);
      const focus = settings.dryRun ? [] : await readFocus(db);
      const money = await moneyOf(session, [...households.keys()]);
      await evidenceReader.work(db);
      return { households, focus, money };
    };
    const [{ households, focus, money }] = await Promise.all([
      ofRoster(),
      evidenceReader.work(connections[1]),
    ]);
    const made = async (): Promise<RunResult> => {
      const evidence = evidenceReader.found;
      const alarms = checkAlarms(campaign, results, figures.roster.households);
      const registerTitle = (key: string): string => say(knownRecord(key).title);
      const inputs: CaseInputs = { asOf: campaign.as_of, households, money, evidence, registerTitle, alarms };
      // Cases are data: one read in English is the same case, with the same marks and reason, as one read in Chinese.
      const built = inLanguage('zh', () => buildCases(results, inputs));
      const sources = sourceResults(campaign, files, loaded.matched, doubts.list);
      const { cases: compared, notes } = await comparedCases(built, sources, settings);
      const marked =
        exemptions && applyExemptions(compared, exemptions, campaign.as_of, settings.grants ?? noGrants);
      const cases = marked?.cases ?? compared;
      settings.made?.(cases);
      const findings = marked ? cases.filter((one) => !isExempted(one)) : cases;
      const merged = mergeHouseholds(findings, households, money, campaign.as_of);
      const flagged = new Set(merged.map(({ household_id }) => household_id));
      const summary = summarise({
        focus: focusCounts(focus, flagged),
        ...{ campaign, pack, results, cases: findings, households, figures, merged, alarms },
        sources,
        doubts,
        problems: problemGroups(files),
        collisions: loaded.collisions,
        notes: [...session.notes, ...notes, ...exemptionNotes(exemptions, marked?.summary, settings)],
        exemptions: marked?.summary,
      });
      const undecidable = buildUndecidable(results, inputs);
      const tool = { name: 'dibao', version: settings.version };
      const { footer } = campaign;
      const ownParameters = given.parameters.flatMap(({ name, own }) => (own === true ? [name] : []));
      const words = { labels: recordLabels(), ownParameters };
      const report = { summary, cases, households: merged, undecidable, focus, footer, tool, ...words };
      const notRun = new Set(
        results.filter(({ outcome }) => outcome === 'not_run').map(({ rule }) => rule.id),
      );
      const ready = checks.map((rule) => rule.id).filter((id) => !notRun.has(id));
      return { report, files, results, ready, exemptions, inputWarnings: doubts.warnings };
    };
    // The cases need memory that the database has, and nobody but `look` asks it any more.
    if (!look) return made;
    const run = await made();
    await look(session, run);
    return async () => run;
  });
  return make();
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
