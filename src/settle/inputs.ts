import type { AmountRules } from '../campaign-file/amount-rules.js';
import type { Campaign, DatedStandard } from '../campaign-file/types.js';
import type { Case, Household } from '../cases/types.js';
import type { HappeningOf } from '../ledger/events.js';
import type { CaseState, HouseholdState } from '../ledger/state.js';
import { numberInForce } from '../standards/in-force.js';

/** What the law and the county say of settling, on one day. */
export interface Terms {
  /** Day of the work, and the as-of date of the data. */
  readonly date: string;
  readonly asOf: string;
  readonly standards: readonly DatedStandard[];
  readonly amount: AmountRules;
  readonly edgeMultiple: number;
  readonly objectionDays: number;
  readonly waivers: readonly HappeningOf<'waived'>[];
  /** Check id → its documents and articles. */
  readonly basis: ReadonlyMap<string, readonly string[]>;
}

/** What the last run found about a verified case. */
export interface RunCase {
  readonly overpaid: Case['overpaid'];
  readonly since: string | null;
  readonly start_date: string | null;
  /** Fen a month of the whole family and its persons, where the check worked them out. */
  readonly income: { readonly fen: bigint; readonly n: number } | null;
}

/** What is known of one household beside its row of the roster. */
export interface Known {
  readonly cases: readonly CaseState[];
  readonly state: HouseholdState | undefined;
  readonly run: ReadonlyMap<string, RunCase>;
  /** Overpaid over all cases of the run, and which those are. */
  readonly union: Pick<Household, 'overpaid' | 'cases'> | null;
}

function value(campaign: Campaign, name: string, day: string): number {
  return numberInForce(campaign.parameters, name, day).value;
}

/** The terms of a campaign; the parameters are those in force on the day of the work. */
export function termsOf(
  campaign: Campaign,
  date: string,
  waivers: Terms['waivers'],
  basis: Terms['basis'],
): Terms {
  return {
    date,
    asOf: campaign.as_of,
    standards: campaign.standards,
    amount: campaign.amount,
    edgeMultiple: value(campaign, 'edge_multiple', date),
    objectionDays: value(campaign, 'objection_days', date),
    waivers,
    basis,
  };
}
