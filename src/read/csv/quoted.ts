import type { CsvRecord } from './record.js';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** A quoted field that runs on past this is an unclosed quote. */
const MAX_LINES = 64;
const MAX_BYTES = 256 * 1024;

/** What parsing one record came to: done, more bytes are needed, or what is wrong with it. */
type Parsed = 'record' | 'more' | 'quote-unclosed' | 'quote-stray';

/**
 * Parses one record that may hold quotes, by RFC 4180 and what csv-parse does: a field that begins with a quote ends at
 * its closing one, and nothing may follow it but a delimiter or the line's end; in any other field a quote is a
 * character like others (5"管).
 */
export class QuotedParser {
  /** Where the next record begins, physical lines that the record takes, and whether it holds a NUL. */
  next = 0;
  lines = 0;
  nul = false;
  readonly #delimiter: number;
  readonly #twoByte: boolean;
  /** The quote's byte, or one that no byte is where quotes are characters like others. */
  readonly #quote: number;

  /** `twoByte`: the delimiter can be the second byte of a character (`|` in GB18030). */
  constructor(delimiter: number, twoByte: boolean, quotes: boolean) {
    this.#delimiter = delimiter;
    this.#twoByte = twoByte;
    this.#quote = quotes ? QUOTE : -1;
  }

  /** Parses the record that begins at `start` into `record`; data ends at `end`, the file too if `eof`. */
  parse(record: CsvRecord, buffer: Buffer, start: number, end: number, eof: boolean): Parsed {
    this.lines = 1;
    this.nul = false;
    record.start = start;
    record.count = 0;
    record.quoted = false;
    for (let i = start; ; i++) {
      let from = i;
      let to: number;
      if (i < end && buffer[i] === this.#quote) {
        record.quoted = true;
        from = i + 1;
        to = this.#closing(buffer, from, end, eof);
        if (to < 0) return to === -1 ? 'more' : 'quote-unclosed';
        i = to + 1;
        if (i >= end && !eof) return 'more';
        if (i < end && !this.#ends(buffer[i] as number)) {
          return this.lines > 1 ? 'quote-unclosed' : 'quote-stray';
        }
      } else {
        to = this.#unquoted(buffer, from, end);
        i = to;
        if (i >= end && !eof) return 'more';
      }
      if (record.count === record.starts.length) record.grow();
      record.starts[record.count] = from;
      record.ends[record.count] = to;
      record.count += 1;
      if (i < end && buffer[i] === this.#delimiter) continue;
      record.end = i;
      if (i < end && buffer[i] === CR) {
        if (i + 1 >= end && !eof) return 'more';
        if (i + 1 < end && buffer[i + 1] === LF) i += 1;
      }
      this.next = Math.min(i + 1, end);
      return 'record';
    }
  }

  #ends(byte: number): boolean {
    return byte === this.#delimiter || byte === LF || byte === CR;
  }

  /** The closing quote of the field whose text begins at `from`; -1: more bytes needed, -2: there is none. */
  #closing(buffer: Buffer, from: number, end: number, eof: boolean): number {
    const cap = Math.min(end, from + MAX_BYTES);
    const lastLine = this.lines + MAX_LINES;
    for (let i = from; i < cap; i++) {
      const byte = buffer[i] as number;
      if (byte > QUOTE) continue;
      if (byte === QUOTE) {
        if (i + 1 >= end) return eof ? i : -1;
        if (buffer[i + 1] !== QUOTE) return i;
        i += 1;
      } else if (byte === LF || byte === CR) {
        if (byte === CR && i + 1 < end && buffer[i + 1] === LF) i += 1;
        this.lines += 1;
        if (this.lines >= lastLine) return -2;
      } else if (byte === 0) this.nul = true;
    }
    return cap === end && !eof ? -1 : -2;
  }

  /** The end of the unquoted field that begins at `from`. */
  #unquoted(buffer: Buffer, from: number, end: number): number {
    for (let i = from; i < end; i++) {
      const byte = buffer[i] as number;
      if (this.#ends(byte)) return i;
      if (byte === 0) this.nul = true;
      else if (byte > 0x80 && this.#twoByte && (buffer[i + 1] as number) >= 0x40) i += 1;
    }
    return end;
  }
}
