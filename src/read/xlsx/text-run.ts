import { decodeText, needsDecoding } from './text.js';

/** One run of text that may come in pieces (CDATA, comments between); decoded only when asked for. */
export class TextRun {
  #data: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  #literal = false;
  #pieces = 0;
  #joined = '';

  reset(): void {
    this.#pieces = 0;
    this.#joined = '';
  }

  add(data: Buffer, start: number, end: number, literal: boolean): void {
    if (this.#pieces > 0) this.#joined = this.text();
    this.#data = data;
    this.#start = start;
    this.#end = end;
    this.#literal = literal;
    this.#pieces += 1;
  }

  get empty(): boolean {
    return this.#pieces === 0;
  }

  /** The bytes themselves, where they are the text as it stands; null where they must be decoded. */
  raw(): { data: Buffer; start: number; end: number } | null {
    if (this.#pieces !== 1 || this.#literal || needsDecoding(this.#data, this.#start, this.#end)) return null;
    return { data: this.#data, start: this.#start, end: this.#end };
  }

  text(): string {
    if (this.#pieces === 0) return '';
    const last = decodeText(this.#data, this.#start, this.#end, this.#literal);
    return this.#joined === '' ? last : this.#joined + last;
  }

  /** A whole number of one to nine plain digits, read off the bytes; -1 for any other text. */
  digits(): number {
    const length = this.#end - this.#start;
    if (this.#pieces !== 1 || length === 0 || length > 9) return -1;
    let value = 0;
    for (let at = this.#start; at < this.#end; at += 1) {
      const digit = (this.#data[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }
}
