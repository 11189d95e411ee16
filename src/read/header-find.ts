import { type Attempt, attempt, type Search } from './header-attempt.js';
import { canBeTwoRows, type HeaderCell, singleRow, twoRows } from './header-cells.js';
import { unitInBrackets } from './header-units.js';
import type { RawRow } from './types.js';

/** No real table has more than this above its header. */
const DEEPEST = 100;
/** Rows below a header whose values are looked at. */
const LOOKAHEAD = 500;
/** A row with so many of the header's own texts is a header again. */
const SAME_LABELS = 3;

/** The headers found, and the row they begin in; where nothing was found, the row that came nearest. */
export interface FoundHeader {
  readonly index: number;
  readonly rows: 1 | 2;
  readonly attempt: Attempt;
  readonly complete: boolean;
}

/** Whether two rows tell more than one of them: a field more, or an end to two headers for one starred field. */
function isBetter(two: Attempt, one: Attempt): boolean {
  if (two.missing.length > 0) return false;
  if (one.missing.length > 0) return true;
  if (two.duplicates.length !== one.duplicates.length) return two.duplicates.length < one.duplicates.length;
  return two.assigned.length > one.assigned.length;
}

/** Whether a group says a unit for the columns below it, as 金额(万元) does. */
function groupsSayUnits(one: Attempt): boolean {
  return one.assigned.some(({ cell }) => {
    const unit = unitInBrackets(cell.group);
    return unit.scale !== null || unit.period !== null;
  });
}

/** Rows of the table itself: those below a further header number their households anew, or mean other columns. */
function ownRows(below: readonly RawRow[], header: readonly string[]): readonly RawRow[] {
  const labels = new Set(header.filter((text) => text !== ''));
  const next = below.findIndex(({ cells }) => cells.filter((cell) => labels.has(cell)).length >= SAME_LABELS);
  return next < 0 ? below : below.slice(0, next);
}

/**
 * The header of a table: the first row, or pair of rows, in which every starred field is found. A pair is taken only
 * where it tells more than the row alone, so that a title above a header or a data row below it never joins it.
 */
export function findHeader(rows: readonly RawRow[], search: Search): FoundHeader | null {
  const depth = Math.min(rows.length, DEEPEST);
  const tried = (index: number, height: 1 | 2): Attempt => {
    const upper = rows[index]?.cells ?? [];
    const below = ownRows(rows.slice(index + height, index + height + LOOKAHEAD), upper);
    const cells: HeaderCell[] =
      height === 1 ? singleRow(upper) : twoRows(upper, rows[index + 1]?.cells ?? []);
    return attempt(cells, below, search);
  };
  let nearest: FoundHeader | null = null;
  for (let index = 0; index < depth; index++) {
    const one = tried(index, 1);
    const upper = rows[index]?.cells ?? [];
    const lower = rows[index + 1]?.cells ?? [];
    const two = canBeTwoRows(upper, lower) ? tried(index, 2) : null;
    if (one.missing.length === 0) {
      return two !== null && isBetter(two, one)
        ? { index, rows: 2, attempt: two, complete: true }
        : { index, rows: 1, attempt: one, complete: true };
    }
    if (two !== null && two.missing.length === 0) {
      const next = tried(index + 1, 1);
      if (isBetter(two, next) || groupsSayUnits(two)) return { index, rows: 2, attempt: two, complete: true };
    }
    for (const [height, candidate] of [[1, one] as const, [2, two] as const]) {
      if (candidate === null || candidate.assigned.length === 0) continue;
      if (nearest !== null && candidate.assigned.length <= nearest.attempt.assigned.length) continue;
      nearest = { index, rows: height, attempt: candidate, complete: false };
    }
  }
  return nearest;
}
