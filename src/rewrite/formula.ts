import { columnIndex } from '../read/xlsx/merges.js';
import { columnLetters } from './areas.js';
import { LAST_ROW, type RowMap } from './row-map.js';

/** A reference to cells as a formula has it; rows from 1, columns from 0. */
export interface Reference {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
}

/** What a formula reads. */
export interface FormulaReads {
  readonly references: readonly Reference[];
  /** It reads cells that its text does not name: by a name, a table's column, INDIRECT or OFFSET. */
  readonly isOpaque: boolean;
}

const LAST_COLUMN = 16_383;
const CELL = /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})/.source;

/** Tokens of a formula (ECMA-376 part 1, 18.17.2), as far as references must be told from what looks so. */
const token = new RegExp(
  [
    '"(?:[^"]|"")*"',
    "(?<sheet>'(?:[^']|'')+'|[\\p{L}\\p{N}_.\\\\\\[\\]:]+)!",
    '(?<table>[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*)?\\[(?:[^\\[\\]]|\\[[^\\[\\]]*\\])*\\]',
    `(?<area>${CELL}(?::${CELL})?)(?![\\p{L}\\p{N}_.(!])`,
    '(?<columns>\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3})(?![\\p{L}\\p{N}_.(!])',
    '(?<rows>\\$?\\d{1,7}:\\$?\\d{1,7})(?![\\p{L}\\p{N}_.])',
    '(?<call>[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*)\\(',
    '(?<name>[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*)',
    '\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?',
    '[\\s\\S]',
  ].join('|'),
  'gu',
);

interface Area {
  readonly sheet: string;
  readonly text: string;
  readonly kind: 'area' | 'columns' | 'rows';
}

function unquoted(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

/**
 * A formula with each reference put through `change`; whatever else it holds stays.
 * @param own the sheet that the formula stands in
 * @param other told of what reads cells without naming them
 */
function eachReference(
  formula: string,
  own: string,
  change: (area: Area) => string,
  other: (text: string) => void,
): string {
  let sheet: string | null = null;
  return formula.replace(token, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    if (groups.sheet !== undefined) {
      sheet = unquoted(groups.sheet);
      return whole;
    }
    const at = sheet ?? own;
    sheet = null;
    for (const kind of ['area', 'columns', 'rows'] as const)
      if (groups[kind] !== undefined) return change({ sheet: at, text: whole, kind });
    const call = groups.call?.toUpperCase();
    if (call === 'INDIRECT' || call === 'OFFSET') other(whole);
    if (groups.table !== undefined || (whole.startsWith('[') && whole.length > 1)) other(whole);
    if (groups.name !== undefined && !/^(?:TRUE|FALSE)$/i.test(whole)) other(whole);
    return whole;
  });
}

function toReference({ sheet, text, kind }: Area): Reference {
  const [from = '', to = from] = text.replaceAll('$', '').split(':');
  const row = (part: string): number => Number(/\d+$/.exec(part)?.[0] ?? 0);
  const column = (part: string): number => columnIndex(/^[A-Za-z]+/.exec(part)?.[0] ?? 'A');
  if (kind === 'columns') return { sheet, first: 1, last: LAST_ROW, left: column(from), right: column(to) };
  if (kind === 'rows') return { sheet, first: row(from), last: row(to), left: 0, right: LAST_COLUMN };
  const rows = [row(from), row(to)];
  const columns = [column(from), column(to)];
  return {
    sheet,
    ...{ first: Math.min(...rows), last: Math.max(...rows) },
    ...{ left: Math.min(...columns), right: Math.max(...columns) },
  };
}

/** The cells that a formula reads. */
export function readsOf(formula: string, own: string): FormulaReads {
  const references: Reference[] = [];
  let isOpaque = false;
  const take = (area: Area): string => {
    references.push(toReference(area));
    return area.text;
  };
  eachReference(formula, own, take, () => {
    isOpaque = true;
  });
  return { references, isOpaque };
}

/** A reference's text with its rows mapped: `move` is given the row and whether it is absolute. */
function withRows(text: string, move: (row: number, isAbsolute: boolean) => number): string {
  return text.replace(
    /(\$?[A-Za-z]{0,3})(\$?)(\d{1,7})/g,
    (_, column: string, fixed: string, row: string) =>
      `${column}${fixed}${move(Number(row), fixed === '$' || column === '$')}`,
  );
}

/** A formula that comes to another row: cells of its own row that come along are read there. */
export interface Carried {
  readonly from: number;
  readonly to: number;
  readonly comes: (column: number) => boolean;
}

export interface MappedFormula {
  readonly text: string;
  /** Cells that it read have all left; `#REF!` stands in their place. */
  readonly isLost: boolean;
}

/**
 * A formula after rows of some sheets have left.
 * @param anchor for formulas of a rule that holds for a range: its first row before and after; references without `$`
 *   are counted from there
 */
export function mapFormula(
  formula: string,
  own: string,
  maps: ReadonlyMap<string, RowMap>,
  anchor?: { readonly before: number; readonly after: number },
  carried?: Carried,
): MappedFormula {
  let isLost = false;
  const text = eachReference(
    formula,
    own,
    (area) => {
      // Sheet1:Sheet3!A1 reads one cell of several sheets, whose rows may move apart.
      const span = area.sheet.split(':');
      if (span.length > 1 && span.some((name) => maps.has(name))) {
        isLost = true;
        return '#REF!';
      }
      const map = maps.get(area.sheet);
      if (map === undefined || map.isEmpty || area.kind === 'columns') return area.text;
      const isRelative = anchor !== undefined && area.sheet === own;
      if (isRelative && !/\$\d/.test(area.text))
        return withRows(area.text, (row) => Math.max(1, row - anchor.before + anchor.after));
      const { first, last, left, right } = toReference(area);
      const isOwn = first === carried?.from && last === first && left === right && area.sheet === own;
      if (carried !== undefined && isOwn && carried.comes(left)) return withRows(area.text, () => carried.to);
      const range = map.range(first, last);
      if (range === null) {
        isLost = true;
        return '#REF!';
      }
      return withRows(area.text, (row) => (row === first ? range[0] : range[1]));
    },
    () => undefined,
  );
  return { text, isLost };
}

/** A shared formula as another cell has it: references without `$` move along (ECMA-376 part 1, 18.3.1.40). */
export function movedFormula(formula: string, rows: number, columns: number): string {
  const moveColumn = (fixed: string, letters: string): string =>
    fixed === '$' || letters === '' ? letters : columnLetters(columnIndex(letters) + columns);
  return eachReference(
    formula,
    '',
    ({ text }) =>
      text.replace(
        /(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7})/g,
        (_, fixed: string, letters: string, fixedRow: string, row: string) => {
          const isFixed = fixedRow === '$' || (letters === '' && fixed === '$');
          const at = row === '' ? '' : String(isFixed ? Number(row) : Number(row) + rows);
          return `${fixed}${moveColumn(fixed, letters)}${fixedRow}${at}`;
        },
      ),
    () => undefined,
  );
}
