import type { Text } from '../messages/language.js';

/** The types of REGISTERS.md; each has one normaliser of the same name. */
export type FieldType = 'id' | 'name' | 'date' | 'month' | 'money' | 'int' | 'text' | 'bool' | 'code';

/** One code and the texts that stand for it in real exports. */
export interface CodeOption {
  readonly code: string;
  readonly labels: readonly string[];
}

export interface FieldSpec {
  /** Canonical name: the column in SQL. */
  readonly name: string;
  /** The Chinese word for it, as reports and templates print it. */
  readonly title: string;
  readonly type: FieldType;
  /** Header texts under which real exports carry it, most usual first. */
  readonly labels: readonly string[];
  /** A column that must exist (`*` in the data dictionary). */
  readonly starred?: boolean;
  /** For type code: the closed list; an unknown text becomes 'other' and is reported. */
  readonly codes?: readonly CodeOption[];
  /** Roster only: the value holds for the whole household wherever it stands among its rows. */
  readonly household?: boolean;
  /** A note for whoever fills the template in. */
  readonly note?: Text;
}

/** A person that a row names: which field holds the ID, which the name. */
export interface PersonColumn {
  readonly side: 'self' | 'other';
  readonly id: string;
  readonly name: string | null;
}

/** One record set: a kind of file, and the SQL table made of it. */
export interface RecordSet {
  /** Key on the command line, in the campaign file and in SQL. */
  readonly key: string;
  readonly title: Text;
  readonly fields: readonly FieldSpec[];
  /** Of each inner list at least one column must exist, and at least one value per row (refusal, utility). */
  readonly oneOf?: readonly (readonly string[])[];
  /** The persons a row names: the ID columns matched to the roster. */
  readonly persons: readonly PersonColumn[];
  /** True where rows belong to households by household_id. */
  readonly byHousehold: boolean;
  /** True where rows are members of a roster: households are filled down, and every row is loaded. */
  readonly ofMembers?: boolean;
  /** Words that file names and titles of this record set usually contain, for `inspect` and folders. */
  readonly nameWords: readonly string[];
}
