/** A household as the list of reviews needs it. Days YYYY-MM-DD. */
export interface ReviewedHousehold {
  readonly household_id: string;
  readonly township: string;
  readonly village: string;
  readonly village_group: string;
  readonly head_name: string;
  readonly category: string;
  readonly class: string;
  /** Yuan a month, the household's. */
  readonly monthly_amount: number | null;
  readonly start_date: string | null;
  readonly last_review: string | null;
  /** Days of its declarations. */
  readonly declared: readonly string[];
  /** It has a declaration without a date. */
  readonly hasUndated: boolean;
}

export interface Review {
  readonly state: 'overdue' | 'later' | 'unknown';
  readonly next_due: string | null;
  readonly days_overdue: number;
  /** Why it is unknown: no class, a review in the future, or none that is known. */
  readonly why: 'class' | 'future' | 'never' | null;
}

/** open: not yet, and the period is not over; late: after its end; missing: not, and it is over. */
export type Renewal = 'declared' | 'late' | 'open' | 'missing' | 'unknown';

/** A line of the list. */
export interface DueRow extends ReviewedHousehold, Review {
  readonly renewal: Renewal | null;
}
