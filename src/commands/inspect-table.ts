import { plainSource } from '../campaign-file/sources.js';
import { problemWords } from '../cases/sources.js';
import { DibaoError, describeError } from '../errors.js';
import { loadFile } from '../load/file.js';
import type { PartResult } from '../load/types.js';
import { Interest } from '../match/interest.js';
import { maskId, maskIdsIn } from '../messages/mask.js';
import { type Guess, guessRecord } from '../read/header-guess.js';
import type { Layout } from '../read/layout.js';
import type { Encoding } from '../read/types.js';
import { knownRecord } from '../records/index.js';
import type { PeekedTable } from './inspect-tables.js';

const SAMPLES = 3;

/** Fields whose values name a person's number or account, whatever their form. */
const secret = new Set(['bank_account', 'account', 'phone', 'cert_no']);

/** What `inspect` tells of one table. */
export interface TableReport {
  readonly file: string;
  readonly sheet: string | null;
  readonly hidden: boolean;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly register: string | null;
  /** How much speaks for that record set; null where the user named it. */
  readonly score: number | null;
  readonly others: readonly { register: string; score: number }[];
  readonly missing: readonly string[];
  readonly header_row: number | null;
  readonly columns: readonly { header: string; field: string | null }[];
  readonly rows: number | null;
  readonly loaded: number | null;
  readonly rejected: number | null;
  readonly skipped: number | null;
  readonly notes: readonly string[];
  readonly problems: readonly {
    field: string | null;
    kind: string;
    title: string;
    rejected: boolean;
    count: number;
    examples: readonly { row: number; value: string }[];
  }[];
  readonly samples: readonly Readonly<Record<string, string>>[];
  /** Why the table cannot be read as that record set. */
  readonly error: string | null;
}

export interface TableOptions {
  readonly path: string;
  readonly shown: string;
  readonly register: string | undefined;
  readonly encoding: Encoding | undefined;
  readonly password: string | null;
  readonly unmask: boolean;
}

/** Looks at one table: guesses what it is, reads it whole as that, and counts what it finds. */
export async function inspectTable(table: PeekedTable, options: TableOptions): Promise<TableReport> {
  const guesses = guessRecord(table.head, options.shown, table.sheet);
  const guess = chosen(guesses, options.register);
  const read = guess === null ? null : await readAs(guess.key, table, options);
  const part = read instanceof DibaoError ? null : read;
  const { layout } = guess ?? { layout: null };
  return {
    file: options.shown,
    sheet: table.sheet,
    hidden: table.hidden,
    encoding: table.encoding,
    delimiter: table.delimiter,
    register: guess?.key ?? null,
    score: options.register === undefined ? (guess?.score ?? null) : null,
    others: guesses
      .filter((other) => other.key !== guess?.key && other.score > 0 && other.layout !== null)
      .slice(0, 2)
      .map(({ key, score }) => ({ register: key, score })),
    missing: layout === null ? (guess?.missing ?? []) : [],
    header_row: layout?.headerRow ?? null,
    columns: part?.columns ?? layout?.columns.map(({ header, field }) => ({ header, field })) ?? [],
    rows: part?.rows ?? null,
    loaded: part?.loaded ?? null,
    rejected: part?.rejected ?? null,
    skipped: part?.skipped ?? null,
    notes: [...(part?.doubts ?? []), ...(part?.notes ?? [])],
    problems: problemsOf(part),
    samples: layout === null ? [] : samplesOf(table, layout, options.unmask),
    error: read instanceof DibaoError ? describeError(read) : null,
  };
}

/** The record set the user named, else the likeliest one of which there is any sign. */
function chosen(guesses: readonly Guess[], register: string | undefined): Guess | null {
  if (register !== undefined) return guesses.find((guess) => guess.key === register) ?? null;
  const [best] = guesses;
  return best !== undefined && best.score > 0 ? best : null;
}

/** Reads the whole table without keeping a row: every row counts, nobody is of interest more than another. */
async function readAs(
  key: string,
  table: PeekedTable,
  { path, shown, encoding, password }: TableOptions,
): Promise<PartResult | DibaoError> {
  const spec = { ...plainSource(path, '.'), written: shown, sheet: table.sheet, encoding: encoding ?? null };
  const task = {
    number: 0,
    record: key,
    path,
    shown,
    label: shown,
    spec,
    named: true,
    spoolDir: '',
    keepAll: true,
    whole: false,
    nameMatching: false,
    password,
  };
  try {
    // As registers of relatives are read: row by row, and nothing written to disk.
    const { parts } = await loadFile({
      task,
      mode: 'relatives',
      interest: new Interest(),
      progress: () => undefined,
      found: null,
    });
    return parts[0] ?? new DibaoError('table-empty', {}, { file: shown, sheet: table.sheet });
  } catch (error) {
    if (error instanceof DibaoError) return error;
    throw error;
  }
}

function problemsOf(part: PartResult | null): TableReport['problems'] {
  return [...(part?.problems ?? [])]
    .map((problem) => ({ ...problem, title: problemWords(problem.kind).title }))
    .sort((a, b) => Number(b.rejected) - Number(a.rejected) || b.count - a.count);
}

function samplesOf(table: PeekedTable, layout: Layout, unmask: boolean): Record<string, string>[] {
  const fields = new Map(knownRecord(layout.record).fields.map((field) => [field.name, field]));
  return table.head.slice(layout.dataFrom, layout.dataFrom + SAMPLES).map((row) => {
    const sample: Record<string, string> = {};
    for (const column of layout.columns) {
      const cell = row.cells[column.index] ?? '';
      const field = fields.get(column.field ?? '');
      const hide = field?.type === 'id' || secret.has(column.field ?? '');
      sample[column.header] = unmask ? cell : hide ? maskId(cell) : maskIdsIn(cell);
    }
    return sample;
  });
}
