import type { Encoding, ReadProblem, TableEnd } from '../types.js';
import { decoderFor } from './decode.js';
import { lineAfter } from './lines.js';
import { marksIn } from './marks.js';
import type { PlainRows } from './plain-rows.js';
import { QuotedParser } from './quoted.js';
import { CsvRecord } from './record.js';
import type { ByteSource, SourceOptions } from './source.js';

export interface ScanOptions extends SourceOptions {
  readonly encoding: Encoding;
  /** One of `,` tab `;` `|`. */
  readonly delimiter: string;
  /** False where a quote is a character like others; true where it is not said. */
  readonly quotes?: boolean;
  /** Fields of a whole record, where known: tells a quote left open from a value of several lines. */
  readonly fieldCount?: number | null;
  /** Takes plain rows apart, and skips such as it need not show: they count as visited. */
  readonly rows?: PlainRows | null;
  /** Told after each chunk how many bytes of the file have been read. */
  readonly progress?: (bytes: number) => void;
}

export interface ScanEnd extends TableEnd {
  /** Bytes read, and their SHA-256 in hex ('' if the visitor stopped early, or none was wanted). */
  readonly bytes: number;
  readonly sha256: string;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** No record of a register is this long: a line that is has lost its line ends, or is no text. */
const MAX_RECORD = 4 << 20;

/** Takes the records out of a source's buffer, and counts them. */
export class Scanner {
  readonly #source: ByteSource;
  readonly #options: ScanOptions;
  readonly #visit: (record: CsvRecord) => boolean | undefined;
  readonly #problem: (problem: ReadProblem) => unknown;
  readonly #record: CsvRecord;
  readonly #parser: QuotedParser;
  /** A parser and record of its own to look at a line ahead without losing the record in hand. */
  readonly #ahead: CsvRecord;
  readonly #delimiter: number;
  /** `|` can be the second byte of a GB18030 character: every record then takes the careful way. */
  readonly #careful: boolean;
  readonly #quotes: boolean;
  #pos = 0;
  #line = 1;
  #visited = 0;
  #blank = 0;
  #rejected = 0;
  #stopped = false;

  constructor(
    source: ByteSource,
    options: ScanOptions,
    visit: (record: CsvRecord) => boolean | undefined,
    problem: (problem: ReadProblem) => unknown,
  ) {
    this.#source = source;
    this.#options = options;
    this.#visit = visit;
    this.#problem = problem;
    this.#delimiter = options.delimiter.charCodeAt(0);
    this.#quotes = options.quotes !== false;
    this.#careful = options.encoding === 'gb18030' && this.#delimiter >= 0x40;
    const decode = decoderFor(options.encoding);
    this.#record = new CsvRecord(decode, options.delimiter);
    this.#ahead = new CsvRecord(decode, options.delimiter);
    this.#parser = new QuotedParser(this.#delimiter, this.#careful, this.#quotes);
  }

  /** Takes what the buffer holds and fills it again; false when there is no more to take. */
  advance(): boolean {
    const source = this.#source;
    this.#chunk();
    if (this.#stopped || (source.eof && this.#pos >= source.end)) return false;
    if (source.end - this.#pos > MAX_RECORD) this.#skipLongLine();
    else this.#refill();
    return !this.#stopped;
  }

  end(): ScanEnd {
    const source = this.#source;
    return {
      rows: this.#visited + this.#rejected + this.#blank,
      blank: this.#blank,
      rejected: this.#rejected,
      bytes: source.bytes,
      sha256: this.#stopped ? '' : source.sha256(),
    };
  }

  #refill(): void {
    this.#source.refill(this.#pos);
    this.#pos = 0;
    this.#record.buffer = this.#source.buffer;
    this.#options.progress?.(this.#source.bytes);
  }

  /** Takes all records that are whole in the buffer. */
  #chunk(): void {
    const { buffer, end, eof } = this.#source;
    const data = buffer.subarray(0, end);
    while (!this.#stopped && this.#pos < end) {
      const found = this.#careful ? this.#pos : this.#quotes ? data.indexOf(QUOTE, this.#pos) : -1;
      const plain = found < 0 ? end : found;
      if (plain > this.#pos) {
        const { rows } = this.#options;
        // A record longer than the chunk has got a buffer that the kernel does not see.
        if (rows?.buffer === buffer) this.#plainRows(rows, plain, end, eof);
        else this.#plainRecords(buffer, plain, end, eof, false);
      }
      if (this.#stopped || plain === end) return;
      if (!this.#quotedRecord(buffer, end, eof)) return;
    }
  }

  /** The fastest way: rows before `limit` taken apart by WebAssembly, and what is unusual among them by the fast way. */
  #plainRows(rows: PlainRows, limit: number, end: number, eof: boolean): void {
    const record = this.#record;
    const { skipped } = rows.plan;
    while (!this.#stopped) {
      const start = rows.next(this.#pos, limit, this.#line);
      const passed = rows.skipped;
      if (passed > 0) {
        this.#line += passed;
        this.#visited += passed;
        skipped(passed);
      }
      if (rows.count === 0) {
        this.#pos = start;
        if (start < limit) this.#plainRecords(rows.buffer, limit, end, eof, true);
        if (this.#pos === start) return;
        continue;
      }
      record.quoted = false;
      record.starts = rows.starts;
      record.ends = rows.ends;
      record.start = start;
      record.end = rows.end;
      record.count = rows.count;
      this.#pos = rows.after;
      this.#emit(false, 1);
    }
  }

  /** The fast way: all records that end before `limit`, where the first quote stands, or one of them. */
  #plainRecords(buffer: Buffer, limit: number, end: number, eof: boolean, one: boolean): void {
    const record = this.#record;
    const delimiter = this.#delimiter;
    const { words } = this.#source;
    const pattern = Math.imul(delimiter, 0x01010101);
    let { starts, ends } = record;
    let start = this.#pos;
    let from = start;
    let count = 0;
    let nul = false;
    record.quoted = false;
    for (let word = (start >> 3) << 1; word << 2 < limit; word += 2) {
      let marks = marksIn(words[word] as number, words[word + 1] as number, pattern);
      while (marks !== 0) {
        const i = (word << 2) + 31 - Math.clz32(marks & -marks);
        marks &= marks - 1;
        // Bytes before the record, or the LF of a CRLF; then bytes past the limit.
        if (i < start) continue;
        if (i >= limit) break;
        const byte = buffer[i] as number;
        if (byte === delimiter) {
          starts[count] = from;
          ends[count] = i;
          count += 1;
          from = i + 1;
          if (count === starts.length) {
            record.grow();
            starts = record.starts;
            ends = record.ends;
          }
        } else if (byte === LF || byte === CR) {
          let next = i + 1;
          if (byte === CR) {
            if (next < end) next += buffer[next] === LF ? 1 : 0;
            else if (!eof) break;
          }
          if (i === start) this.#blankLine();
          else {
            starts[count] = from;
            ends[count] = i;
            record.start = start;
            record.end = i;
            record.count = count + 1;
            this.#emit(nul, 1);
          }
          start = next;
          from = next;
          count = 0;
          nul = false;
          this.#pos = next;
          if (one || this.#stopped) return;
        } else if (byte === 0) nul = true;
      }
    }
    if (!eof || limit < end || start >= end) return;
    starts[count] = from;
    ends[count] = end;
    record.start = start;
    record.end = end;
    record.count = count + 1;
    this.#emit(nul, 1);
    this.#pos = end;
  }

  /** The careful way: the one record that begins at #pos. False where the buffer does not hold it whole. */
  #quotedRecord(buffer: Buffer, end: number, eof: boolean): boolean {
    const record = this.#record;
    const parser = this.#parser;
    const parsed = parser.parse(record, buffer, this.#pos, end, eof);
    if (parsed === 'more') return false;
    if (parsed !== 'record') return this.#rejectLine(parsed, buffer, end, eof);
    const { next, lines, nul } = parser;
    const swallows = lines > 1 ? this.#swallowsLines(buffer, end, eof) : 'no';
    if (swallows === 'more') return false;
    if (swallows === 'yes') return this.#rejectLine('quote-unclosed', buffer, end, eof);
    if (record.end === record.start) this.#blankLine();
    else this.#emit(nul, lines);
    this.#pos = next;
    return true;
  }

  /**
   * Whether a record of several lines is an open quote that met the next one by chance: it has the wrong number of
   * fields while its second line alone has the right one. Only its first line is lost then.
   */
  #swallowsLines(buffer: Buffer, end: number, eof: boolean): 'yes' | 'no' | 'more' {
    const { fieldCount } = this.#options;
    if (fieldCount === undefined || fieldCount === null || this.#record.count === fieldCount) return 'no';
    const second = lineAfter(buffer, this.#pos, end, eof);
    const parsed = this.#parser.parse(this.#ahead, buffer, second, end, eof);
    if (parsed === 'more') return parsed;
    return parsed === 'record' && this.#ahead.count === fieldCount ? 'yes' : 'no';
  }

  /** Rejects the line that begins at #pos and goes on at the next. False where the buffer does not hold it whole. */
  #rejectLine(kind: string, buffer: Buffer, end: number, eof: boolean): boolean {
    const next = lineAfter(buffer, this.#pos, end, eof);
    if (next < 0) return false;
    this.#dropLine(kind, next);
    return true;
  }

  /** Drops the line that begins at #pos, however long it is, without holding it. */
  #skipLongLine(): void {
    const source = this.#source;
    let next = lineAfter(source.buffer, this.#pos, source.end, source.eof);
    while (next < 0) {
      // The last byte stays: it may be the CR of a CRLF.
      this.#pos = source.end - 1;
      this.#refill();
      next = lineAfter(source.buffer, this.#pos, source.end, source.eof);
    }
    this.#dropLine('line-too-long', next);
  }

  /** Rejects the line at #pos, which ends where the one at `next` begins. */
  #dropLine(kind: string, next: number): void {
    this.#reject(kind);
    this.#line += 1;
    this.#pos = next;
  }

  #blankLine(): void {
    this.#blank += 1;
    this.#line += 1;
  }

  #emit(nul: boolean, lines: number): void {
    const record = this.#record;
    if (nul) this.#reject('nul');
    else if (record.end - record.start > MAX_RECORD) this.#reject('line-too-long');
    else {
      record.line = this.#line;
      this.#visited += 1;
      if (this.#visit(record) === false) this.#stopped = true;
    }
    this.#line += lines;
  }

  #reject(kind: string): void {
    this.#rejected += 1;
    if (this.#problem({ row: this.#line, kind, rejected: true }) === false) this.#stopped = true;
  }
}
