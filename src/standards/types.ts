/** One dated value as the campaign file or standards/ gives it. */
export interface DatedValue {
  /** First day it is in force, YYYY-MM-DD. */
  readonly from: string;
  /** The number, or for lists the words. */
  readonly value: number | string | readonly string[];
  readonly document?: string;
  /** Last day for which the value is known to hold; past it (and before a later value) it is used, and said so. */
  readonly known_until?: string;
}

/** number; month YYYY-MM; words: a list of texts. */
export type ParameterType = 'number' | 'month' | 'words';

/** A dated parameter after standards/ and the campaign file are merged. */
export interface Parameter {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly values: readonly DatedValue[];
  /** What it is for, in one sentence. */
  readonly description?: string;
  /** Shape of the value; absent means number. */
  readonly type?: ParameterType;
  /** For a parameter with a closed choice: the values that may be set. */
  readonly allowed?: readonly (number | string)[];
  /** True once the campaign file says who looked the source up (`verified_by`). */
  readonly verified: boolean;
  /** True where the campaign file sets it. */
  readonly own?: boolean;
}
