import { columnIndex } from '../../read/xlsx/merges.js';
import { columnLetters } from '../areas.js';
import type { MergeLookup } from '../plan-types.js';
import type { RowMap } from '../row-map.js';

/** A merged range; rows from 1, columns from 0. */
export interface Merge {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
}

const list = /<((?:[\w.-]+:)?)mergeCells\b[^>]*>[\s\S]*?<\/\1mergeCells\s*>/;
const range =
  /<(?:[\w.-]+:)?mergeCell\s[^>]*?ref\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})["']/g;

/** The merged ranges that the end of a sheet's part lists. */
export function readMerges(tail: string): Merge[] {
  const text = list.exec(tail)?.[0] ?? '';
  return [...text.matchAll(range)].map(([, left = 'A', first, right = 'A', last]) => ({
    ...{ first: Number(first), last: Number(last) },
    ...{ left: columnIndex(left), right: columnIndex(right) },
  }));
}

/** What is left of merged ranges when rows have left; a single cell is merged with nothing. */
export function mapMerges(merges: readonly Merge[], map: RowMap): Merge[] {
  return merges.flatMap((merge) => {
    const rows = map.range(merge.first, merge.last);
    if (rows === null || (rows[0] === rows[1] && merge.left === merge.right)) return [];
    return [{ ...merge, first: rows[0], last: rows[1] }];
  });
}

/** The end of a sheet's part with other merged ranges in its list. */
export function withMerges(tail: string, merges: readonly Merge[]): string {
  const prefix = list.exec(tail)?.[1] ?? '';
  const cells = merges.map(
    ({ first, last, left, right }) =>
      `<${prefix}mergeCell ref="${columnLetters(left)}${first}:${columnLetters(right)}${last}"/>`,
  );
  const whole = `<${prefix}mergeCells count="${cells.length}">${cells.join('')}</${prefix}mergeCells>`;
  return tail.replace(list, () => (cells.length === 0 ? '' : whole));
}

/** Finds the vertical merged range over a cell of its first column, as the reader repeats values in. */
export function mergeLookup(merges: readonly Merge[]): MergeLookup {
  const columns = new Map<number, Merge[]>();
  for (const merge of merges) {
    if (merge.last === merge.first) continue;
    const own = columns.get(merge.left);
    if (own === undefined) columns.set(merge.left, [merge]);
    else own.push(merge);
  }
  for (const own of columns.values()) own.sort((a, b) => a.first - b.first);
  return {
    at(row, column) {
      const own = columns.get(column) ?? [];
      let low = 0;
      let high = own.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((own[middle]?.first ?? 0) <= row) low = middle + 1;
        else high = middle;
      }
      const found = own[low - 1];
      return found !== undefined && row <= found.last ? found : null;
    },
  };
}
