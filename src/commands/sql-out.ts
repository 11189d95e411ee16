import type { DuckDBValue } from '@duckdb/node-api';
import { maskId, maskIdsIn } from '../messages/mask.js';
import { csvLine } from '../reports/csv.js';
import { isNumber, toJson, toText } from '../sql/values.js';
import type { OutputFormat } from './options.js';
import { table } from './print-rows.js';

/** Rows that a table on the screen has; nobody reads more, and its columns need all of them at once. */
export const SHOWN = 500;
/** Characters of a cell in a table. */
const LONGEST = 60;
/** Digits that a spreadsheet keeps of a number. */
const SPREADSHEET_DIGITS = 15;
/** Columns that hold numbers of persons: masked whatever they look like. */
const PERSONAL = /(?:^|_)(?:id_number|person)$/;

/** Turns a result, row by row, into the text of one format. */
export class ResultText {
  readonly #format: OutputFormat;
  readonly #names: readonly string[];
  readonly #mask: boolean;
  readonly #shown: string[][] = [];
  rows = 0;

  /** @param names of the columns, no two alike @param mask ID numbers are not to stand whole */
  constructor(format: OutputFormat, names: readonly string[], mask: boolean) {
    this.#format = format;
    this.#names = names;
    this.#mask = mask;
  }

  begin(): string {
    if (this.#format === 'csv') return csvLine(this.#names);
    return this.#format === 'json' ? '[' : '';
  }

  /** The text of one row; of a table nothing yet. */
  row(values: readonly DuckDBValue[]): string {
    this.rows += 1;
    if (this.#format === 'table') {
      if (this.#shown.length < SHOWN) this.#shown.push(values.map((value, at) => this.#cell(value, at)));
      return '';
    }
    if (this.#format === 'csv') return this.#masked(csvLine(values.map(csvValue)));
    const pairs = this.#names.map((name, at) => [name, toJson(values[at] ?? null)] as const);
    const text = this.#masked(JSON.stringify(Object.fromEntries(pairs)));
    if (this.#format === 'ndjson') return `${text}\n`;
    return `${this.rows === 1 ? '\n' : ',\n'}${text}`;
  }

  end(): string {
    if (this.#format === 'json') return this.rows === 0 ? ']\n' : '\n]\n';
    return this.#format === 'table' ? table([[...this.#names], ...this.#shown]) : '';
  }

  #masked(text: string): string {
    return this.#mask ? maskIdsIn(text) : text;
  }

  #cell(value: DuckDBValue, at: number): string {
    const text = toText(value).replaceAll(/\s+/g, ' ');
    const masked = this.#mask && PERSONAL.test(this.#names[at] ?? '') ? maskId(text) : this.#masked(text);
    return masked.length > LONGEST ? `${masked.slice(0, LONGEST - 1)}…` : masked;
  }
}

/** Numbers stay numbers: a minus is no formula. One with more digits than a spreadsheet keeps is a text. */
function csvValue(value: DuckDBValue): string | number | null {
  if (value === null) return null;
  const text = toText(value);
  return isNumber(value) && text.replace(/\D/g, '').length <= SPREADSHEET_DIGITS ? Number(text) : text;
}
