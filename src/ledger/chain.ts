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
  readonly events: readonly LedgerEvent[];
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
  readonly #events: LedgerEvent[] = [];
  #whole = 0;
  #bytes = 0;
  #count = 0;
  #transactions = 0;
  #lines = 0;
  #broken: Break | null = null;
  /** Lines behind a break still tell whether what is missing stands elsewhere. */
  #missing: { readonly from: number; readonly to: number } | null = null;

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
    this.#events.push(event);
    this.#bytes += bytes.length + 1;
    if (!event.end) return;
    this.#whole = this.#bytes;
    this.#count = this.#events.length;
    this.#transactions++;
  }

  #breakOf(event: LedgerEvent, bytes: Buffer): Break | null {
    const before = this.#events.at(-1);
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
    const events = this.#events;
    const intact = events.length;
    events.length = this.#count;
    const dropped = this.#lines - this.#count + Number(torn);
    const [whole, transactions, broken] = [this.#whole, this.#transactions, this.#broken];
    return { events, whole, transactions, intact, dropped, broken };
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
