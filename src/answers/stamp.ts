import type { RowSink } from '../read/types.js';
import type { Stamp } from './types.js';

/** Reads the hidden sheet (src/forms/mark.ts): names in the first column, values in the second. */
export class StampReader implements RowSink {
  readonly #rows: string[][] = [];

  row(_row: number, cells: string[]): boolean {
    this.#rows.push(cells.map((cell) => cell.trim()));
    return this.#rows.length < 50;
  }

  problem(): void {}

  get stamp(): Stamp {
    const values = new Map(this.#rows.map(([name = '', value = '']) => [name, value]));
    const of = (name: string): string => values.get(name) ?? '';
    return {
      kind: of('kind'),
      campaign: of('campaign'),
      batch: of('batch'),
      township: of('township'),
    };
  }
}
