import { canBeTwoRows } from './header-cells.js';
import type { RawRow } from './types.js';
import { isValue } from './value-like.js';

/** What stands above a table's data, found without knowing what the table is. */
export interface TableHead {
  /** Source row of the header's first row; null where the table has none. */
  readonly headerRow: number | null;
  readonly headerRows: 1 | 2;
  /** Rows above the header: title, unit line, date. */
  readonly preamble: number;
  /** Cells of a whole row: those of the header, else the most usual number; null where there is no usual one. */
  readonly width: number | null;
}

/** No real table has more than this above its header. */
const DEEPEST = 100;
/** Rows below a header whose values are looked at. */
const BELOW = 100;
/** A longer text names no column. */
const LONGEST = 40;
/** A colon with text behind it, as in 填报单位:某局, which stands above a header and is none. */
const said = /[:：]\s*\S/;
const bracketed = /[([（【][^()[\]（）【】]*[)\]）】]/g;

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';

function filledIn({ cells }: RawRow): number[] {
  return cells.flatMap((cell, index) => (isFilled(cell) ? [index] : []));
}

/** The most usual of some numbers, the greater of two as usual; 0 for none. */
function mostUsual(numbers: readonly number[]): { value: number; share: number } {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  let value = 0;
  for (const [one, count] of counts) {
    const best = counts.get(value) ?? 0;
    if (count > best || (count === best && one > value)) value = one;
  }
  return { value, share: (counts.get(value) ?? 0) / Math.max(1, numbers.length) };
}

/** What a row is, seen together with the rows below it. */
type Kind = 'preamble' | 'header' | 'data';

function kindOf(row: RawRow, below: readonly RawRow[]): Kind {
  const filled = filledIn(row);
  const usual = mostUsual(below.map((one) => filledIn(one).length).filter((count) => count > 0)).value;
  if (filled.length === 0 || filled.length < Math.max(usual > 1 ? 2 : 1, usual / 2)) return 'preamble';
  const cells = filled.map((index) => (row.cells[index] ?? '').trim());
  let speaksFor = 0;
  let speaksAgainst = 0;
  let recurs = false;
  for (const index of filled) {
    const values = below.map((one) => one.cells[index] ?? '').filter(isFilled);
    const cell = row.cells[index] ?? '';
    const areValues = values.length > 0 && values.filter(isValue).length * 2 > values.length;
    if (areValues && !isValue(cell)) speaksFor += 1;
    // A column headed 2025 or 3月 holds amounts: that alone makes no data of a row of texts.
    else if (isValue(cell) && (areValues || values.length === 0)) speaksAgainst += isPeriod(cell) ? 0.25 : 1;
    else if (!areValues && values.some((value) => value.trim() === cell.trim())) recurs = true;
  }
  if (speaksAgainst > 0 && speaksAgainst >= speaksFor) return 'data';
  if (cells.some((cell) => said.test(cell.replace(bracketed, ''))))
    return speaksFor > 1 ? 'header' : 'preamble';
  // A title that a program has repeated into every cell of its merged range.
  if (new Set(cells).size * 2 <= cells.length) return usual > 1 ? 'preamble' : 'data';
  if (speaksFor > 0) return 'header';
  if (recurs || cells.some(isValue)) return 'data';
  return cells.some((cell) => cell.length > LONGEST) ? 'preamble' : 'header';
}

/** True for years and months, which head columns as often as they fill them. */
function isPeriod(text: string): boolean {
  return /^(?:(?:19|20)\d\d年?(?:[-./]?\d{1,2}月?)?|1[0-2]|[1-9])$/.test(text.trim());
}

/**
 * Whether two rows are one header: groups above, labels below them. A group stands over a label of another text and
 * leaves blanks to its right; all other labels stand below a blank, or are merged over both rows.
 */
function areOneHeader(upper: RawRow, lower: RawRow): boolean {
  if (!canBeTwoRows(upper.cells, lower.cells)) return false;
  const above = (index: number): string => (upper.cells[index] ?? '').trim();
  const below = (index: number): string => (lower.cells[index] ?? '').trim();
  let groups = 0;
  for (const index of filledIn(upper)) {
    if (below(index) === '' || below(index) === above(index)) continue;
    if (above(index + 1) !== '' || below(index + 1) === '') return false;
    groups += 1;
  }
  return groups > 0;
}

/**
 * The header of any table at all, by what its rows look like: the first row as full as those below it that holds texts
 * where they hold numbers, dates or codes; where they are all texts, the first row whose texts do not come again.
 * @param rows the first rows of the table in order, blank ones left out
 */
export function findTableHead(rows: readonly RawRow[]): TableHead {
  const usual = mostUsual(rows.map(({ cells }) => cells.length));
  const none: TableHead = {
    headerRow: null,
    headerRows: 1,
    preamble: 0,
    width: usual.share > 0.5 ? usual.value : null,
  };
  for (const [index, row] of rows.slice(0, DEEPEST).entries()) {
    const lower = rows[index + 1];
    const two = lower !== undefined && areOneHeader(row, lower);
    const from = two ? index + 2 : index + 1;
    const kind = kindOf(two ? lower : row, rows.slice(from, from + BELOW));
    if (kind === 'data') return none;
    if (kind === 'preamble') continue;
    const width = Math.max(row.cells.length, two ? lower.cells.length : 0);
    return { headerRow: row.row, headerRows: two ? 2 : 1, preamble: index, width };
  }
  return none;
}
