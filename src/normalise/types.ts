/** Kinds of trouble with one value; their texts and remedies are in messages/problems.ts. */
export type ValueProblem =
  | 'id-length'
  | 'id-characters'
  | 'id-date'
  | 'id-checksum'
  | 'id-rounded'
  | 'id-masked'
  | 'number-rounded'
  | 'number-masked'
  | 'date-unreadable'
  | 'month-unreadable'
  | 'money-unreadable'
  | 'money-negative'
  | 'money-rounded'
  | 'int-unreadable'
  | 'bool-unreadable'
  | 'code-unknown';

/**
 * What a normaliser makes of a text. `value` is canonical, '' where there is none. With a problem, `value` is
 * what can still be used (an invalid ID's canonical text, an unknown code's 'other', money rounded), else ''.
 */
export interface Parsed {
  readonly value: string;
  readonly problem: ValueProblem | null;
}

export type Normaliser = (text: string) => Parsed;
