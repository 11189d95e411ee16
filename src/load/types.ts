import type { SourceSpec } from '../campaign-file/types.js';
import type { DibaoError, ErrorCode, Place } from '../errors.js';
import type { SharedInterest } from '../match/interest.js';
import type { LeadConditions } from './wanted.js';

/** One file to be read as one record set. */
export interface FileTask {
  /** Number of the file in this run. */
  readonly number: number;
  readonly record: string;
  /** Absolute path, and the path as messages show it. */
  readonly path: string;
  readonly shown: string;
  /** Its size and time of change when its reading was planned: one that is being written has others afterwards. */
  readonly seen?: { readonly size: number; readonly mtimeMs: number };
  /** What tells the file from the others of its record set, before serial numbers that count within it. */
  readonly label: string;
  readonly spec: SourceSpec;
  /** The source names this file; else it came out of a folder or a pattern. */
  readonly named: boolean;
  /** Folder for the spools. */
  readonly spoolDir: string;
  /** Load every row, not only those of interest. */
  readonly keepAll: boolean;
  /** A check that runs needs this record set whole: rows of nobody are loaded too. */
  readonly whole: boolean;
  /** What makes its persons leads, where a check looks for persons on no roster in it. */
  readonly leads?: LeadConditions | undefined;
  /** Rows of leads are loaded too. */
  readonly ofLeads?: boolean;
  /** Rows without an ID are of interest by their name. */
  readonly nameMatching: boolean;
  /** For protected workbooks. */
  readonly password: string | null;
}

/** Problems of one kind in one column, with the first examples (values masked). */
export interface ProblemCount {
  readonly field: string | null;
  readonly kind: string;
  readonly rejected: boolean;
  count: number;
  readonly examples: { row: number; value: string }[];
}

/** A reject, or a row loaded without an unreadable value; `value` is masked where it may be an ID. */
export interface ListedProblem {
  readonly row: number;
  readonly field: string | null;
  readonly kind: string;
  readonly value: string;
  readonly rejected: boolean;
}

/** What came of one table of one file. rows = loaded + passedOver + rejected + skipped. */
export interface PartResult {
  readonly part: number;
  readonly record: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly encoding: string | null;
  rows: number;
  loaded: number;
  passedOver: number;
  rejected: number;
  skipped: number;
  /** Rows of the table, which are more than `loaded` where a row carries several members. */
  tableRows: number;
  /** File of the rows, and which of the table's columns (behind source) it holds; null where there are none. */
  readonly spool: { readonly path: string; readonly slots: readonly number[] } | null;
  readonly columns: { header: string; field: string | null }[];
  /** Values for households that leave a field empty in all their rows. */
  readonly fills: readonly { field: string; value: string }[];
  readonly notes: string[];
  /** What the user should confirm or mend. */
  readonly doubts: string[];
  readonly problems: ProblemCount[];
  readonly listed: ListedProblem[];
}

/** What came of one file. */
export interface FileResult {
  readonly task: FileTask;
  readonly bytes: number;
  readonly sha256: string;
  readonly parts: PartResult[];
  /** Sheets that lack the columns of this record set, though rows of persons stand in them. */
  readonly left?: readonly LeftSheet[];
  /** Set where nothing was read, as it is no table of the record set and names nobody; `parts` is empty then. */
  readonly leftOut?: LeftOut;
}

/** Plain, so that it can come from another thread. */
export interface LeftOut {
  readonly rows: number;
  /** What it would have been refused with. */
  readonly why: { readonly code: ErrorCode; readonly values: DibaoError['values']; readonly place: Place };
}

export interface LeftSheet {
  readonly sheet: string;
  readonly rows: number;
  /** Rows with what looks like an ID number. */
  readonly persons: number;
}

export type { SharedInterest };
