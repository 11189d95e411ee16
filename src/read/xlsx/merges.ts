/** A merged range that spans more than one row; rows 1-based, column 0-based. */
export interface VerticalMerge {
  readonly first: number;
  readonly last: number;
  readonly column: number;
}

const LT = 0x3c;
const COLON = 0x3a;
const needle = Buffer.from('mergeCell');
/** Bytes kept from one chunk for the next: more than one tag can be long. */
const OVERLAP = 256;

/**
 * The merged ranges of a sheet, by a plain search through its bytes: they stand after all rows, but are needed at the
 * first. Ranges within one row are left out, as nothing is repeated in them.
 */
export async function findMerges(chunks: AsyncIterable<Buffer>): Promise<VerticalMerge[]> {
  const merges: VerticalMerge[] = [];
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let done = 0;
    for (let at = data.indexOf(needle); at >= 0; at = data.indexOf(needle, at + needle.length)) {
      const before = data[at - 1];
      if ((before !== LT && before !== COLON) || (data[at + needle.length] ?? 0x41) > 0x20) continue;
      if (data.length - at < OVERLAP && data.indexOf('>', at) < 0) break;
      const tag = data.toString('latin1', at, Math.min(data.length, at + OVERLAP));
      const range =
        /^[^<>]*?\sref\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?[A-Za-z]{1,3}\$?(\d{1,7})["']/.exec(tag);
      done = at + needle.length;
      if (range === null) continue;
      const first = Number(range[2]);
      const last = Number(range[3]);
      if (last > first) merges.push({ first, last, column: columnIndex(range[1] ?? 'A') });
    }
    rest = Buffer.from(data.subarray(Math.max(done, data.length - OVERLAP)));
  }
  return merges.sort((a, b) => a.first - b.first);
}

/** Column letters as a 0-based index: A is 0, XFD is 16383. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/**
 * Repeats the value of a merged range in its first column, row by row. Rows must come in order. A cell under the range
 * that holds a value of its own (as ranges merged by copying a format leave) keeps it.
 */
export class MergeFiller {
  readonly #merges: readonly VerticalMerge[];
  #next = 0;
  readonly #open = new Map<number, { last: number; value: string }>();

  constructor(merges: readonly VerticalMerge[]) {
    this.#merges = merges;
  }

  /** Fills the cells of one row that is not blank. */
  fill(row: number, cells: string[]): void {
    if (this.#open.size === 0 && this.#next === this.#merges.length) return;
    for (const [column, merge] of this.#open) {
      if (merge.last < row) this.#open.delete(column);
      else if ((cells[column] ?? '') === '') {
        while (cells.length < column) cells.push('');
        cells[column] = merge.value;
      }
    }
    for (;;) {
      const merge = this.#merges[this.#next];
      if (merge === undefined || merge.first > row) return;
      this.#next += 1;
      const value = merge.first === row ? (cells[merge.column] ?? '') : '';
      if (value !== '') this.#open.set(merge.column, { last: merge.last, value });
    }
  }
}
