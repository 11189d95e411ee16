import { createHash } from 'node:crypto';
import { eventSchema, type Happening, type LedgerEvent } from './events.js';

/** The hash before the first line. */
export const GENESIS = '0'.repeat(64);

/** How every line ends: its hash, of 64 characters. */
const HASH_KEY = ',"hash":"';
const TAIL = HASH_KEY.length + 64 + 2;

function hashOf(before: string, start: string | Buffer): string {
  return createHash('sha256').update(`${before}\n`).update(start).update('}').digest('hex');
}

/** Makes lines, each chained by its hash to the one before. */
export class Chainer {
  seq: number;
  hash: string;
  readonly #by: Pick<LedgerEvent, 'at' | 'who' | 'command'>;

  constructor(last: Pick<LedgerEvent, 'seq' | 'hash'>, by: Pick<LedgerEvent, 'at' | 'who' | 'command'>) {
    this.seq = last.seq;
    this.hash = last.hash;
    this.#by = { at: by.at, who: by.who, command: by.command };
  }

  /**
   * The line of what happened, with its line end.
   * @param end true for the last of a transaction
   * @throws ZodError where the happening does not have its shape: a defect of the program
   */
  line(event: Happening, end: boolean): string {
    const last = end ? { end: true as const } : {};
    // Through its schema: a line that could not be read again must not be written.
    const { hash: _, ...rest } = eventSchema.parse({
      seq: this.seq + 1,
      ...this.#by,
      ...last,
      event,
      hash: '',
    });
    const start = JSON.stringify(rest).slice(0, -1);
    this.hash = hashOf(this.hash, start);
    this.seq++;
    return `${start}${HASH_KEY}${this.hash}"}\n`;
  }
}

/** A line that does not follow from those before it. */
export interface Break {
  /** Line of the file, from 1. */
  readonly line: number;
  /** `removed`: lines are missing before it; `cut`: at the end of the file; `order`: it stands in another place. */
  readonly kind: 'unreadable' | 'changed' | 'order' | 'removed' | 'cut' | 'no_head';
  /** How many lines are missing. */
  readonly missing?: number;
}

export interface Chain {
  /** Hash and number of the last line of a whole transaction; null where there is none. */
  readonly last: Pick<LedgerEvent, 'seq' | 'hash'> | null;
  /** Hash of the line that was asked for; null where no whole transaction has it. */
  readonly asked: string | null;
  /** Bytes of the whole transactions; what stands behind them was cut off while being written. */
  readonly whole: number;
  readonly transactions: number;
  /** Lines that follow one from the other, also those of a transaction that was cut off. */
  readonly intact: number;
  /** Lines, whole or torn, behind the last whole transaction; behind a break they are no torn tail. */
  readonly dropped: number;
  readonly broken: Break | null;
}

/**
 * Reads the lines of a chain. A transaction whose last line is missing or torn, at the very end, was cut off and is
 * left out; any other line that does not follow is a break, and nothing behind it is read.
 */
export class ChainReader {
  readonly #use: (event: LedgerEvent) => void;
  readonly #wanted: number;
  /** Of the transaction that is being read: it counts when its last line is there. */
  #open: LedgerEvent[] = [];
  #before: Chain['last'] = null;
  #last: Chain['last'] = null;
  #asked: string | null = null;
  #openAsked: string | null = null;
  #whole = 0;
  #bytes = 0;
  #transactions = 0;
  #lines = 0;
  #broken: Break | null = null;
  /** Lines behind a break still tell whether what is missing stands elsewhere. */
  #missing: { readonly from: number; readonly to: number } | null = null;

  /**
   * @param use is given the events of whole transactions, in their order; they are not kept here
   * @param wanted number of the line whose hash is wanted
   */
  constructor(use: (event: LedgerEvent) => void, wanted = 0) {
    this.#use = use;
    this.#wanted = wanted;
  }

  /** Takes the next line, without its end. */
  line(bytes: Buffer): void {
    this.#lines++;
    if (this.#broken) {
      this.#lookFor(bytes);
      return;
    }
    const event = parse(bytes);
    this.#broken = event === null ? { line: this.#lines, kind: 'unreadable' } : this.#breakOf(event, bytes);
    if (event === null || this.#broken) return;
    const { seq, hash } = event;
    this.#before = { seq, hash };
    if (seq === this.#wanted) this.#openAsked = hash;
    this.#open.push(event);
    this.#bytes += bytes.length + 1;
    if (event.end) this.#close();
  }

  #close(): void {
    for (const event of this.#open) this.#use(event);
    this.#open = [];
    this.#last = this.#before;
    this.#asked = this.#openAsked;
    this.#whole = this.#bytes;
    this.#transactions++;
  }

  #breakOf(event: LedgerEvent, bytes: Buffer): Break | null {
    const before = this.#before;
    const expected = (before?.seq ?? 0) + 1;
    const line = this.#lines;
    if (event.seq > expected) {
      this.#missing = { from: expected, to: event.seq - 1 };
      return { line, kind: 'removed', missing: event.seq - expected };
    }
    if (event.seq < expected) return { line, kind: 'order' };
    const start = bytes.subarray(0, -TAIL);
    const tail = bytes.toString('utf8', start.length);
    const follows =
      tail === `${HASH_KEY}${event.hash}"}` && event.hash === hashOf(before?.hash ?? GENESIS, start);
    return follows ? null : { line, kind: 'changed' };
  }

  #lookFor(bytes: Buffer): void {
    if (this.#missing === null || this.#broken === null) return;
    const seq = parse(bytes)?.seq ?? 0;
    if (seq < this.#missing.from || seq > this.#missing.to) return;
    this.#broken = { line: this.#broken.line, kind: 'order' };
    this.#missing = null;
  }

  /** @param torn whether bytes without a line end stand behind the last line */
  end(torn: boolean): Chain {
    const [last, asked] = [this.#last, this.#asked];
    const intact = this.#before?.seq ?? 0;
    const dropped = this.#lines - (last?.seq ?? 0) + Number(torn);
    const [whole, transactions, broken] = [this.#whole, this.#transactions, this.#broken];
    return { last, asked, whole, transactions, intact, dropped, broken };
  }
}

function parse(bytes: Buffer): LedgerEvent | null {
  try {
    const parsed = eventSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
