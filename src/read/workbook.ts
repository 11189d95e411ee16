import { DibaoError } from '../errors.js';
import type { OpenOptions, RowSink, TableRef } from './types.js';
import type { OdsHidden } from './workbook-hidden.js';
import { prepareWorkbook } from './workbook-input.js';
import { type FormatKind, formatKind } from './xlsx/formats.js';
import { limits } from './xlsx/limits.js';
import { MergeFiller, type VerticalMerge } from './xlsx/merges.js';
import { wholeFile } from './xlsx/ole2.js';
import type { SheetEnd } from './xlsx/sheet.js';
import { formattedText } from './xlsx/values.js';

/** What is used of a SheetJS cell: `t` its type, `v` its value, `z` its number format, `f` its formula. */
interface Cell {
  readonly t: string;
  readonly v?: string | number | boolean | null;
  readonly z?: string | number;
  readonly f?: string;
  readonly w?: string;
}

interface Sheet {
  readonly '!data'?: (readonly (Cell | undefined)[] | undefined)[];
  readonly '!merges'?: readonly { s: { r: number; c: number }; e: { r: number; c: number } }[];
  readonly '!rows'?: readonly ({ hidden?: boolean } | undefined)[];
  readonly '!type'?: string;
}

interface Workbook {
  readonly bookType?: string;
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<Record<string, Sheet | undefined>>;
  readonly Workbook?: {
    readonly Sheets?: readonly ({ Hidden?: number } | undefined)[];
    readonly WBProps?: { readonly date1904?: boolean };
  };
}

/** Error values of BIFF ([MS-XLS] 2.5.10). */
const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** One open workbook of another format than .xlsx, held in memory whole as SheetJS reads it. */
export class WorkbookFile {
  readonly sheets: readonly TableRef[];
  readonly #workbook: Workbook;
  readonly #date1904: boolean;
  readonly #kinds = new Map<string | number, FormatKind>();

  readonly #hidden: OdsHidden;

  constructor(file: string, workbook: Workbook, hidden: OdsHidden) {
    this.#hidden = hidden;
    this.#workbook = workbook;
    this.#date1904 = workbook.Workbook?.WBProps?.date1904 === true;
    this.sheets = workbook.SheetNames.flatMap((sheet, sheetIndex): TableRef[] => {
      const type = workbook.Sheets[sheet]?.['!type'] ?? 'sheet';
      if (type !== 'sheet') return [];
      const flag = workbook.Workbook?.Sheets?.[sheetIndex]?.Hidden ?? 0;
      const isHidden = flag !== 0 || hidden.sheets.has(sheet);
      return [
        { file, kind: 'workbook', sheet, sheetIndex, hidden: isHidden, encoding: null, delimiter: null },
      ];
    });
  }

  /** Gives one sheet's rows to the sink. */
  async read(ref: TableRef, sink: RowSink): Promise<SheetEnd> {
    const sheet = this.#workbook.Sheets[ref.sheet ?? ''];
    const merges = new MergeFiller(verticalMerges(sheet));
    const hidden = sheet?.['!rows'] ?? [];
    let given = 0;
    let hiddenRows = 0;
    let last = 0;
    // A damaged or crafted file may number its rows far apart: go by the rows there are, not from first to last.
    for (const index of presentIndexes(sheet?.['!data'] ?? [])) {
      const cells = this.#row(index + 1, sheet?.['!data']?.[index] ?? [], sink, ref);
      if (cells.length === 0) continue;
      given += 1;
      last = index + 1;
      if (hidden[index]?.hidden === true || this.#hidden.row(ref.sheet ?? '', index)) hiddenRows += 1;
      merges.fill(last, cells);
      if (sink.row(last, cells) === false) break;
      if (given % ROWS_BETWEEN_PAUSES === 0) await sink.pause?.();
    }
    return { rows: last, blank: last - given, rejected: 0, hiddenRows };
  }

  async close(): Promise<void> {}

  #row(row: number, source: readonly (Cell | undefined)[], sink: RowSink, ref: TableRef): string[] {
    const cells: string[] = [];
    for (const column of presentIndexes(source)) {
      const cell = source[column];
      if (cell === undefined) continue;
      if (column >= limits.columns) {
        throw new DibaoError('workbook-damaged', { part: ref.sheet ?? '' }, { file: ref.file, row });
      }
      const text = this.#text(cell);
      if (text === null) {
        const kind = cell.t === 'e' ? 'cell-error' : 'formula-uncached';
        const problem = { row, kind, column, rejected: false };
        sink.problem(cell.t === 'e' ? { ...problem, value: errorName(cell) } : problem);
      } else if (text.trim() === '') continue;
      while (cells.length < column) cells.push('');
      cells[column] = text ?? '';
    }
    return cells;
  }

  /** The cell's text; null for an error value and for a formula without a result. */
  #text(cell: Cell): string | null {
    const { t, v } = cell;
    if (t === 'e') return null;
    if (v === undefined || v === null) return cell.f === undefined ? '' : null;
    if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
    if (typeof v === 'number') {
      if (Number.isNaN(v)) return cell.f === undefined ? '' : null;
      return formattedText(v, this.#kind(cell), this.#date1904);
    }
    return String(v);
  }

  #kind({ z, w }: Cell): FormatKind {
    // It has no code for the built-in dates of Chinese Excel (27–31, 50–58), but shows them as its own short date.
    if (z === undefined) return w !== undefined && /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(w) ? 'date' : 'number';
    let kind = this.#kinds.get(z);
    if (kind === undefined) {
      kind = formatKind(String(z));
      this.#kinds.set(z, kind);
    }
    return kind;
  }
}

function errorName(cell: Cell): string {
  return cell.w ?? errorNames[Number(cell.v)] ?? '#ERROR!';
}

const ROWS_BETWEEN_PAUSES = 500;

/** Above this length an array is taken to be sparse. */
const SPARSE = 1 << 21;

/** The indexes an array holds something at, ascending, without walking the gaps of a long sparse one. */
function presentIndexes(array: readonly unknown[]): number[] {
  if (array.length > SPARSE) return Object.keys(array).map(Number);
  const found: number[] = [];
  for (let index = 0; index < array.length; index += 1) if (array[index] !== undefined) found.push(index);
  return found;
}

function verticalMerges(sheet: Sheet | undefined): VerticalMerge[] {
  return (sheet?.['!merges'] ?? [])
    .filter((one) => one.e.r > one.s.r)
    .map((one) => ({ first: one.s.r + 1, last: one.e.r + 1, column: one.s.c }))
    .sort((a, b) => a.first - b.first);
}

/**
 * Opens .xls, .xlsb, .ods, .et, and HTML or XML under the name .xls. `bytes`: its content, where that is in memory already.
 * @throws DibaoError file-missing, workbook-too-large, workbook-encrypted, workbook-password-wrong, workbook-bomb,
 * workbook-unreadable and what the zip of .xlsb and .ods is refused for.
 */
export async function openWorkbook(
  path: string,
  options: OpenOptions = {},
  bytes?: Buffer,
): Promise<WorkbookFile> {
  const { data: input, hidden } = await prepareWorkbook(path, bytes ?? wholeFile(path));
  // Loaded only here: it is by far the largest module, and most runs need none of it.
  const [xlsx, codepages] = await Promise.all([import('xlsx'), import('xlsx/dist/cpexcel.full.mjs')]);
  xlsx.set_cptable(codepages);
  let workbook: Workbook;
  const silenced = console.error;
  try {
    // It tells the console of what it does not know; what matters of that is a cell without text, and told as such.
    console.error = () => {};
    workbook = xlsx.read(input, {
      type: typeof input === 'string' ? 'string' : 'buffer',
      dense: true,
      cellDates: false,
      cellNF: true,
      cellText: true,
      cellHTML: false,
      cellFormula: true,
      // Only HTML heeds it: an ID number in a web table must not become a number and lose its last digits.
      raw: true,
      password: options.password,
    }) as unknown as Workbook;
  } catch (error) {
    throw new DibaoError(refusal(error), {}, { file: path });
  } finally {
    console.error = silenced;
  }
  // From text it also makes a sheet of what is neither HTML nor XML, as if it were a CSV: not what was asked for.
  if (typeof input === 'string' && workbook.bookType === undefined) {
    throw new DibaoError('workbook-unreadable', {}, { file: path });
  }
  return new WorkbookFile(path, workbook, hidden);
}

/** SheetJS tells of passwords by message only. */
function refusal(error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  if (/password is incorrect/i.test(message)) return 'workbook-password-wrong';
  return /password|encrypt/i.test(message) ? 'workbook-encrypted' : 'workbook-unreadable';
}
