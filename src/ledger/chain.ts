import { createHash } from 'node:crypto';
import { eventSchema, type Happening, type LedgerEvent } from './events.js';

/** The hash before the first line. */
export const GENESIS = '0'.repeat(64);

type Unhashed = Omit<LedgerEvent, 'hash'>;

function hashOf(before: string, event: Unhashed): string {
  return createHash('sha256')
    .update(`${before}\n${JSON.stringify(event)}`)
    .digest('hex');
}

/** The events as lines, each chained to the one before by its hash; the last of them ends the transaction. */
export function chain(
  happenings: readonly Happening[],
  last: Pick<LedgerEvent, 'seq' | 'hash'>,
  by: Pick<LedgerEvent, 'at' | 'who' | 'command'>,
): LedgerEvent[] {
  let { seq, hash } = last;
  return happenings.map((event, index) => {
    seq++;
    const end = index === happenings.length - 1 ? { end: true as const } : {};
    // Through its schema: the keys stand in one order, in which they are read and hashed again.
    const { hash: _, ...unhashed } = eventSchema.parse({ seq, ...by, ...end, event, hash: '' });
    hash = hashOf(hash, unhashed);
    return { ...unhashed, hash };
  });
}

/** A line that does not follow from those before it. */
export interface Break {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly kind: 'unreadable' | 'changed' | 'order';
}

export interface Chain {
  readonly events: readonly LedgerEvent[];
  /** Bytes of the whole transactions; what stands behind them was cut off while being written. */
  readonly whole: number;
  /** Lines, whole or torn, behind the last whole transaction. */
  readonly dropped: number;
  readonly broken: Break | null;
}

function parse(line: string): LedgerEvent | null {
  try {
    const parsed = eventSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function breakOf(event: LedgerEvent, before: LedgerEvent | undefined, line: number): Break | null {
  if (event.seq !== (before?.seq ?? 0) + 1) return { line, kind: 'order' };
  const { hash, ...unhashed } = event;
  return hash === hashOf(before?.hash ?? GENESIS, unhashed) ? null : { line, kind: 'changed' };
}

/**
 * Reads the lines of a ledger. A transaction whose last line is missing or torn, at the very end, was cut off and is
 * left out; any other line that does not follow is a break, and nothing behind it is read.
 */
export function readChain(bytes: Buffer): Chain {
  const events: LedgerEvent[] = [];
  let whole = 0;
  let count = 0;
  let from = 0;
  let line = 0;
  while (from < bytes.length) {
    const at = bytes.indexOf(10, from);
    line++;
    // A last line without its end was being written.
    if (at < 0) break;
    const event = parse(bytes.toString('utf8', from, at));
    const broken =
      event === null ? { line, kind: 'unreadable' as const } : breakOf(event, events.at(-1), line);
    if (event === null || broken) return { events: events.slice(0, count), whole, dropped: 0, broken };
    events.push(event);
    from = at + 1;
    if (event.end) {
      whole = from;
      count = events.length;
    }
  }
  return { events: events.slice(0, count), whole, dropped: line - count, broken: null };
}
