/** A member as two rosters are compared by. */
export interface Person {
  /** Equal on both rosters for one person. */
  readonly key: string;
  /** The ID number is a valid one. */
  readonly isSure: boolean;
  readonly name: string;
  readonly id_number: string;
  readonly relation: string | null;
  readonly covered: boolean;
}

/** A household as two rosters are compared by; money in fen a month. */
export interface Family {
  readonly household_id: string;
  readonly category: 'urban' | 'rural' | null;
  readonly class: string;
  readonly tier: string;
  readonly township: string;
  readonly village: string;
  readonly village_group: string;
  /** Covered persons, those of a head alone as the roster counts them. */
  readonly covered: number;
  readonly fen: number;
  readonly hasAmount: boolean;
  /** Yuan a year for one person, in force on the roster's day; null where no standard is known. */
  readonly standard_year: number | null;
  /** The head first. */
  readonly members: readonly Person[];
}

export interface Pair {
  readonly older: Family;
  readonly newer: Family;
}

/** Which household is which. */
export interface Paired {
  readonly pairs: readonly Pair[];
  readonly out: readonly Family[];
  readonly in: readonly Family[];
}

/** The kinds of change by the sheets that list them, in their order. */
export const changeKindsOf = {
  households: ['household_in', 'household_out'],
  amounts: ['amount_up', 'amount_down'],
  members: ['member_in', 'member_out', 'member_moved', 'member_covered', 'member_uncovered', 'id_corrected'],
  others: [
    'household_moved',
    'household_renumbered',
    'head_changed',
    'category_changed',
    'class_changed',
    'tier_changed',
  ],
} as const;
export type ChangeKind = (typeof changeKindsOf)[keyof typeof changeKindsOf][number];
export const changeKinds: readonly ChangeKind[] = Object.values(changeKindsOf).flat();

/** One thing that is otherwise on the newer roster. */
export interface RosterChange {
  readonly kind: ChangeKind;
  /** As the newer roster has it; of one that left as the older had it. */
  readonly family: Family;
  /** Whom it is about; null where about the household. */
  readonly person: Person | null;
  /** What stood and what stands: yuan, a household number, a place, a code, an ID number; '' where nothing does. */
  readonly before: string;
  readonly after: string;
}

/** Covered persons who come, go, or move from one household to another. */
export interface PersonFlow {
  /** Null: not covered before. */
  readonly from: Family | null;
  /** Null: not covered any more. */
  readonly to: Family | null;
  readonly persons: number;
}

export interface StandardChange {
  readonly category: 'urban' | 'rural';
  /** Yuan a year for one person. */
  readonly before: number;
  readonly after: number;
  readonly households: number;
}

export interface Comparison extends Paired {
  readonly changes: readonly RosterChange[];
  readonly flows: readonly PersonFlow[];
  readonly standards: readonly StandardChange[];
}
