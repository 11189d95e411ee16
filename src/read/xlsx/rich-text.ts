import type { XmlScanner } from './scan.js';
import { decodeEscapes } from './text.js';
import { TextRun } from './text-run.js';

const names = { t: Buffer.from('t'), r: Buffer.from('r') };

/**
 * The text of a shared or inline string (CT_Rst, ECMA-376 part 1, 18.4.8): its `t`, or the `t` of each of its runs `r`;
 * phonetic runs `rPh` are no part of it. White space is kept whether or not xml:space says so: nothing is lost by it,
 * and names are trimmed later.
 */
export class RichText {
  /** Depth of the `si` or `is` element. */
  readonly #base: number;
  readonly #run = new TextRun();
  #before = '';
  #runs = 0;
  #inRun = false;
  #taking = false;

  constructor(base: number) {
    this.#base = base;
  }

  reset(): void {
    this.#before = '';
    this.#runs = 0;
    this.#inRun = false;
    this.#taking = false;
    this.#run.reset();
  }

  open(scan: XmlScanner): void {
    const level = scan.depth - this.#base;
    if (level === 1) this.#inRun = scan.is(names.r);
    if ((level === 1 || (level === 2 && this.#inRun)) && scan.is(names.t)) {
      if (this.#runs > 0) this.#before += decodeEscapes(this.#run.text());
      this.#run.reset();
      this.#runs += 1;
      this.#taking = true;
    }
  }

  close(depth: number): void {
    this.#taking = false;
    if (depth === this.#base + 1) this.#inRun = false;
  }

  add(data: Buffer, start: number, end: number, literal: boolean): void {
    if (this.#taking) this.#run.add(data, start, end, literal);
  }

  /** The bytes of a string of one run that needs no decoding; else null. */
  raw(): { data: Buffer; start: number; end: number } | null {
    return this.#runs === 1 ? this.#run.raw() : null;
  }

  text(): string {
    return this.#before + decodeEscapes(this.#run.text());
  }
}
