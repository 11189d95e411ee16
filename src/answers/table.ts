import { compact, isBlank } from '../normalise/characters.js';
import type { ReadProblem, RowSink } from '../read/types.js';
import { answerKeys, type Header, headerOf, identityKeys, keptKeys } from './titles.js';
import type { AnswerRow, AnswerSheet, Fault } from './types.js';

/** Rows above the header of a form: titles that were inserted. */
const DEEPEST = 60;
const total = /^(?:合计|小计|总计|共计|本页)/;
const note = /^(?:注|说明|备注|填表|制表|审核|单位|填报|负责人|经办|联系)|[::]/;

const isFilled = (text: string | undefined): text is string => text !== undefined && !isBlank(compact(text));

/** Takes one sheet's rows, and keeps those of a form that have an answer. */
export class AnswerTable implements RowSink {
  readonly faults: Fault[] = [];
  readonly #sheet: string | null;
  readonly #rows: AnswerRow[] = [];
  #header: Header | null = null;
  #answers: ReadonlySet<string> = new Set();
  #kept: ReadonlySet<string> = new Set();
  /** Most cells say what others say: each text is held once. */
  readonly #texts = new Map<string, string>();
  #unanswered = 0;
  #seen = 0;

  constructor(sheet: string | null) {
    this.#sheet = sheet;
  }

  /** What was found; null where the sheet holds no form. */
  get result(): AnswerSheet | null {
    if (this.#header === null) return null;
    const { kind, titles } = this.#header;
    return { kind, sheet: this.#sheet, titles, rows: this.#rows, unanswered: this.#unanswered };
  }

  row(row: number, cells: string[]): boolean | undefined {
    if (this.#header === null) {
      this.#seen += 1;
      this.#begin(row, cells);
      return this.#header !== null || this.#seen < DEEPEST ? undefined : false;
    }
    this.#take(row, cells, this.#header);
    return undefined;
  }

  problem({ row, column, kind, value, rejected }: ReadProblem): void {
    const key = column === undefined ? undefined : this.#header?.keys.get(column);
    // An error value in a column that is no answer, or above the header, loses nothing.
    if (this.#header === null || (!rejected && (key === undefined || !this.#answers.has(key)))) return;
    const title = key === undefined ? '' : (this.#header.titles[key] ?? '');
    const code = rejected ? 'row-unreadable' : 'cell-unreadable';
    this.faults.push({ code, sheet: this.#sheet, row, column: title, value: value ?? '', values: { kind } });
  }

  #begin(row: number, cells: readonly string[]): void {
    const header = headerOf(cells);
    if (header === null) return;
    this.#header = header;
    this.#answers = answerKeys(header.kind);
    this.#kept = keptKeys(header.kind);
    const at = { sheet: this.#sheet, row, value: '', values: {} };
    for (const column of header.twice) this.faults.push({ ...at, code: 'column-twice', column });
    const wanted = identityKeys[header.kind];
    if (wanted.some((key) => header.titles[key] !== undefined)) return;
    const values = { column: header.kind === 'verification' ? '疑点编号' : '户编号' };
    this.faults.push({ ...at, code: 'column-missing', column: '', values });
  }

  #take(row: number, cells: readonly string[], header: Header): void {
    const texts: Record<string, string> = {};
    let filled = 0;
    let repeated = 0;
    let answered = false;
    for (const [index, key] of header.keys) {
      const text = cells[index];
      if (!isFilled(text)) continue;
      if (this.#kept.has(key)) texts[key] = this.#once(text);
      filled += 1;
      if (text.trim() === header.titles[key]) repeated += 1;
      if (this.#answers.has(key)) answered = true;
    }
    if (filled === 0 || repeated * 2 >= filled) return;
    // The first column may be that of the numbers, and hold 合计 or a note: a number has digits.
    const named = identityKeys[header.kind].some((key) => /\p{Nd}/u.test(texts[key] ?? ''));
    if (!named && this.#isAside(cells, texts)) return;
    if (answered) this.#rows.push({ sheet: this.#sheet, row, texts });
    else if (named) this.#unanswered += 1;
  }

  #once(text: string): string {
    const known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, text);
    return known ?? text;
  }

  /** A total, a note or a line to sign below the table: no answer, whatever columns it runs across. */
  #isAside(cells: readonly string[], texts: Readonly<Record<string, string>>): boolean {
    const said = cells.filter(isFilled).map((cell) => compact(cell));
    if (total.test(said[0] ?? '')) return true;
    return texts.verdict === undefined && said.some((text) => note.test(text));
  }
}
