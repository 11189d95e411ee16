import { type CopyPlain, plainCopier } from '../../read/csv-scan.js';
import type { Encoding } from '../../read/types.js';
import { isFirst, type Shape } from './shapes.js';

/** No name and no number that is looked up is longer, in bytes of the file. */
const LONGEST = 128;

/** Key cells in their canonical form, as UTF-8 bytes, without a text being made of them. */
export class PlainCells {
  /** The cell taken last. */
  readonly bytes = new Uint8Array(LONGEST * 2);
  readonly #copy: CopyPlain;

  constructor(encoding: Encoding) {
    this.#copy = plainCopier(encoding);
  }

  /** Takes the cell buffer[start, end): its length in `bytes`, or -1 if it is not of the shape. */
  take(shape: Shape, buffer: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST || !isFirst(shape, buffer[start] as number)) return -1;
    return this.#copy(buffer, start, end, shape.ascii, shape.hanzi, this.bytes, 0);
  }
}
