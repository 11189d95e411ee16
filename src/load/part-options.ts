import type { Finder } from '../match/found.js';
import type { Interest } from '../match/interest.js';
import type { Layout } from '../read/layout.js';
import type { Encoding } from '../read/types.js';
import type { RecordSet } from '../records/types.js';
import type { RowKind } from './row-kind.js';
import type { LeadConditions } from './wanted.js';

export interface PartOptions {
  readonly part: number;
  readonly record: RecordSet;
  readonly layout: Layout;
  /** Texts of fields that no column carries, by field name. */
  readonly given: Readonly<Record<string, string>>;
  /** Cells that a whole row has; null where the format keeps columns apart (sheets). */
  readonly width: number | null;
  /** Of a CSV file; null for sheets. */
  readonly encoding: Encoding | null;
  readonly interest: Interest;
  /** Told of every person that a loaded row names (relatives); null where nobody asks. */
  readonly found: Finder | null;
  /** Whether roster rows add to the persons of interest. */
  readonly collects: boolean;
  readonly keepAll: boolean;
  /** Rows of nobody are loaded too. */
  readonly whole: boolean;
  /** What makes persons leads, where the rows are only to name those; null elsewhere. */
  readonly leads?: LeadConditions | null;
  /** Rows of leads are loaded too. */
  readonly ofLeads?: boolean;
  readonly nameMatching: boolean;
  /** Null to collect persons only. */
  readonly spoolPath: string | null;
  /** Stands before a household number that is only a serial number within its file. */
  readonly serialPrefix: string;
  /** Told of the rows as they are read; null where nobody asks. */
  readonly observer?: RowObserver | null;
}

/** Follows the rows of one table, for whoever writes the file again (src/rewrite). */
export interface RowObserver {
  /** A row of data with the number of its household as it was filled down; '' where it has none. */
  row(row: number, household: string, cells: readonly string[]): void;
  /** A row that is no record: a subtotal, a title, a note. */
  other(kind: RowKind, row: number, cells: readonly string[]): void;
}
