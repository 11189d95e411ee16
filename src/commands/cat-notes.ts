import { catTexts } from '../messages/cat.js';
import { say } from '../messages/language.js';
import type { CsvFormat } from '../read/csv-format.js';
import type { TableHead } from '../read/table-head.js';
import type { TableEnd, TableRef } from '../read/types.js';

const delimiters: Readonly<Record<string, keyof typeof catTexts>> = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'bar',
};

function headerText({ headerRow, headerRows, preamble }: TableHead): string {
  if (headerRow === null) return say(catTexts['header-none']);
  const header = say(headerRows === 2 ? catTexts['header-two'] : catTexts.header, { row: headerRow });
  return preamble === 0 ? header : say(catTexts['header-below'], { header, count: preamble });
}

function columnsText({ width }: TableHead): string {
  return width === null ? say(catTexts['columns-vary']) : say(catTexts.columns, { count: width });
}

/** What a CSV file was taken for. */
export function csvText(file: string, format: CsvFormat, head: TableHead): string {
  const name = delimiters[format.delimiter];
  return say(catTexts.csv, {
    file,
    encoding: format.encoding,
    delimiter: name === undefined ? format.delimiter : say(catTexts[name]),
    quotes: format.quotes ? '' : say(catTexts['no-quotes']),
    columns: columnsText(head),
    header: headerText(head),
  });
}

/** What a sheet was taken for. */
export function sheetText(file: string, format: string, ref: TableRef, head: TableHead): string {
  const hidden = ref.hidden ? say(catTexts.hidden) : '';
  const values = { file, sheet: ref.sheet ?? '', hidden };
  if (head.width === 0) return say(catTexts['sheet-empty'], values);
  return say(catTexts.sheet, {
    ...values,
    format,
    columns: columnsText(head),
    header: headerText(head),
  });
}

/** Sheets by name, the hidden ones marked. */
export function sheetNames(refs: readonly TableRef[]): string {
  return refs
    .map(({ sheet, hidden }) => `${sheet ?? ''}${hidden ? say(catTexts.hidden) : ''}`)
    .join(say(catTexts.separator));
}

/** How the rows of a table add up. */
export function countsText({ rows, blank }: TableEnd, given: number, rejected: number): string {
  return say(catTexts.counts, { rows, given, rejected, blank });
}
