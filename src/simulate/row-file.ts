import { closeSync, openSync, writeSync } from 'node:fs';
import { DAYS, type Spelling, spelled, spellings } from './dates.js';
import { encodeGb18030 } from './gb18030.js';
import { givenNames, slip, surnames, type Who } from './person.js';
import { type Random, randomFrom } from './random.js';

/** How much of what real files suffer from is put in. */
export type Dirt = 'none' | 'some' | 'much';
export type Encoding = 'utf-8' | 'gb18030';

/** Out of a thousand rows so many suffer from each kind of dirt. */
const SHARE: Readonly<Record<Dirt, number>> = { none: 0, some: 3, much: 20 };
const CHUNK = 1 << 20;
/** More than any row takes. */
const LONGEST_ROW = 4096;
const COMMA = 44;
const NEWLINE = 10;
const ZERO = 48;

/** The bytes of texts in one encoding, each encoded once: a county's files share them. */
export class Texts {
  readonly #encoded = new Map<string, Buffer>();
  readonly #encode: (text: string) => Buffer;
  readonly #dates: Partial<Record<Spelling, Buffer[]>> = {};
  readonly surnames: readonly Buffer[];
  readonly givenNames: readonly Buffer[];

  constructor(encoding: Encoding) {
    this.#encode = encoding === 'gb18030' ? encodeGb18030 : (text) => Buffer.from(text);
    this.surnames = surnames.map(this.#encode);
    this.givenNames = givenNames.map(this.#encode);
  }

  /** Of a text that is used again and again: it is kept. */
  bytes(text: string): Buffer {
    const known = this.#encoded.get(text);
    if (known) return known;
    const made = this.#encode(text);
    this.#encoded.set(text, made);
    return made;
  }

  once(text: string): Buffer {
    return this.#encode(text);
  }

  dates(spelling: Spelling): readonly Buffer[] {
    this.#dates[spelling] ??= Array.from({ length: DAYS }, (_, day) => this.#encode(spelled(day, spelling)));
    return this.#dates[spelling];
  }
}

/**
 * A CSV file that grows by cells, straight into bytes: no text is made of a row. At most a megabyte waits to be
 * written. What it suffers from (numbers in old forms, rows given twice) follows from its own seed.
 */
export class RowFile {
  readonly #fd: number;
  readonly #texts: Texts;
  readonly #bytes = Buffer.allocUnsafe(CHUNK + LONGEST_ROW * 2);
  #at = 0;
  #rowStart = 0;
  readonly #dates: readonly Buffer[];
  readonly #mixed: readonly (readonly Buffer[])[];
  readonly #dirt: Random;
  readonly #share: number;
  /** Rows of data, with those given twice and those without a meaning. */
  rows = 0;
  size = 0;

  /** Creates the file (0600); one that is there is an error. */
  constructor(path: string, texts: Texts, dirt: Dirt, spelling: Spelling, seed: number) {
    this.#fd = openSync(path, 'wx', 0o600);
    this.#texts = texts;
    this.#share = SHARE[dirt];
    this.#dirt = randomFrom(seed);
    this.#dates = texts.dates(spelling);
    this.#mixed = dirt === 'much' ? spellings.map((one) => texts.dates(one)) : [];
  }

  /** A whole line of text: a title, a header. */
  line(text: string): void {
    this.#put(this.#texts.once(text));
    this.#bytes[this.#at++] = NEWLINE;
    this.#rowStart = this.#at;
  }

  /** A cell of a text that is used again and again. */
  text(text: string): this {
    this.#put(this.#texts.bytes(text));
    return this.#next();
  }

  /** A cell of letters and digits. */
  ascii(text: string): this {
    this.#at += this.#bytes.write(text, this.#at, 'latin1');
    return this.#next();
  }

  /** Digits of a whole number, filled up with zeros, without an end of the cell. */
  digits(value: number, width: number): this {
    const end = this.#at + width;
    let rest = value;
    for (let at = end - 1; at >= this.#at; at--) {
      this.#bytes[at] = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.#at = end;
    return this;
  }

  /** Text that the cell goes on behind. */
  part(text: string): this {
    this.#put(this.#texts.bytes(text));
    return this;
  }

  /** A cell of a whole number ≥ 0, or of what was put down before where `value` is left out. */
  number(value?: number): this {
    if (value !== undefined) this.digits(value, value < 10 ? 1 : Math.floor(Math.log10(value) + 1e-9) + 1);
    return this.#next();
  }

  /** A cell of an amount with two decimals. */
  fen(fen: number): this {
    const yuan = Math.floor(fen / 100);
    this.digits(yuan, yuan < 10 ? 1 : Math.floor(Math.log10(yuan) + 1e-9) + 1);
    this.#bytes[this.#at++] = 46;
    this.digits(fen % 100, 2);
    return this.#next();
  }

  /** A cell of a day, counted from 2000-01-01; of null an empty one. */
  day(day: number | null): this {
    if (day === null) return this.#next();
    const mixed = this.#mixed.length > 0 ? this.#mixed[this.#dirt.below(this.#mixed.length)] : undefined;
    const dates = mixed ?? this.#dates;
    this.#put(dates[Math.max(0, Math.min(DAYS - 1, day))] ?? Buffer.alloc(0));
    return this.#next();
  }

  /** A cell of a name. */
  name({ surname, first, second }: Who): this {
    const { surnames: family, givenNames: given } = this.#texts;
    this.#put(family[surname] ?? Buffer.alloc(0));
    // A name may stand with a space in it; it is the same name.
    if (this.#share > 0 && this.#suffers()) this.#bytes[this.#at++] = 32;
    this.#put(given[first] ?? Buffer.alloc(0));
    if (second >= 0) this.#put(given[second] ?? Buffer.alloc(0));
    return this.#next();
  }

  /** A cell of an ID number, now and then in a form that says the same: 15 digits, a small x, with spaces, a quote. */
  id(who: Who): this {
    const { digits } = who;
    if (this.#share === 0 || who.plain || !this.#suffers()) {
      this.#put(digits);
      return this.#next();
    }
    if (who.other && this.#dirt.chance(0.7)) return this.#ruined(digits);
    const form = this.#dirt.below(4);
    if (form === 0 && digits[6] === ZERO + 1) {
      this.#put(digits.subarray(0, 6));
      this.#put(digits.subarray(8, 17));
    } else if (form === 1) {
      this.#put(digits.subarray(0, 17));
      this.#bytes[this.#at++] = digits[17] === 88 ? 120 : (digits[17] ?? ZERO);
    } else if (form === 2) {
      for (const [from, to] of [
        [0, 6],
        [6, 14],
      ] as const) {
        this.#put(digits.subarray(from, to));
        this.#bytes[this.#at++] = 32;
      }
      this.#put(digits.subarray(14));
    } else {
      this.#bytes[this.#at++] = 39;
      this.#put(digits);
    }
    return this.#next();
  }

  /** A number mistyped, or what a spreadsheet leaves of it. */
  #ruined(digits: Uint8Array): this {
    const from = this.#at;
    this.#put(digits);
    const written = this.#bytes.subarray(from, this.#at);
    if (this.#dirt.chance(0.5)) slip(written, this.#dirt);
    else written.fill(ZERO, 15);
    return this.#next();
  }

  /** Ends the row; now and then it stands a second time. */
  end(): void {
    const length = this.#at - this.#rowStart;
    this.#bytes[this.#at - 1] = NEWLINE;
    this.rows += 1;
    if (this.#share > 0 && this.#dirt.below(2000) < this.#share) {
      this.#bytes.copyWithin(this.#at, this.#rowStart, this.#at);
      this.#at += length;
      this.rows += 1;
    }
    if (this.#at > CHUNK) this.#flush();
    this.#rowStart = this.#at;
  }

  close(): void {
    this.#flush();
    closeSync(this.#fd);
  }

  #suffers(): boolean {
    return this.#dirt.below(1000) < this.#share;
  }

  #put(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #next(): this {
    this.#bytes[this.#at++] = COMMA;
    return this;
  }

  #flush(): void {
    writeSync(this.#fd, this.#bytes, 0, this.#at);
    this.size += this.#at;
    this.#at = 0;
  }
}
