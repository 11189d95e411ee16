import type { Campaign } from '../campaign-file/types.js';
import { say } from '../messages/language.js';
import { summaryTexts } from '../messages/summary.js';
import type { Pack } from '../packs/load.js';
import { recordSets } from '../records/index.js';
import type { RuleResult } from '../rules/execute.js';
import { parameterInForce } from '../standards/in-force.js';
import { countAll, countCases } from './counts.js';
import type { HouseholdFacts } from './facts.js';
import { groupBy } from './group-by.js';
import type { InputDoubt } from './nightly-types.js';
import type { RosterFigures } from './roster-figures.js';
import type { Case, CheckResult, Household, Outcome, ProblemGroup, SourceResult, Summary } from './types.js';

export interface SummaryInputs {
  readonly campaign: Campaign;
  readonly pack: Pack;
  readonly results: readonly RuleResult[];
  readonly cases: readonly Case[];
  /** Those that a check names. */
  readonly households: ReadonlyMap<string, HouseholdFacts>;
  readonly figures: RosterFigures;
  readonly merged: readonly Household[];
  readonly sources: readonly SourceResult[];
  readonly problems: readonly ProblemGroup[];
  readonly alarms: ReadonlySet<string>;
  readonly collisions: readonly string[];
  readonly notes: readonly string[];
  /** What became of the exemption file; `cases` is without those that it exempts. */
  readonly exemptions?: Summary['exemptions'];
  /** What is to be doubted of the inputs, one by one and in sentences. */
  readonly doubts: { readonly list: InputDoubt[]; readonly warnings: readonly string[] };
  readonly focus: Summary['focus'];
}

const titleOf = (register: string): string => {
  const record = recordSets.get(register);
  return record ? say(record.title) : register;
};

/** Why a check did not run or broke, in words; '' otherwise. */
function why({ why: reason }: RuleResult): string {
  if (!reason) return '';
  if (reason.kind === 'broken')
    return say(summaryTexts.broken, { message: reason.message.split('\n')[0] ?? '' });
  if (reason.kind === 'many') {
    const { check, count, all } = reason;
    return say(summaryTexts[reason.meaning], { check, count, all });
  }
  if (reason.kind === 'standard') {
    const categories = reason.categories
      .map((one) => say(one === 'urban' ? summaryTexts.urban : summaryTexts.rural))
      .join('、');
    return say(summaryTexts['no-standard'], { categories });
  }
  const text = summaryTexts[reason.any ? 'no-register-any' : 'no-register'];
  return say(text, { registers: reason.registers.map(titleOf).join('、') });
}

function checkResult(inputs: SummaryInputs, result: RuleResult, cases: readonly Case[]): CheckResult {
  return {
    check: result.rule.id,
    rule: result.rule.rule,
    title: result.rule.title,
    outcome: result.outcome,
    why: why(result),
    ...countAll(cases, inputs.households),
    undecidable: new Set(result.undecidable.map((row) => row.household_id)).size,
    alarm: inputs.alarms.has(result.rule.id),
    missing_excuses: result.missingExcuses.map(titleOf),
    missing_uses: result.missingUses.map(titleOf),
  };
}

// A rule is as its checks: broken outranks a hit, a hit undecidable; clear only if every check ran and is clear.
const RANK: readonly Outcome[] = ['broken', 'hit', 'undecidable', 'not_run', 'clear'];

function rules({ pack, cases, households }: SummaryInputs, checks: readonly CheckResult[]): Summary['rules'] {
  const headed = [...pack.rules, ...pack.integrity.rules];
  // The user's own rules stand behind, each under the title of its first check.
  const others = checks.filter(({ rule }) => headed.every((one) => one.rule !== rule));
  const further = others.filter(({ rule }, at) => others.findIndex((one) => one.rule === rule) === at);
  const all = [...headed, ...further.map(({ rule, title }) => ({ rule, title, number: undefined }))];
  const byRule = groupBy(cases, (one) => one.rule);
  return all.flatMap(({ rule, number, title }) => {
    const own = checks.filter((check) => check.rule === rule);
    if (own.length === 0) return [];
    const outcome = RANK.find((one) => own.some((check) => check.outcome === one)) ?? 'not_run';
    const found = countAll(byRule.get(rule) ?? [], households);
    return [{ rule, number: number ?? null, title, outcome, ...found }];
  });
}

function townships({ cases, households, figures }: SummaryInputs): Summary['townships'] {
  const byTownship = groupBy(cases, (one) => one.township);
  const places = groupBy(figures.villages, (one) => one.township);
  // Leads about those who are on no roster stand in no township.
  if (byTownship.has('') && !places.has('')) places.set('', []);
  return [...places].map(([township, all]) => {
    const own = byTownship.get(township) ?? [];
    const byRule: Record<string, number> = {};
    for (const one of own) byRule[one.rule] = (byRule[one.rule] ?? 0) + 1;
    const byVillage = groupBy(own, (one) => one.village);
    const villages = all.map(({ village, households: count }) => ({
      village,
      roster_households: count,
      total: countCases(byVillage.get(village) ?? [], households),
    }));
    const roster_households = all.reduce((sum, one) => sum + one.households, 0);
    return { township, roster_households, ...countAll(own, households), rules: byRule, villages };
  });
}

function parameters(campaign: Campaign): Summary['parameters'] {
  return campaign.parameters.map((parameter) => {
    const { value, from, document, past_last } = parameterInForce(parameter, campaign.as_of);
    const shown = Array.isArray(value) ? value.join('、') : String(value);
    return {
      name: parameter.name,
      title: parameter.title,
      value: shown,
      unit: parameter.unit,
      from,
      document,
      verified: parameter.verified,
      past_last,
    };
  });
}

function absent({ results, sources }: SummaryInputs): Summary['absent_registers'] {
  const given = new Set(sources.map((source) => source.register));
  return [...recordSets.values()].flatMap((record) => {
    if (given.has(record.key)) return [];
    const checks = results
      .filter(({ rule }) =>
        [...rule.needs, ...rule.uses, ...rule.excused_by, ...rule.any_of.flat()].includes(record.key),
      )
      .map(({ rule }) => rule.id);
    return checks.length === 0 ? [] : [{ register: record.key, title: say(record.title), checks }];
  });
}

function alarmTexts({ alarms, sources, figures }: SummaryInputs, checks: readonly CheckResult[]): string[] {
  const all = figures.roster.households;
  return [
    ...checks
      .filter((check) => alarms.has(check.check))
      .map((check) => {
        const { check: id, title, total } = check;
        const percent = Math.round((total.households * 100) / Math.max(all, 1));
        return say(summaryTexts['alarm-check'], {
          check: id,
          title,
          households: total.households,
          all,
          percent,
        });
      }),
    ...sources
      .filter((source) => source.alarm)
      .map(({ file, title, rows }) => say(summaryTexts['alarm-register'], { file, title, rows })),
  ];
}

/** Every number that a report prints. */
export function summarise(inputs: SummaryInputs): Summary {
  const { campaign, pack, cases, households, merged, sources } = inputs;
  const byCheck = groupBy(cases, (one) => one.check);
  const checks = inputs.results.map((result) =>
    checkResult(inputs, result, byCheck.get(result.rule.id) ?? []),
  );
  const { roster } = inputs.figures;
  const used = parameters(campaign);
  const byCategory = groupBy(cases, (one) => one.category ?? 'unknown');
  const warnings = [
    ...inputs.notes,
    ...(inputs.collisions.length > 0
      ? [say(summaryTexts.collision, { households: inputs.collisions.join('、') })]
      : []),
    ...(roster.uncheckable_members > 0
      ? [say(summaryTexts.uncheckable, { count: roster.uncheckable_members })]
      : []),
    ...(roster.heads_only > 0 ? [say(summaryTexts['heads-only'], { count: roster.heads_only })] : []),
    ...(roster.unknown_category > 0
      ? [say(summaryTexts['unknown-category'], { count: roster.unknown_category })]
      : []),
    ...(campaign.area === null && sources.some((one) => one.register === 'migration')
      ? [say(summaryTexts['no-area'])]
      : []),
    ...inputs.doubts.warnings,
    ...used.flatMap(({ past_last, title, value, from }) =>
      past_last ? [say(summaryTexts['past-last'], { title, value, from: from ?? '' })] : [],
    ),
  ];
  return {
    name: campaign.name,
    area: campaign.area,
    as_of: campaign.as_of,
    pack: { id: pack.id, title: pack.title },
    roster,
    ...countAll(cases, households),
    overpaid: {
      households: merged.filter((one) => (one.overpaid?.amount ?? 0) > 0).length,
      amount:
        Math.round(merged.reduce((sum, one) => sum + Math.round((one.overpaid?.amount ?? 0) * 100), 0)) / 100,
    },
    actions: {
      exit: merged.filter((one) => one.action === 'exit').length,
      remove: merged.filter((one) => one.action === 'remove').length,
      verify: merged.filter((one) => one.action === 'verify').length,
    },
    focus: inputs.focus,
    checks,
    rules: rules(inputs, checks),
    townships: townships(inputs),
    categories: [...byCategory]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([category, list]) => ({ category, total: countCases(list, households) })),
    sources: [...sources],
    absent_registers: absent(inputs),
    problems: [...inputs.problems],
    parameters: used,
    ...(inputs.doubts.list.length > 0 ? { input_doubts: inputs.doubts.list } : {}),
    ...(inputs.exemptions ? { exemptions: inputs.exemptions } : {}),
    alarms: alarmTexts(inputs, checks),
    warnings,
  };
}
