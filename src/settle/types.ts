import type { HappeningOf, Measure, Requirement } from '../ledger/events.js';
import type { CaseState } from '../ledger/state.js';
import type { RosterHousehold, RosterMember } from '../roster/read-roster.js';

/** The four lists of the plan: 人口收入无变化, 调增调减, 停发, 转低保边缘. */
export type SettlementList = 'unchanged' | 'adjusted' | 'stopped' | 'edge';

/** What a household is owed, as it was worked out (RULES.md, D06): one line of Chinese a step. */
export interface AmountWork {
  /** Yuan a month. */
  readonly amount: number;
  readonly lines: readonly string[];
}

/** What is to come back: the base only, never a fine. */
export interface Recovery {
  readonly fen: number;
  readonly months: number;
  /** YYYY-MM. */
  readonly from: string | null;
  readonly to: string | null;
  /** By payments 实发, by estimate 估算, or as the visitors wrote it 核定. */
  readonly basis: 'payments' | 'estimate' | 'verified';
}

/** What becomes of one household: it can be settled now where `waits` and `doubts` are empty. */
export interface Settlement {
  readonly household: RosterHousehold;
  readonly list: SettlementList;
  /** Null: nothing was verified about it, so nothing changes. */
  readonly measure: Measure | null;
  readonly before: { readonly persons: number; readonly fen: number };
  readonly after: { readonly persons: number; readonly fen: number };
  /** Members taken out: of the family (`departed`) or only of the covered persons. */
  readonly removed: readonly RosterMember[];
  /** Of those removed, who no longer belong to the family (R02: dead, in prison, moved out, married out). */
  readonly departed: readonly RosterMember[];
  /** Persons of the family (n) before and after. */
  readonly size: { readonly before: number; readonly after: number };
  /** The family's income a month as verified, in yuan; null where the visit gave none. */
  readonly income: number | null;
  readonly work: AmountWork | null;
  /** YYYY-MM; '' where nothing changes. */
  readonly from_month: string;
  /** The verified cases that carry it. */
  readonly cases: readonly CaseState[];
  /** A sentence a case, fit for the family's letter. */
  readonly reasons: readonly string[];
  /** Documents and articles, as they are quoted. */
  readonly basis: readonly string[];
  readonly recovery: Recovery | null;
  /** What is still missing before anything may be stopped or lowered. */
  readonly waits: readonly Requirement[];
  readonly waivers: readonly HappeningOf<'waived'>[];
  /** Why nobody can settle it as it stands (须复核): contradictory verdicts, an amount that goes the wrong way. */
  readonly doubts: readonly string[];
  /** What somebody must look at, though it is settled: the township's figure beside ours. */
  readonly remarks: readonly string[];
}
