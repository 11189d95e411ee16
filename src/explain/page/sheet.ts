import chalk from 'chalk';
import { textTable } from '../../reports/text-table.js';
import { pad, width, wrap } from '../../reports/width.js';

/** Columns that labels take at most. */
const LABEL = 10;

/** What the answer is written on, part by part: a terminal or a paper. */
export interface Sheet {
  /** Rows of one register: more of them fill the page without telling more (payments, utility bills). */
  readonly shown: number;
  title(text: string): void;
  /** A paragraph so many columns in; `lead` stands before it. */
  text(text: string, indent?: number, lead?: string): void;
  /** A text with a label before it. Nothing for an empty text. */
  entry(label: string, text: string, indent?: number): void;
  /** The first row is the header. */
  table(rows: readonly (readonly string[])[]): void;
}

/** The answer in lines of text; every text passes through `mask` before it is broken into lines. */
export class TextSheet implements Sheet {
  readonly shown = 12;
  readonly #lines: string[] = [];
  readonly #columns: number;
  readonly #mask: (text: string) => string;

  constructor(columns: number, mask: (text: string) => string) {
    this.#columns = Math.max(60, columns);
    this.#mask = mask;
  }

  title(text: string): void {
    this.#lines.push('', chalk.bold(this.#mask(text)));
  }

  /** A paragraph, its further lines as far in as the first; `lead` stands before it, coloured or not. */
  text(text: string, indent = 2, lead = ''): void {
    const left = indent + width(lead);
    const [first = '', ...more] = wrap(this.#mask(text), this.#columns - left);
    this.#lines.push(' '.repeat(indent) + lead + first, ...more.map((line) => ' '.repeat(left) + line));
  }

  /** `label  text`, the further lines below the text. Nothing for an empty text. */
  entry(label: string, text: string, indent = 2): void {
    if (text !== '') this.text(text, indent, chalk.dim(pad(label, LABEL)));
  }

  table(rows: readonly (readonly string[])[], shrink: readonly number[] = []): void {
    const [header = [], ...body] = rows.map((row) => row.map(this.#mask));
    const painted = [header.map((cell) => chalk.dim(cell)), ...body];
    this.#lines.push(...textTable(painted, { width: this.#columns, shrink, indent: 2 }).split('\n'));
  }

  toString(): string {
    return `${this.#lines.map((line) => line.trimEnd()).join('\n')}\n`;
  }
}
