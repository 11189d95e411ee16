import type { Form } from '../forms/types.js';
import type { Happening } from '../ledger/events.js';
import type { AnswerFault } from '../messages/answer-faults.js';

export type FormKind = Form['kind'];

/** What the hidden sheet of a workbook that went out says of it; '' where it does not. */
export interface Stamp {
  readonly kind: string;
  readonly campaign: string;
  readonly batch: string;
  readonly township: string;
}

/** One row with an answer, as it stands in the file. */
export interface AnswerRow {
  readonly sheet: string | null;
  /** The row a person sees. */
  readonly row: number;
  /** Texts by the keys of the form's columns; a column that was deleted has none. */
  readonly texts: Readonly<Record<string, string>>;
}

/** One form that was found in a file. */
export interface AnswerSheet {
  readonly kind: FormKind;
  readonly sheet: string | null;
  /** Titles as they stand in the file, by key. */
  readonly titles: Readonly<Record<string, string>>;
  readonly rows: readonly AnswerRow[];
  /** Rows of a case or household without any answer yet. */
  readonly unanswered: number;
}

/** One file that came back. */
export interface AnswerFile {
  /** As messages and the ledger name it. */
  readonly shown: string;
  readonly sha256: string;
  readonly stamp: Stamp | null;
  readonly sheets: readonly AnswerSheet[];
  /** What is wrong with the file or a sheet as a whole. */
  readonly faults: readonly Fault[];
}

/** Something wrong with an answer, or worth a second look (src/answers/faults.ts tells which). */
export interface Fault {
  readonly code: AnswerFault;
  readonly sheet: string | null;
  /** Null: the sheet or the file as a whole. */
  readonly row: number | null;
  /** Title of the column; '' where the whole row is meant. */
  readonly column: string;
  /** As it stands in the file. */
  readonly value: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A fault of a row, before its place is known. */
export interface RowFault {
  readonly code: AnswerFault;
  /** Key of the column; null where the whole row is meant. */
  readonly key: string | null;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What a row says has happened. */
export interface Claim {
  readonly happening: Happening;
  readonly sheet: string | null;
  readonly row: number;
  readonly kind: FormKind;
  /** False where the file does not say which batch it is of, and it was taken from the ledger. */
  readonly batchKnown: boolean;
}
