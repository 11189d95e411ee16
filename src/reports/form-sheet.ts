import { type FormMark, MARK_SHEET, markKeys } from './form-mark.js';
import { tableSheet } from './workbook/sheet.js';
import type { BookSheet, CellValue, Column, Entry, Printed } from './workbook/spec.js';
import type { Kind } from './workbook/styles.js';

/** What is asked for in a column: of `ground`, the options say what may stand there. */
type Answer = Entry | { readonly type: 'ground' };

interface FormColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  /** Null: filled in by the program. */
  readonly answer: Answer | null;
}

/** A sheet that goes out to be filled in, as src/forms has them. */
export interface SheetForm {
  readonly sheet: string;
  readonly columns: readonly FormColumn[];
}

/** What a form's row holds, by the keys of its columns; a key without a value is an empty cell. */
export type FormRow = Readonly<Record<string, CellValue>>;

export interface FormOptions {
  /** Kinds of the columns that the program fills in; text unless given. */
  readonly kinds?: Readonly<Record<string, Kind>>;
  /** What the cells of `ground` columns offer, by the column's key; without it they take any text. */
  readonly grounds?: Readonly<Record<string, Entry>>;
  readonly frozen?: number;
  readonly printed?: Printed;
  /** Title lines above the header; the form's name unless given. */
  readonly lines?: readonly string[];
  /** False for a sheet in which rows are added freely. */
  readonly isProtected?: boolean;
}

const answerKinds: Record<Answer['type'], Kind> = {
  text: 'text',
  month: 'text',
  choice: 'text',
  ground: 'text',
  lookup: 'text',
  day: 'day',
  money: 'money',
  count: 'int',
};

function entryOf(answer: Answer, ground: Entry | undefined): Entry {
  return answer.type === 'ground' ? (ground ?? { type: 'text' }) : answer;
}

function columnOf({ key, title, width, answer }: FormColumn, options: FormOptions): Column<FormRow> {
  const value = (row: FormRow) => row[key] ?? null;
  const kind = answer === null ? (options.kinds?.[key] ?? 'text') : answerKinds[answer.type];
  return answer === null
    ? { title, width, kind, value }
    : { title, width, kind, value, entry: entryOf(answer, options.grounds?.[key]) };
}

/** A form (src/forms) as a sheet: what the program filled in is locked, what is to be filled in is open and checked. */
export function formSheet(form: SheetForm, rows: readonly FormRow[], options: FormOptions = {}): BookSheet {
  const { frozen, printed, lines = [form.sheet], isProtected = true } = options;
  const columns = form.columns.map((column) => columnOf(column, options));
  return tableSheet({ name: form.sheet, columns, rows, lines, frozen, isProtected, printed, size: 9 });
}

/** The hidden sheet by which a form is known again. */
export function markSheet(mark: FormMark): BookSheet {
  return tableSheet<keyof FormMark>({
    name: MARK_SHEET,
    columns: [
      { title: 'key', width: 16, kind: 'text', value: (key) => key },
      { title: 'value', width: 70, kind: 'text', value: (key) => mark[key] },
    ],
    rows: markKeys,
    filter: false,
    isProtected: true,
    isHidden: true,
  });
}
