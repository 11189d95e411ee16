import { CsvDecodeError, type Decode } from './decode.js';
import { splitQuoted } from './split.js';

const QUOTE = 0x22;

/**
 * The record being visited: one object, filled anew for each record, valid only during the visit. Field i is
 * buffer[starts[i], ends[i]), without enclosing quotes, doubled quotes still doubled. `line` is the physical line
 * (1-based) of its first byte; `quoted` is true if any field stood in quotes.
 */
export class CsvRecord {
  buffer: Buffer = Buffer.alloc(0);
  line = 0;
  start = 0;
  end = 0;
  count = 0;
  quoted = false;
  starts: Int32Array = new Int32Array(64);
  ends: Int32Array = new Int32Array(64);
  readonly #decode: Decode;
  readonly #delimiter: string;

  constructor(decode: Decode, delimiter: string) {
    this.#decode = decode;
    this.#delimiter = delimiter;
  }

  /** Makes room for more fields. */
  grow(): void {
    const starts = new Int32Array(this.starts.length * 2);
    const ends = new Int32Array(this.ends.length * 2);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }

  /** All fields as text. Throws CsvDecodeError where bytes are not text in the file's encoding. */
  cells(): string[] {
    const text = this.#text(this.start, this.end);
    return this.quoted ? splitQuoted(text, this.#delimiter) : text.split(this.#delimiter);
  }

  /** One field as text, '' past the last. Throws CsvDecodeError as cells() does. */
  cell(index: number): string {
    if (index >= this.count) return '';
    const start = this.starts[index] as number;
    const text = this.#text(start, this.ends[index] as number);
    // An unquoted field begins the record or follows a delimiter, so a quote before it is its enclosing one.
    const enclosed = this.quoted && start > this.start && this.buffer[start - 1] === QUOTE;
    return enclosed ? text.replaceAll('""', '"') : text;
  }

  #text(start: number, end: number): string {
    const text = this.#decode(this.buffer, start, end);
    if (text === null) throw new CsvDecodeError(this.line);
    return text;
  }
}
