import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { reportTexts as texts } from '../messages/reports.js';
import { type CsvValue, csvLine, csvRows } from './csv.js';
import { effectOf } from './effect.js';

const longestValue = 200;

/** One rejected row, or one field that was left out, as rejects.csv lists it. */
export interface Reject {
  /** Title of the record set, for example 车辆. */
  readonly register: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  /** Header or title of the field; null where the whole row is meant. */
  readonly field: string | null;
  /** The value as it stood in the file; IDs are masked here. */
  readonly value: string;
  /** Code of the problem, for what became of the row. */
  readonly kind: string;
  /** True if the row is lost. */
  readonly rejected: boolean;
  /** What is wrong, in words. */
  readonly problem: string;
  /** What the supplier should do. */
  readonly remedy: string;
  readonly supplier: string | null;
}

/** The columns of rejects.csv, in order, as the bureau that gets the list back reads them. */
export function rejectsColumns(): string[] {
  const { columns } = texts.rejects;
  return [
    columns.register,
    columns.file,
    columns.sheet,
    columns.row,
    columns.field,
    columns.value,
    columns.effect,
    columns.problem,
    columns.remedy,
    columns.supplier,
  ].map((text) => say(text));
}

/** The first bytes of rejects.csv: BOM and header. */
export function rejectsHeader(): string {
  return `\uFEFF${csvRows([rejectsColumns()])}`;
}

function valuesOf(reject: Reject): CsvValue[] {
  // Masked before it is cut: half an ID is found by no pattern.
  const value = maskIdsIn(reject.value.slice(0, 2 * longestValue)).slice(0, longestValue);
  const effect = effectOf(reject);
  const { register, file, sheet, row, field, problem, remedy, supplier } = reject;
  return [register, file, sheet, row, field, value, effect, problem, remedy, supplier];
}

/** Rows of rejects.csv with their line ends; values are cut at 200 characters, IDs masked. */
export function rejectsRows(rejects: readonly Reject[]): string {
  return rejects.map((reject) => csvLine(valuesOf(reject))).join('');
}
