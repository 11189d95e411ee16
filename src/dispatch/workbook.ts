import type { FormMark } from '../forms/mark.js';
import { reportForm, surveyForm, verificationForm } from '../forms/verification.js';
import { groundsOf } from '../forms/words.js';
import { type FormRow, formSheet, markSheet } from '../reports/form-sheet.js';
import type { BookHead, BookSheet, Entry } from '../reports/table-book.js';
import { dispatchCover } from './cover.js';
import { type Letter, purposeLineOf, recipientOf } from './letter.js';
import { listName, numbered, type Sent } from './rows.js';

/** Rows of 补报 that stand ready. */
const EMPTY_ROWS = 30;

const kinds = {
  number: 'int',
  covered_size_now: 'int',
  household_size_now: 'int',
  cases: 'int',
  amount_now: 'money',
} as const;

/** Wide tables stand on two pages side by side, the case's number on both. */
const printed = { pages: 2, repeated: 2 } as const;

/** What goes to one township. */
export interface Contents {
  /** In the order of the doors. */
  readonly cases: readonly Sent[];
  readonly survey: readonly { readonly village: string; readonly row: FormRow }[];
  /** Titles of the rule pack's categories: what a problem found on a visit may be called. */
  readonly categories: readonly string[];
  readonly mark: Omit<FormMark, 'kind' | 'batch' | 'township'>;
}

function groundsEntry(cases: readonly Sent[]): Entry {
  const lists = new Map<string, readonly string[]>();
  for (const { out } of cases) lists.set(listName(out.number), groundsOf(out.lawful));
  const column = verificationForm.columns.findIndex(({ key }) => key === 'case_id');
  return { type: 'lookup', column, before: '-', lists };
}

/** The sheets of a township's workbook, in their order. */
export function dispatchSheets(letter: Letter, contents: Contents): BookSheet[] {
  const { cases, survey, categories } = contents;
  const recipient = recipientOf(letter);
  const title = (sheet: string) => [`${recipient} ${sheet}`];
  const counts = {
    cases: cases.map(({ household_id, row, out }) => ({
      household_id,
      village: String(row.village ?? ''),
      title: out.title,
    })),
    surveyed: survey.map(({ village }) => village),
  };
  const sheets = [dispatchCover(letter, counts)];
  if (cases.length > 0) {
    const rows = numbered(cases.map(({ row }) => row));
    const grounds = { ground: groundsEntry(cases) };
    const lines = title(verificationForm.sheet);
    sheets.push(formSheet(verificationForm, rows, { kinds, grounds, frozen: 5, printed, lines }));
  }
  if (survey.length > 0) {
    const rows = numbered(survey.map(({ row }) => row));
    sheets.push(formSheet(surveyForm, rows, { kinds, frozen: 5, printed, lines: title(surveyForm.sheet) }));
  }
  const empty = Array.from({ length: EMPTY_ROWS }, (_, index): FormRow => ({ number: index + 1 }));
  const grounds = {
    title: { type: 'choice', of: [...categories, '其他'] },
    ground: { type: 'choice', of: groundsOf([]) },
  } as const;
  sheets.push(
    formSheet(reportForm, empty, { grounds, isProtected: false, printed, lines: title(reportForm.sheet) }),
  );
  const kind = cases.length > 0 ? verificationForm.kind : surveyForm.kind;
  sheets.push(markSheet({ ...contents.mark, kind, batch: letter.batch, township: letter.township }));
  return sheets;
}

/** What stands on every page of a township's workbook. */
export function dispatchHead(letter: Letter): BookHead {
  const { frame, batch } = letter;
  return {
    title: frame.name,
    date: `${recipientOf(letter)} ${batch} 下发日期 ${frame.date}`,
    footer: frame.footer,
    creator: 'dibao',
    purposeLine: purposeLineOf(letter),
    signatures: '填表人:                审核人:                日期:',
    watermark: `${recipientOf(letter)} ${batch}`,
    isChinese: true,
  };
}
