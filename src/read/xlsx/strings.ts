import { limits } from './limits.js';
import { PartError } from './part-error.js';
import { RichText } from './rich-text.js';
import type { ScanHandler, XmlScanner } from './scan.js';

const PAGE = 1024 * 1024;
/** Strings kept decoded: those met first are the ones met often (a column's few words); the rest are decoded anew. */
const HOT = 1 << 16;

/**
 * The shared strings of a workbook, held as UTF-8 in pages and decoded on demand: a million names and addresses cost
 * their bytes and four more each, not an object each.
 */
export class SharedStrings {
  #pages: Buffer[] = [];
  #used = PAGE;
  /** Where each string starts: its page times PAGE, and the place in the page. */
  #starts = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  #bytes = 0;
  readonly #hot: (string | undefined)[] = [];

  get length(): number {
    return this.#count;
  }

  add(data: Buffer, start: number, end: number): void {
    const length = end - start;
    this.#bytes += length;
    if (length > limits.stringBytes || this.#bytes > limits.sharedStringBytes)
      throw new PartError('workbook-bomb');
    if (length > PAGE - this.#used) this.#newPage(length);
    const page = this.#pages.length - 1;
    data.copy(this.#pages[page] ?? data, this.#used, start, end);
    if (this.#count === this.#starts.length) this.#grow();
    this.#starts[this.#count] = page * PAGE + this.#used;
    this.#lengths[this.#count] = length;
    this.#count += 1;
    this.#used += length;
  }

  /** String number `index`; undefined beyond the last. */
  get(index: number): string | undefined {
    if (index < 0 || index >= this.#count) return undefined;
    const hot = this.#hot[index];
    if (hot !== undefined) return hot;
    const place = this.#starts[index] ?? 0;
    const page = Math.floor(place / PAGE);
    const start = place - page * PAGE;
    const text = this.#pages[page]?.toString('utf8', start, start + (this.#lengths[index] ?? 0)) ?? '';
    if (index < HOT) this.#hot[index] = text;
    return text;
  }

  #newPage(length: number): void {
    this.#pages.push(Buffer.allocUnsafe(Math.max(PAGE, length)));
    this.#used = 0;
  }

  #grow(): void {
    const starts = new Float64Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
    const lengths = new Uint32Array(this.#lengths.length * 2);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }
}

const names = { si: Buffer.from('si') };

/** Fills `strings` from the part of shared strings (ECMA-376 part 1, 18.4.9). */
export class SharedStringsHandler implements ScanHandler {
  readonly #strings: SharedStrings;
  readonly #rich = new RichText(2);
  #inside = false;

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  open(scan: XmlScanner): void {
    if (scan.depth === 2) {
      this.#inside = scan.is(names.si);
      this.#rich.reset();
    } else if (this.#inside) this.#rich.open(scan);
  }

  close(depth: number): void {
    if (!this.#inside) return;
    if (depth > 2) {
      this.#rich.close(depth);
      return;
    }
    this.#inside = false;
    const raw = this.#rich.raw();
    if (raw !== null) {
      this.#strings.add(raw.data, raw.start, raw.end);
    } else {
      const bytes = Buffer.from(this.#rich.text(), 'utf8');
      this.#strings.add(bytes, 0, bytes.length);
    }
  }

  text(data: Buffer, start: number, end: number, literal: boolean): void {
    if (this.#inside) this.#rich.add(data, start, end, literal);
  }
}
