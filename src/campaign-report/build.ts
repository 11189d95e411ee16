import type { Summary } from '../cases/types.js';
import type { Frame } from '../forms/frame.js';
import type { LedgerState } from '../ledger/state.js';
import { townshipsOf } from '../progress/places.js';
import { progressOf } from '../progress/progress.js';
import { fenOf, wan } from '../progress/rounding.js';
import { dataOf, gapsOf } from './data.js';
import { type CampaignReport, campaignReportSchema } from './model.js';
import { nowOf } from './now.js';
import { effectOf, leftOf, measuresOf, settledOf } from './settled.js';
import { type Roster, verifiedOf } from './verified.js';
import { wholeArea } from './whole-area.js';

export interface ReportInputs {
  readonly frame: Frame;
  /** Of the last run that the ledger knows. */
  readonly summary: Summary;
  readonly state: LedgerState;
  readonly roster: Roster;
  /** As the user gave it, '' where he did not. */
  readonly period: string;
}

/** Checks and what rule they belong to; a check of an earlier run by what stands before its point. */
function rulesByCheck({ checks }: Summary): (check: string) => string {
  const known = new Map(checks.map(({ check, rule }) => [check, rule]));
  return (check) => known.get(check) ?? check.split('.')[0] ?? check;
}

function categories(state: LedgerState, roster: Roster): (id: string) => 'urban' | 'rural' | null {
  const told = new Map([...state.cases.values()].map(({ slip }) => [slip.household_id, slip.category]));
  return (id) => roster.get(id)?.category ?? told.get(id) ?? null;
}

function stepsOf(state: LedgerState): CampaignReport['steps'] {
  const households = [...state.households.values()];
  return {
    batches: new Set(state.batches.map(({ batch }) => batch)).size,
    served: households.filter(({ served }) => served !== null).length,
    objections: households.filter(({ objections }) => objections.length > 0).length,
    waivers: state.waivers.length,
    notices: state.notices.length,
  };
}

/** Everything that the summary says in numbers, each worked out once. */
export function buildReport({ frame, summary, state, roster, period }: ReportInputs): CampaignReport {
  const cases = [...state.cases.values()];
  const found = cases.filter(({ reported }) => !reported);
  const ruleOf = rulesByCheck(summary);
  const events = [...state.households.values()].flatMap(({ settled }) => settled ?? []);
  const townshipOf = townshipsOf(state);
  const progress = progressOf(state, frame.date);
  const { owed, recovered } = progress.total.recovery;
  return campaignReportSchema.parse({
    name: frame.name,
    area: frame.area,
    whole_area: wholeArea(frame.area),
    office: frame.office,
    purpose: frame.purpose,
    authority: frame.authority,
    footer: frame.footer,
    date: frame.date,
    as_of: summary.as_of,
    period,
    pack: summary.pack.title,
    data: dataOf(summary),
    roster: summary.roster,
    now: nowOf(summary.roster, events, categories(state, roster)),
    total: summary.total,
    hard: summary.hard,
    soft: summary.soft,
    overpaid: summary.overpaid,
    overpaid_wan: wan(fenOf(summary.overpaid.amount)),
    actions: summary.actions,
    verified: verifiedOf(cases, roster),
    rules: summary.rules.map(({ rule, number, title, outcome, total }) => ({
      rule,
      number,
      title,
      outcome,
      found: total,
      verified: verifiedOf(
        found.filter(({ slip }) => ruleOf(slip.check) === rule),
        roster,
      ),
    })),
    reported: verifiedOf(
      cases.filter(({ reported }) => reported),
      roster,
    ),
    townships: summary.townships.map(({ township, roster_households, total }) => {
      const own = events.filter(({ household_id }) => townshipOf.get(household_id) === township);
      return {
        township,
        roster_households,
        found: total,
        verified: verifiedOf(
          cases.filter(({ slip }) => slip.township === township),
          roster,
        ),
        settled: settledOf(own),
        effect: effectOf(own),
      };
    }),
    measures: measuresOf(events),
    settled: settledOf(events),
    ...leftOf(events),
    effect: effectOf(events),
    recovery: { owed_wan: wan(fenOf(owed)), recovered_wan: wan(fenOf(recovered)) },
    steps: stepsOf(state),
    gaps: gapsOf(summary),
    progress,
  } satisfies CampaignReport);
}
