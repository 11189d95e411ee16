import { plainRowsWasm } from './plain-rows-wasm.js';
import { CHUNK } from './source.js';

/** Bits by the hash of a number (match/id-set.ts): a number whose bits are not all set is not in the set. */
export interface IdFilter {
  readonly bytes: Uint8Array;
  /** The place of the last bit: one less than a power of two. */
  readonly mask: number;
}

/** What a column must hold in a row that is surely of nobody: anything, a valid number in no filter, or nothing. */
export type KeyColumn = 'any' | 'id' | 'empty';

export interface RowsPlan {
  readonly delimiter: string;
  /** Of each field of a whole record. */
  readonly columns: readonly KeyColumn[];
  /** Two at most. */
  readonly filters: readonly IdFilter[];
  /** The first line of which a row may be skipped. */
  readonly skipFrom: number;
  /** Told of so many rows skipped, before the next one is visited. */
  readonly skipped: (rows: number) => void;
  /** Bytes of the buffer. For tests. */
  readonly chunkSize?: number;
}

interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  prepare(delimiter: number, last: number, at: number, mask: number, at2: number, mask2: number): void;
  next(from: number, limit: number, keep: number): number;
}

// As much of it as is used here: no types that come with Node have it.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Kernel };
};

// The places of the memory, as plain-rows.wat says.
const COLUMNS = 16;
const STARTS = 512;
const ENDS = 1024;
const CHUNK_AT = 1536;
const BEYOND = 64;
const PAGE = 65536;
const MOST_COLUMNS = 128;

const codes: Readonly<Record<KeyColumn, number>> = { any: 0, id: 1, empty: 2 };
/** No number is in it. */
const noFilter: IdFilter = { bytes: new Uint8Array(4), mask: 0 };

/** The kernel that no file of this thread uses now; undefined before the first, null where the machine cannot run it. */
let spare: Kernel | null | undefined;

/** Null on processors without the vector instructions of WebAssembly, and where it is switched off. */
function kernel(): Kernel | null {
  if (spare) {
    const taken = spare;
    spare = undefined;
    return taken;
  }
  if (spare === null) return null;
  try {
    const module = new WebAssembly.Module(Buffer.from(plainRowsWasm, 'base64'));
    return new WebAssembly.Instance(module).exports;
  } catch {
    spare = null;
    return null;
  }
}

/**
 * Takes plain rows apart, and skips at once those that are surely of nobody of interest. It sees only what stands in its own
 * `buffer`, and puts the fields of a row into `starts` and `ends`, as CsvRecord has them.
 */
export class PlainRows {
  readonly buffer: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly plan: RowsPlan;
  readonly #kernel: Kernel;
  readonly #last: Int32Array;

  private constructor(kernel: Kernel, plan: RowsPlan) {
    const { delimiter, columns, filters, chunkSize = CHUNK } = plan;
    const [first = noFilter, second = noFilter] = filters;
    const at = CHUNK_AT + chunkSize + BEYOND;
    const at2 = at + first.bytes.length;
    const { memory } = kernel;
    const pages = Math.ceil((at2 + second.bytes.length) / PAGE) - memory.buffer.byteLength / PAGE;
    if (pages > 0) memory.grow(pages);
    const bytes = Buffer.from(memory.buffer);
    bytes.set(first.bytes, at);
    bytes.set(second.bytes, at2);
    bytes.set(
      columns.map((column) => codes[column]),
      COLUMNS,
    );
    kernel.prepare(delimiter.charCodeAt(0), columns.length - 1, at, first.mask, at2, second.mask);
    this.plan = plan;
    this.#kernel = kernel;
    this.#last = new Int32Array(memory.buffer, 0, 4);
    this.starts = new Int32Array(memory.buffer, STARTS, MOST_COLUMNS);
    this.ends = new Int32Array(memory.buffer, ENDS, MOST_COLUMNS);
    this.buffer = bytes.subarray(CHUNK_AT, CHUNK_AT + chunkSize);
  }

  /** Null on a machine that cannot run it, and for a table that is too wide. To be closed. */
  static open(plan: RowsPlan): PlainRows | null {
    if (plan.columns.length > MOST_COLUMNS) return null;
    const taken = kernel();
    return taken && new PlainRows(taken, plan);
  }

  /**
   * Where the first row begins that is not skipped, of those from `from` on; what is known of it say the properties below.
   * @param limit where the bytes end that are known to have no quote
   * @param line of the first row
   */
  next(from: number, limit: number, line: number): number {
    return this.#kernel.next(from, limit, line < this.plan.skipFrom ? 1 : 0);
  }

  /** Rows before it that were skipped. */
  get skipped(): number {
    return this.#last[0] as number;
  }

  /** Its fields; 0 where it is not plain, not whole, or has more or fewer than the plan. */
  get count(): number {
    return this.#last[1] as number;
  }

  /** Where it ends, and where the next row begins. */
  get end(): number {
    return this.#last[2] as number;
  }

  get after(): number {
    return this.#last[3] as number;
  }

  /** Gives the memory to the next file: nothing of it is to be used any more. */
  close(): void {
    spare = this.#kernel;
  }
}
