import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { problems } from '../messages/problems.js';
import { compact, isBlank } from '../normalise/characters.js';
import { detectCsv } from '../read/csv-format.js';
import { readCsvRows } from '../read/csv-rows.js';
import { detectFile } from '../read/detect.js';
import { headerKeys } from '../read/header-text.js';
import type { ReadProblem, RowSink } from '../read/types.js';
import { exemptionSet } from './columns.js';
import { checkNames, type KnownCheck, readRow } from './row.js';
import type { Exemption, ExemptionFile } from './types.js';

/** Rows above the header: titles. */
const DEEPEST = 20;
/** Columns that a row must name to be taken for the header. */
const LEAST = 3;

const byLabel = new Map(
  exemptionSet.fields.flatMap(({ name, labels }) =>
    labels.map((label) => [headerKeys(label).whole, name] as const),
  ),
);

function columnsOf(cells: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const [index, cell] of cells.entries()) {
    const { whole, bare } = headerKeys(cell);
    const name = byLabel.get(whole) ?? byLabel.get(bare);
    if (name !== undefined && ![...found.values()].includes(name)) found.set(index, name);
  }
  return found;
}

/** Starred columns that a header lacks, by their titles; of those of which one is enough, both. */
function lacking(columns: ReadonlyMap<number, string>): string[] {
  const named = new Set(columns.values());
  const titles = exemptionSet.fields.flatMap(({ name, title, starred }) =>
    starred && !named.has(name) ? [title] : [],
  );
  const keys = (exemptionSet.oneOf ?? []).filter((names) => !names.some((name) => named.has(name)));
  const title = (name: string): string =>
    exemptionSet.fields.find((field) => field.name === name)?.title ?? name;
  return [...keys.map((names) => names.map(title).join('/')), ...titles];
}

/** Takes the rows of one table; keeps what is wrong with each, so that all of it is told at once. */
class ExemptionTable implements RowSink {
  readonly exemptions: Exemption[] = [];
  readonly errors: DibaoError[] = [];
  readonly #file: string;
  readonly #sheet: string | null;
  readonly #names: ReadonlyMap<string, string>;
  #columns: Map<number, string> | null = null;
  /** The row that came nearest to a header. */
  #nearest = new Map<number, string>();
  #seen = 0;

  constructor(file: string, sheet: string | null, names: ReadonlyMap<string, string>) {
    this.#file = file;
    this.#sheet = sheet;
    this.#names = names;
  }

  get hasHeader(): boolean {
    return this.#columns !== null;
  }

  /** The columns that are wanted and not there. */
  get lacks(): string[] {
    return lacking(this.#columns ?? this.#nearest);
  }

  row(row: number, cells: string[]): boolean | undefined {
    if (this.#columns === null) return this.#begin(cells);
    if (cells.every((cell) => isBlank(compact(cell)))) return undefined;
    const texts = new Map([...this.#columns].map(([index, name]) => [name, cells[index] ?? '']));
    try {
      const place = { file: this.#file, sheet: this.#sheet, row };
      this.exemptions.push(readRow(texts, place, this.#names));
    } catch (error) {
      if (!(error instanceof DibaoError)) throw error;
      this.errors.push(error);
    }
    return undefined;
  }

  problem({ row, kind }: ReadProblem): void {
    // Above the header nothing is lost; below it, what cannot be read may be a row that exempts, or does not.
    if (this.#columns === null || kind === 'encoding-guessed') return;
    const title = problems[kind]?.title;
    const values = { kind: title === undefined ? kind : say(title) };
    const place = { file: this.#file, sheet: this.#sheet, row };
    this.errors.push(new DibaoError('exemption-unreadable', values, place));
  }

  #begin(cells: readonly string[]): boolean | undefined {
    this.#seen += 1;
    const columns = columnsOf(cells);
    if (columns.size > this.#nearest.size) this.#nearest = columns;
    if (columns.size >= LEAST) this.#columns = columns;
    return this.#columns === null && this.#seen >= DEEPEST ? false : undefined;
  }
}

async function tablesOf(
  path: string,
  file: string,
  names: ReadonlyMap<string, string>,
): Promise<ExemptionTable[]> {
  const { kind } = await detectFile(path);
  if (kind === 'csv') {
    const table = new ExemptionTable(file, null, names);
    await readCsvRows(path, detectCsv(path), table);
    return [table];
  }
  const { openBook } = await import('../read/xlsx/book.js');
  const book = await openBook(path, kind);
  const tables: ExemptionTable[] = [];
  try {
    for (const ref of book.sheets) {
      const table = new ExemptionTable(file, ref.sheet, names);
      await book.read(ref, table);
      tables.push(table);
    }
  } finally {
    await book.close();
  }
  // The sheet of notes that the template has beside it is no list.
  const listed = tables.filter(({ hasHeader }) => hasHeader);
  return listed.length > 0 ? listed : tables;
}

/**
 * Reads an exemption file (CSV in any encoding, or a workbook): all of its rows, or none.
 * @param path absolute; `file` as messages show it
 * @param checks those that an exemption may name
 * @throws DibaoError exemption-* with every faulty row, and those of a file that cannot be opened
 */
export async function readExemptions(
  path: string,
  file: string,
  checks: readonly KnownCheck[],
): Promise<ExemptionFile> {
  const placed = (error: unknown): unknown =>
    error instanceof DibaoError && error.place.file === path
      ? new DibaoError(error.code, error.values, { ...error.place, file })
      : error;
  let tables: ExemptionTable[];
  try {
    tables = await tablesOf(path, file, checkNames(checks));
  } catch (error) {
    throw placed(error);
  }
  const [table] = tables;
  const lacks = tables.find((one) => one.lacks.length > 0)?.lacks ?? [];
  if (table === undefined || lacks.length > 0)
    throw new DibaoError('exemption-columns', { columns: lacks.join('、') }, { file });
  const [first, ...others] = tables.flatMap(({ errors }) => errors);
  if (first !== undefined) throw new DibaoError(first.code, first.values, first.place, others);
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, bytes: bytes.length, sha256, exemptions: tables.flatMap((one) => one.exemptions) };
}
