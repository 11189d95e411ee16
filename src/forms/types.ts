/** What may stand in a cell that a clerk fills in. */
export type Answer =
  | { readonly type: 'text' }
  | { readonly type: 'day' }
  | { readonly type: 'month' }
  | { readonly type: 'money' }
  | { readonly type: 'count' }
  /** One of a list that holds for every row. */
  | { readonly type: 'choice'; readonly of: readonly string[] }
  /** One of a list of the row's own (the grounds of its check). */
  | { readonly type: 'ground' };

/** One column of a form that goes out and comes back. Titles are Chinese in either language: clerks fill it in. */
export interface FormColumn {
  readonly key: string;
  /** As FORMS.md writes it; brackets and what stands in them are a hint, left out when the column is looked for. */
  readonly title: string;
  /** In characters of Excel's default font; a Chinese character takes two. */
  readonly width: number;
  /** Null: filled by the program and locked. */
  readonly answer: Answer | null;
}

/** A sheet that goes out to be filled in. */
export interface Form {
  /** What the hidden sheet of the workbook calls it. */
  readonly kind: 'verification' | 'report' | 'survey' | 'service' | 'objection' | 'recovery' | 'second_look';
  /** The sheet's name. */
  readonly sheet: string;
  readonly columns: readonly FormColumn[];
}
