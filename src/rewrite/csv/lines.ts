import type { Encoding } from '../../read/types.js';

const LF = 0x0a;
const CR = 0x0d;

/** A physical line: its first byte, the end of its text, and the end of what ends it (CRLF, LF or CR). */
export interface Line {
  readonly start: number;
  readonly textEnd: number;
  readonly end: number;
}

/**
 * The physical lines of a file's bytes as the scanner counts them; no line follows the last line end.
 * @param from behind the byte order mark
 */
export function* linesOf(bytes: Buffer, from: number, encoding: Encoding): Generator<Line> {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const step = wide ? 2 : 1;
  const unit = (at: number): number => {
    if (at + step > bytes.length) return -1;
    if (!wide) return bytes[at] ?? -1;
    return encoding === 'utf-16le' ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  };
  let start = from;
  for (let at = from; at + step <= bytes.length; at += step) {
    const sign = unit(at);
    if (sign !== LF && sign !== CR) continue;
    const textEnd = at;
    if (sign === CR && unit(at + step) === LF) at += step;
    yield { start, textEnd, end: at + step };
    start = at + step;
  }
  if (start < bytes.length) yield { start, textEnd: bytes.length, end: bytes.length };
}

/** Lines that a record takes beyond its first: line ends inside quotes. */
export function lineEndsIn(record: Buffer): number {
  let count = 0;
  for (let at = 0; at < record.length; at++) {
    if (record[at] === CR && record[at + 1] === LF) at++;
    if (record[at] === LF || record[at] === CR) count++;
  }
  return count;
}
