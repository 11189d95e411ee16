import { DibaoError } from '../errors.js';
import { compact, isBlank } from '../normalise/characters.js';
import { parseHouseholdId } from '../normalise/index.js';
import { detectCsv } from '../read/csv-format.js';
import { readCsvRows } from '../read/csv-rows.js';
import { detectFile } from '../read/detect.js';
import type { ReadProblem, RowSink } from '../read/types.js';
import { openBook } from '../read/xlsx/book.js';
import { resultWords } from './book.js';

/** Household number → wrong, right, or null where it could not be verified. */
export type Results = Map<string, boolean | null>;

const meanings: ReadonlyMap<string, boolean | null> = new Map([
  [resultWords.right, false],
  [resultWords.wrong, true],
  [resultWords.unknown, null],
]);

/** Takes the rows of one sheet under a header with 户编号 and 核查结果, in whatever order its columns stand. */
class ResultTable implements RowSink {
  readonly #shown: string;
  readonly #sheet: string | null;
  readonly #results: Results;
  #columns: { household: number; result: number } | null = null;

  constructor(shown: string, sheet: string | null, results: Results) {
    this.#shown = shown;
    this.#sheet = sheet;
    this.#results = results;
  }

  get isList(): boolean {
    return this.#columns !== null;
  }

  row(row: number, cells: string[]): undefined {
    const texts = cells.map((cell) => compact(cell));
    const household = texts.indexOf('户编号');
    const result = texts.indexOf('核查结果');
    if (household >= 0 && result >= 0) this.#columns = { household, result };
    else if (this.#columns !== null) this.#take(row, texts, this.#columns);
  }

  problem(_problem: ReadProblem): void {}

  #take(row: number, texts: readonly string[], columns: { household: number; result: number }): void {
    const id = parseHouseholdId(texts[columns.household] ?? '').value;
    const text = texts[columns.result] ?? '';
    if (id === '' || isBlank(text)) return;
    const place = { file: this.#shown, sheet: this.#sheet, row, field: '核查结果' };
    const meaning = meanings.get(text);
    if (meaning === undefined) {
      const known = [...meanings.keys()].join('、');
      throw new DibaoError('sample-answer', { value: text, known }, place);
    }
    const before = this.#results.get(id);
    if (before !== undefined && before !== meaning)
      throw new DibaoError('sample-conflict', { household: id }, place);
    this.#results.set(id, meaning);
  }
}

/**
 * Reads what a filled list says of its households, and adds it to `results`. Rows without a result say nothing.
 * @throws DibaoError sample-no-list, sample-answer, sample-conflict, and where the file cannot be opened
 */
export async function readResults(
  path: string,
  shown: string,
  results: Results,
  password?: string,
): Promise<void> {
  const { kind } = await detectFile(path);
  const tables: ResultTable[] = [];
  const table = (sheet: string | null): ResultTable => {
    const made = new ResultTable(shown, sheet, results);
    tables.push(made);
    return made;
  };
  if (kind === 'csv') await readCsvRows(path, detectCsv(path), table(null));
  else {
    const book = await openBook(path, kind, { password });
    try {
      for (const ref of book.sheets) await book.read(ref, table(ref.sheet));
    } finally {
      await book.close();
    }
  }
  if (!tables.some(({ isList }) => isList)) throw new DibaoError('sample-no-list', {}, { file: shown });
}
