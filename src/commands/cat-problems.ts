import { problemWords } from '../cases/sources.js';
import { catTexts } from '../messages/cat.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import type { ReadProblem } from '../read/types.js';
import { columnLetters } from '../reports/workbook/xml.js';

/** Rows named of each kind of problem; the others are counted. */
const NAMED = 10;
const VALUES = 3;
const LONGEST = 40;
/** Rows that are given although their width is not the header's: no problem of the reader, but one of `check`. */
const RAGGED = 'ragged';

interface Group {
  readonly kind: string;
  readonly column: number | null;
  readonly rejected: boolean;
  count: number;
  readonly rows: number[];
  readonly values: Set<string>;
}

/** The problems of one table by kind and column: counted, with the first rows of each. */
export class RowProblems {
  rejected = 0;
  readonly #groups = new Map<string, Group>();

  add({ row, kind, column, value, rejected }: ReadProblem): void {
    if (rejected) this.rejected += 1;
    const key = `${kind} ${column ?? ''} ${rejected}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { kind, column: column ?? null, rejected, count: 0, rows: [], values: new Set() };
      this.#groups.set(key, group);
    }
    group.count += 1;
    if (group.rows.length < NAMED) group.rows.push(row);
    if (value !== undefined && group.values.size < VALUES) group.values.add(shown(value));
  }

  addRagged(row: number): void {
    this.add({ row, kind: RAGGED, rejected: false });
  }

  /**
   * What happened, in the words of the catalogue; what cost most first.
   * @param header the header's cells, to name columns by
   * @param lossesOnly leave out what cost neither a row nor a cell
   */
  lines(header: readonly string[], width: number | null, lossesOnly: boolean): string[] {
    const groups = [...this.#groups.values()]
      .filter(({ rejected, column }) => !lossesOnly || rejected || column !== null)
      .sort((a, b) => Number(b.rejected) - Number(a.rejected) || b.count - a.count);
    const advised = new Set<string>();
    return groups.flatMap((group) => {
      const line = lineOf(group, header, width);
      const { remedy } = wordsOf(group.kind, width);
      if (remedy === '' || advised.has(group.kind)) return [line];
      advised.add(group.kind);
      return [line, say(catTexts.remedy, { remedy })];
    });
  }
}

function shown(value: string): string {
  const text = maskIdsIn(value).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function wordsOf(kind: string, width: number | null): { title: string; remedy: string } {
  if (kind !== RAGGED) return problemWords(kind);
  return { title: say(catTexts.ragged, { width: width ?? 0 }), remedy: '' };
}

function lineOf(group: Group, header: readonly string[], width: number | null): string {
  const { kind, column, count, rows, values } = group;
  const { title } = wordsOf(kind, width);
  const separator = say(catTexts.separator);
  const what =
    column === null
      ? say(catTexts.problem, { title, count, rejected: group.rejected ? say(catTexts.rejected) : '' })
      : say(catTexts['problem-cell'], { title, count, column: columnName(column, header) });
  const where = say(count > rows.length ? catTexts['rows-first'] : catTexts.rows, {
    rows: rows.join(separator),
  });
  return `${what}${where}${values.size > 0 ? ` ${[...values].join(separator)}` : ''}`;
}

/** The header's text, else the letters that a spreadsheet shows above the column. */
function columnName(column: number, header: readonly string[]): string {
  const text = shown(header[column] ?? '');
  return text !== '' ? text : say(catTexts.column, { letters: columnLetters(column + 1) });
}
