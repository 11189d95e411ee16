import { limits } from './limits.js';
import { PartError } from './part-error.js';

/** Takes what the scanner finds. Positions are into `scan.data`, which stays valid after the call. */
export interface ScanHandler {
  /** A start tag (or empty element); `scan.depth` is 1 for the root. Attributes are read off the scanner. */
  open(scan: XmlScanner): void;
  /** The end of the element at `depth`; follows `open` at once for an empty element. */
  close(depth: number): void;
  /** Character data between `start` and `end`; `literal` is true for CDATA, where `&` is only itself. */
  text(data: Buffer, start: number, end: number, literal: boolean): void;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const INCOMPLETE = -1;

const comment = { open: Buffer.from('<!--'), close: Buffer.from('-->') };
const cdata = { open: Buffer.from('<![CDATA['), close: Buffer.from(']]>') };
const instruction = { close: Buffer.from('?>') };

/**
 * A tokenizer for the subset of XML that sheets and shared strings are made of, over UTF-8 bytes. saxes decodes and
 * builds every name and attribute of ten million tags; this hands out positions. It refuses what it does not know:
 * DOCTYPE (and so entities), tags that do not match, attributes that are not `name="value"`. Prefixes are skipped.
 */
export class XmlScanner {
  data: Buffer = Buffer.alloc(0);
  depth = 0;
  /** Local name of the tag in hand. */
  nameStart = 0;
  nameEnd = 0;
  /** Set by the handler to take nothing more. */
  stopped = false;
  #attributes = 0;
  /** Four positions an attribute: name start and end (without prefix), value start and end. */
  #spans: number[] = [];
  /** A hash of each open element's qualified name, to match end tags without keeping names. */
  readonly #open: number[] = [];
  readonly #handler: ScanHandler;

  constructor(handler: ScanHandler) {
    this.#handler = handler;
  }

  /** True if the tag's local name is `name`, given as bytes. */
  is(name: Uint8Array): boolean {
    return this.#same(this.nameStart, this.nameEnd, name);
  }

  /** Index of an attribute by its local name, for `valueStart` and `valueEnd`; -1 if the tag has none. */
  attribute(name: Uint8Array): number {
    for (let index = 0; index < this.#attributes; index += 1) {
      if (this.#same(this.#spans[index * 4] ?? 0, this.#spans[index * 4 + 1] ?? 0, name)) return index;
    }
    return -1;
  }

  valueStart(index: number): number {
    return this.#spans[index * 4 + 2] ?? 0;
  }

  valueEnd(index: number): number {
    return this.#spans[index * 4 + 3] ?? 0;
  }

  /** Scans the next bytes; what is incomplete at their end waits for more. */
  write(chunk: Buffer): void {
    const waiting = this.data.length;
    if (waiting > limits.tokenBytes) throw new PartError('workbook-damaged');
    this.data = waiting === 0 ? chunk : Buffer.concat([this.data, chunk]);
    const data = this.data;
    let at = 0;
    while (!this.stopped) {
      let tag = at;
      while (tag < data.length && data[tag] !== LT) tag += 1;
      if (tag === data.length) break;
      if (tag > at && this.depth > 0) this.#handler.text(data, at, tag, false);
      else if (tag > at) this.#onlySpace(at, tag);
      at = tag;
      const next = this.#tag(tag);
      if (next === INCOMPLETE) break;
      at = next;
    }
    this.data = data.subarray(at);
  }

  /** Checks that the part ended where its root did. */
  end(): void {
    if (this.stopped) return;
    if (this.depth > 0 || !this.#rooted) throw new PartError('workbook-damaged');
    this.#onlySpace(0, this.data.length);
  }

  #rooted = false;

  #onlySpace(start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      if ((this.data[at] ?? 0) > 0x20) throw new PartError('workbook-damaged');
    }
  }

  #same(start: number, end: number, name: Uint8Array): boolean {
    if (end - start !== name.length) return false;
    for (let at = 0; at < name.length; at += 1) {
      if (this.data[start + at] !== name[at]) return false;
    }
    return true;
  }

  /** Reads the markup that starts at `at`; returns the position after it, or INCOMPLETE. */
  #tag(at: number): number {
    const second = this.data[at + 1];
    if (second === undefined) return INCOMPLETE;
    if (second === SLASH) return this.#endTag(at + 2);
    if (second === BANG) return this.#declaration(at);
    if (second === QUESTION) {
      const end = this.data.indexOf(instruction.close, at + 2);
      return end < 0 ? INCOMPLETE : end + 2;
    }
    return this.#startTag(at + 1);
  }

  #declaration(at: number): number {
    const rest = this.data.length - at;
    for (const kind of [comment, cdata]) {
      const head = Math.min(kind.open.length, rest);
      if (this.data.compare(kind.open, 0, head, at, at + head) !== 0) continue;
      if (head < kind.open.length) return INCOMPLETE;
      const start = at + head;
      const end = this.data.indexOf(kind.close, start);
      if (end < 0) return INCOMPLETE;
      if (kind === cdata && this.depth > 0) this.#handler.text(this.data, start, end, true);
      else if (kind === cdata) throw new PartError('workbook-damaged');
      return end + 3;
    }
    throw new PartError('workbook-doctype');
  }

  #endTag(start: number): number {
    const data = this.data;
    let at = start;
    let hash = 0;
    while (at < data.length) {
      const byte = data[at] ?? 0;
      if (byte === GT || byte <= 0x20) break;
      hash = (hash * 31 + byte) | 0;
      at += 1;
    }
    while (at < data.length && data[at] !== GT) {
      if ((data[at] ?? 0) > 0x20) throw new PartError('workbook-damaged');
      at += 1;
    }
    if (at >= data.length) return INCOMPLETE;
    if (this.depth === 0 || this.#open[this.depth - 1] !== hash) throw new PartError('workbook-damaged');
    this.#handler.close(this.depth);
    this.depth -= 1;
    return at + 1;
  }

  #startTag(start: number): number {
    const data = this.data;
    let at = start;
    let hash = 0;
    let local = start;
    while (at < data.length) {
      const byte = data[at] ?? 0;
      if (byte === GT || byte === SLASH || byte <= 0x20) break;
      if (byte === COLON) local = at + 1;
      hash = (hash * 31 + byte) | 0;
      at += 1;
    }
    const nameEnd = at;
    const end = this.#readAttributes(at);
    if (end === INCOMPLETE) return INCOMPLETE;
    if (nameEnd === local || (this.depth === 0 && this.#rooted)) throw new PartError('workbook-damaged');
    this.nameStart = local;
    this.nameEnd = nameEnd;
    this.#rooted = true;
    this.#open[this.depth] = hash;
    this.depth += 1;
    if (this.depth > limits.depth) throw new PartError('workbook-damaged');
    this.#handler.open(this);
    if (data[end - 2] === SLASH) {
      this.#handler.close(this.depth);
      this.depth -= 1;
    }
    return end;
  }

  /** Notes the attributes from `from` on; returns the position after `>`. */
  #readAttributes(from: number): number {
    const data = this.data;
    const spans = this.#spans;
    let at = from;
    let count = 0;
    for (;;) {
      while (at < data.length && (data[at] ?? 0) <= 0x20) at += 1;
      if (at >= data.length) return INCOMPLETE;
      if (data[at] === GT) break;
      if (data[at] === SLASH) {
        if (at + 1 >= data.length) return INCOMPLETE;
        if (data[at + 1] !== GT) throw new PartError('workbook-damaged');
        at += 1;
        break;
      }
      let local = at;
      while (at < data.length) {
        const byte = data[at] ?? 0;
        if (byte === EQUALS || byte <= 0x20) break;
        if (byte === LT || byte === GT || byte === QUOTE) throw new PartError('workbook-damaged');
        if (byte === COLON) local = at + 1;
        at += 1;
      }
      const nameEnd = at;
      while (at < data.length && (data[at] ?? 0) <= 0x20) at += 1;
      if (at >= data.length) return INCOMPLETE;
      if (data[at] !== EQUALS) throw new PartError('workbook-damaged');
      at += 1;
      while (at < data.length && (data[at] ?? 0) <= 0x20) at += 1;
      if (at >= data.length) return INCOMPLETE;
      const quote = data[at];
      if (quote !== QUOTE && quote !== APOSTROPHE) throw new PartError('workbook-damaged');
      const valueStart = at + 1;
      at = valueStart;
      while (at < data.length && data[at] !== quote) {
        if (data[at] === LT) throw new PartError('workbook-damaged');
        at += 1;
      }
      if (at >= data.length) return INCOMPLETE;
      spans[count * 4] = local;
      spans[count * 4 + 1] = nameEnd;
      spans[count * 4 + 2] = valueStart;
      spans[count * 4 + 3] = at;
      count += 1;
      at += 1;
    }
    this.#attributes = count;
    return at + 1;
  }
}
