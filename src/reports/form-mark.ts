/** The hidden sheet by which a form is known again, whatever its file is called when it comes back. */
export const MARK_SHEET = '_dibao';

/** What stands on it: a row each, the key in column A and the value in column B, below a header row. */
export interface FormMark {
  /** The kind of its main form (forms/types.ts). */
  readonly kind: string;
  readonly campaign: string;
  readonly batch: string;
  readonly township: string;
  /** Hash of the ledger's last line when it was made. */
  readonly ledger: string;
  /** Of the program. */
  readonly version: string;
}

/** The order in which they stand. */
export const markKeys = [
  'kind',
  'campaign',
  'batch',
  'township',
  'ledger',
  'version',
] as const satisfies readonly (keyof FormMark)[];
