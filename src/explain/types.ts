import type { Evidence } from '../cases/evidence.js';
import type { Case, Grade, Household, Outcome, Summary, Undecidable } from '../cases/types.js';

/** What a run decided, whether just now or read from its folder. */
export interface Decisions {
  readonly asOf: string;
  readonly cases: readonly Case[];
  readonly households: readonly Household[];
  readonly undecidable: readonly Undecidable[];
  readonly summary: Summary;
}

/** A share of a level: how sure it is that a row is about the person. */
export type Level = Case['match'];

/** How n, the number of persons that sums are divided by, came about. */
export interface Size {
  /** Persons listed on the roster as of the family. */
  readonly listed: number;
  /** The roster's own 家庭人口; null where it has none. */
  readonly told: number | null;
  /** Dead or in prison at level exact or id: not counted. */
  readonly gone: number;
  readonly n: number;
  readonly covered: number;
  /** Covered and neither dead nor in prison; 0: the household is on the list of no rule but R02. */
  readonly covered_present: number;
}

/** The standard in force on the as-of date; amounts are exact decimal texts in yuan. */
export interface Standard {
  readonly category: string;
  readonly yearly: string;
  readonly monthly: string;
  /** null where it holds since ever: given on the command line. */
  readonly from: string | null;
  /** Household size it is for; null for every size. */
  readonly size: number | null;
  readonly document: string | null;
}

export interface Member {
  readonly name: string;
  readonly id_number: string;
  readonly relation: string | null;
  readonly covered: boolean;
  readonly age: number | null;
  readonly labour_capacity: string | null;
  readonly health: string | null;
  /** False where the number is rounded or masked: no register can be asked about him. */
  readonly checkable: boolean;
  /** What is wrong with the ID number; null where it is valid. */
  readonly id_problem: string | null;
  /** False for one whom the roster says to live elsewhere: a relative, not of the family. */
  readonly lives_here: boolean;
  /** Why he is not counted (or why it must be asked): dead or in prison. */
  readonly gone: readonly Gone[];
}

export interface Gone {
  readonly kind: 'death' | 'prison';
  readonly date: string | null;
  readonly level: Level;
  /** True where the row takes him out of n. */
  readonly counts: boolean;
}

/** One row of a register that is about the household or its members. */
export interface RegisterRow extends Evidence {
  readonly about: readonly { readonly name: string; readonly level: Level }[];
}

export interface Register {
  readonly register: string;
  readonly title: string;
  /** absent: no file, or files without a row: nobody was looked up in it. */
  readonly state: 'found' | 'nothing' | 'absent';
  readonly rows: readonly RegisterRow[];
}

/** One part of the verified income; yuan a month as exact decimal texts. */
export interface IncomePart {
  readonly kind: 'pension' | 'wage' | 'pay';
  readonly name: string;
  /** What it is counted at. */
  readonly amount: string;
  /** What the register says, where it is another figure. */
  readonly stated: string | null;
  /** Kind of pension, employer, or kind of post. */
  readonly detail: string | null;
  readonly since: string | null;
  readonly level: Level;
  /** False where the larger of wages and pay is taken in its place. */
  readonly used: boolean;
  readonly place: string;
}

/** The household's income against the standard, without (1) or with (2) near and name rows. */
export interface IncomeRound {
  readonly round: number;
  readonly parts: readonly IncomePart[];
  readonly pension_total: string;
  readonly wage_total: string;
  readonly verified_total: string;
  readonly declared_total: string;
  /** The larger of the two. */
  readonly total: string;
  readonly n: number;
  /** total / n, for reading; the test is on twelve_total and limit. */
  readonly per_person: string;
  /** 12 × total, and standard a year × n; null without a standard. */
  readonly twelve_total: string;
  readonly limit: string | null;
  readonly above: boolean | null;
}

export interface Income {
  /** Yuan of a resident pension that do not count. */
  readonly disregarded: string | null;
  /** How the declared total came about. */
  readonly declared_from: 'per_capita' | 'family' | 'none';
  readonly rounds: readonly IncomeRound[];
}

export interface Relation {
  readonly person: string;
  readonly relative: string;
  readonly relative_id: string;
  readonly relation: string;
  readonly level: Level;
  /** The rows that state it. */
  readonly places: readonly string[];
  readonly in_household: boolean;
  /** Covered on the roster, in whatever household. */
  readonly covered: boolean;
  readonly dead: boolean;
  readonly pays_support: boolean;
  /** True where they have divorced since: no relation any more. */
  readonly divorced: boolean;
  readonly signs: readonly Sign[];
}

/** A sign that a relative could support (R07). */
export interface Sign {
  readonly text: string;
  readonly level: Level;
  /** Whether a sum of money reaches the limit; null where the sign alone decides, or there is no standard. */
  readonly reaches: boolean | null;
}

/** What the household is owed a month, and what it was paid; yuan as exact decimal texts. */
export interface Amount {
  /** The roster's 月保障金; null where it has none. */
  readonly drawn: string | null;
  /** By the standard and the income (RULES.md, D06); null where it cannot be worked out, and `unknown` says why. */
  readonly owed: string | null;
  readonly unknown: string | null;
  /** The arithmetic in words. */
  readonly steps: string | null;
  /** Months paid otherwise than the roster says; `counts` false for those that D04 takes for an earlier amount. */
  readonly months: readonly {
    readonly month: string;
    readonly paid: string;
    readonly due: string;
    readonly difference: string;
    readonly counts: boolean;
  }[];
}

/** Everything the loaded data say of a household. */
export interface Facts {
  readonly size: Size;
  readonly standard: Standard | null;
  readonly members: readonly Member[];
  /** Roster rows that count for nothing: ended. */
  readonly ended_rows: number;
  readonly registers: readonly Register[];
  readonly income: Income;
  readonly amount: Amount;
  readonly relations: readonly Relation[];
}

/** One check of the pack, for this household. */
export interface CheckOutcome {
  readonly check: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly grade: Grade | null;
  /** Why: the reason of the hits, of what is undecidable, or why it did not run. */
  readonly reasons: readonly string[];
  readonly cases: readonly string[];
  /** Rows of this household in the registers that the check needs; null where they are not known here. */
  readonly looked_at: readonly { readonly title: string; readonly rows: number }[] | null;
  /** Registers that it would use and that are missing. */
  readonly missing: readonly string[];
  readonly alarm: boolean;
}

/** The household as its roster rows tell it, from the database or, without one, from its cases. */
export interface Heading {
  readonly household_id: string;
  readonly head: { readonly name: string; readonly id_number: string } | null;
  readonly township: string;
  readonly village: string;
  readonly village_group: string;
  readonly category: 'urban' | 'rural' | null;
  readonly class: string;
  readonly household_size: number | null;
  readonly covered_size: number | null;
  readonly monthly_amount: number | null;
  readonly start_date: string | null;
  readonly grace_until: string | null;
}

export interface Explained extends Heading {
  /** Null where only a run folder without its database was at hand. */
  readonly facts: Facts | null;
  readonly checks: readonly CheckOutcome[];
  readonly cases: readonly Case[];
  /** What is proposed for the household, all its cases together; null where it has none. */
  readonly proposal: Household | null;
}

/** The answer of `dibao explain`; with --format json it is printed as it is. */
export interface Explanation {
  readonly target: 'case' | 'household' | 'person';
  /** The case asked for; null where a household or a person was. */
  readonly case_id: string | null;
  readonly as_of: string;
  /** Where the answer comes from: the sources read again, a kept database, or the run's reports alone. */
  readonly source: 'files' | 'database' | 'reports';
  readonly households: readonly Explained[];
}
