import type { RowSink } from '../read/types.js';
import type { Stamp } from './types.js';

/** The hidden sheet that `dispatch` puts into a workbook: a name and a value a row. */
export const STAMP_SHEET = '_dibao';

/** Reads the hidden sheet: names in the first column and values in the second, or names above values. */
export class StampReader implements RowSink {
  readonly #rows: string[][] = [];

  row(_row: number, cells: string[]): boolean {
    this.#rows.push(cells.map((cell) => cell.trim()));
    return this.#rows.length < 50;
  }

  problem(): void {}

  get stamp(): Stamp {
    const [first = [], second = []] = this.#rows;
    const isAbove = first.length > 2 && first.includes('batch');
    const pairs = isAbove
      ? first.map((name, index): [string, string] => [name, second[index] ?? ''])
      : this.#rows.map(([name = '', value = '']): [string, string] => [name, value]);
    const values = new Map(pairs);
    const of = (name: string): string => values.get(name) ?? '';
    return {
      kind: of('kind'),
      campaign: of('campaign'),
      batch: of('batch'),
      township: of('township'),
    };
  }
}
