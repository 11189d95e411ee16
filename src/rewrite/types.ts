import type { RosterHousehold, RosterMember } from '../roster/read-roster.js';

/** What becomes of one household in the cleaned roster. */
export interface HouseholdEdit {
  /** As readRoster() gave it, with the places of its members. */
  readonly household: RosterHousehold;
  /** Members whose rows leave the roster altogether; with all of them the household leaves. */
  readonly removed: readonly RosterMember[];
  /** Members who stay in the family and are no longer covered; where the roster cannot say so, their rows leave too. */
  readonly uncovered: readonly RosterMember[];
  /** New figures, in yuan a month and persons; what is not named stays as it is. */
  readonly values: EditedValues;
}

export interface EditedValues {
  readonly monthly_amount?: number;
  readonly household_size?: number;
  readonly covered_size?: number;
  readonly income_per_capita?: number;
}

export interface RewriteSettings {
  /** For protected workbooks. */
  readonly password: string | null;
  /** Told of each file before it is written. */
  readonly progress?: (file: string) => void;
}

/** One file of the cleaned roster. */
export interface RewrittenFile {
  /** The original, as messages show it. */
  readonly source: string;
  /** Where it stands below the folder written to. */
  readonly file: string;
  /** Rows that are no longer there. */
  readonly rowsRemoved: number;
  /** Cells of remaining rows whose content is another. */
  readonly cellsChanged: number;
  readonly sha256: string;
  /** What a person should look at, in words. */
  readonly notes: readonly string[];
}
