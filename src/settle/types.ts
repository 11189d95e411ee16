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
  readonly from: string | null;
  readonly to: string | null;
  /** By payments 实发, by estimate 估算, or as the visitors wrote it 核定. */
  readonly basis: 'payments' | 'estimate' | 'verified';
}

/** What becomes of one household: `waits` empty means that it can be settled now. */
export interface Settlement {
  readonly household: RosterHousehold;
  readonly list: SettlementList;
  /** Null: nothing was verified about it, so nothing changes. */
  readonly measure: Measure | null;
  readonly before: { readonly persons: number; readonly fen: number };
  readonly after: { readonly persons: number; readonly fen: number };
  /** Members who leave the roster's covered persons. */
  readonly removed: readonly RosterMember[];
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
}
