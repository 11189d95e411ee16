import type { Encoding } from '../types.js';

/**
 * Copies buffer[start, end) to `out` from `at` on as UTF-8, if it is made of the ASCII characters marked in `ascii` and,
 * where `hanzi` says so, of the basic CJK block (U+4E00–U+9FFF) alone. The three bytes that a hanzi takes are the most
 * that one or two bytes become: `out` must have room for 1.5 times the field.
 * @returns the end of the copy, or -1 where another character stands: then the field must be decoded
 */
export type CopyPlain = (
  buffer: Uint8Array,
  start: number,
  end: number,
  ascii: Uint8Array,
  hanzi: boolean,
  out: Uint8Array,
  at: number,
) => number;

const copyUtf8: CopyPlain = (buffer, start, end, ascii, hanzi, out, at) => {
  let to = at;
  for (let i = start; i < end; i++) {
    const byte = buffer[i] as number;
    if (byte < 0x80) {
      if (ascii[byte] === 0) return -1;
      out[to++] = byte;
      continue;
    }
    if (!hanzi || byte < 0xe4 || byte > 0xe9 || i + 2 >= end) return -1;
    const second = buffer[i + 1] as number;
    const third = buffer[i + 2] as number;
    if (second >> 6 !== 2 || third >> 6 !== 2 || (byte === 0xe4 && second < 0xb8)) return -1;
    out[to] = byte;
    out[to + 1] = second;
    out[to + 2] = third;
    to += 3;
    i += 2;
  }
  return to;
};

const FIRST = 0x81;
const SECOND = 0x40;
const ROW = 0xff - SECOND;

let pairs: Uint16Array | null = null;

/** What each two-byte sequence of GB18030 is, where it is a hanzi of the basic block; else 0. By Node's own decoder. */
function hanziOfPairs(): Uint16Array {
  if (pairs) return pairs;
  const table = new Uint16Array((0xff - FIRST) * ROW);
  const decoder = new TextDecoder('gb18030');
  const pair = new Uint8Array(2);
  for (let first = FIRST; first < 0xff; first++) {
    for (let second = SECOND; second < 0xff; second++) {
      pair[0] = first;
      pair[1] = second;
      const text = decoder.decode(pair);
      const unit = text.charCodeAt(0);
      if (text.length === 1 && unit >= 0x4e00 && unit <= 0x9fff)
        table[(first - FIRST) * ROW + second - SECOND] = unit;
    }
  }
  pairs = table;
  return table;
}

function copyGb18030(): CopyPlain {
  const table = hanziOfPairs();
  return (buffer, start, end, ascii, hanzi, out, at) => {
    let to = at;
    for (let i = start; i < end; i++) {
      const byte = buffer[i] as number;
      if (byte < 0x80) {
        if (ascii[byte] === 0) return -1;
        out[to++] = byte;
        continue;
      }
      const second = buffer[i + 1] as number;
      if (!hanzi || byte < FIRST || byte === 0xff || i + 1 >= end || second < SECOND || second === 0xff)
        return -1;
      const unit = table[(byte - FIRST) * ROW + second - SECOND] as number;
      if (unit === 0) return -1;
      out[to] = 0xe0 | (unit >> 12);
      out[to + 1] = 0x80 | ((unit >> 6) & 0x3f);
      out[to + 2] = 0x80 | (unit & 0x3f);
      to += 3;
      i += 1;
    }
    return to;
  };
}

/** The copier for a file's records (those of UTF-16 are UTF-8 by then). */
export function plainCopier(encoding: Encoding): CopyPlain {
  return encoding === 'gb18030' ? copyGb18030() : copyUtf8;
}
