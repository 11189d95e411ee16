import type { LayoutNoteKind } from '../messages/layout.js';
import type { RawRow } from './types.js';

/** Rows looked at to find the header. */
export const PEEK = 200;

/** A money column's scale, as its header, the group above it or the unit line says; yuan where nothing is said. */
export type Scale = 'yuan' | 'wan';
/** The period an amount of a monthly field covers, where the header says one; null: per month, as the field is. */
export type Period = 'month' | 'year' | 'quarter' | null;

/** One column of the table, and the field it carries. */
export interface Column {
  /** Position in the row, 0-based. Two columns share it only where the head's ID is the household's number too. */
  readonly index: number;
  /** The header without spaces and line breaks; of two rows `家庭成员一/姓名`. */
  readonly header: string;
  /** Null for a column outside the dictionary: kept as evidence. */
  readonly field: string | null;
  /** 0 is the row itself, k the k-th member of a wide roster row. */
  readonly member: number;
  readonly scale: Scale;
  readonly period: Period;
  /**
   * True where the amount is one person's (人均补差, 人均收入), false where it is the household's (月保障金, 家庭年收入).
   * An income_per_capita column with false must be divided by the persons of the household.
   */
  readonly perPerson: boolean;
  /** The cell holds township and village in one (行政区划). */
  readonly split?: true;
  /** Amounts may have a decimal comma: the file is delimited by semicolons. */
  readonly decimalComma?: true;
}

/** Something about the layout that the user should know; texts in messages/layout.ts. */
export interface LayoutNote {
  readonly kind: LayoutNoteKind;
  readonly values: Readonly<Record<string, string | number>>;
  /** Index of the column it is about, where it is about one. */
  readonly column?: number;
}

/** Where the header of a table is, and which column carries which field. */
export interface Layout {
  /** Key of the record set. */
  readonly record: string;
  /** Source row of the header's first row. */
  readonly headerRow: number;
  readonly headerRows: 1 | 2;
  /** Index into the rows given of the first row that may be data. */
  readonly dataFrom: number;
  readonly columns: readonly Column[];
  /** Rows above the header: title, unit line, date, blanks. */
  readonly preamble: readonly RawRow[];
  readonly notes: readonly LayoutNote[];
  /**
   * What the household_id column really holds: the number itself, the head's ID, or a serial number that stands
   * once per household (fill it down). Null for record sets without households.
   */
  readonly householdFrom: 'household_id' | 'head_id' | 'serial' | null;
}

/** The place of a table, for errors. */
export interface TablePlace {
  readonly file: string;
  readonly sheet: string | null;
}
