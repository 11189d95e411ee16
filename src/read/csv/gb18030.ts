import { isUtf8 } from 'node:buffer';

/**
 * Whether the bytes are well-formed GB18030 by the WHATWG decoder (https://encoding.spec.whatwg.org/#gb18030-decoder):
 * 0x80 alone is €, all two-byte pointers are assigned, four-byte pointers are 0–39419 and 189000–1237575.
 */
export function isGb18030(buffer: Uint8Array, start: number, end: number): boolean {
  let i = start;
  while (i < end) {
    const first = buffer[i] as number;
    if (first <= 0x80) {
      i += 1;
      continue;
    }
    if (first === 0xff || i + 1 >= end) return false;
    const second = buffer[i + 1] as number;
    if (second >= 0x40) {
      if (second === 0x7f || second === 0xff) return false;
      i += 2;
      continue;
    }
    if (i + 3 >= end || !isFourByte(first, second, buffer[i + 2] as number, buffer[i + 3] as number)) {
      return false;
    }
    i += 4;
  }
  return true;
}

function isFourByte(first: number, second: number, third: number, fourth: number): boolean {
  if (second < 0x30 || second > 0x39 || third < 0x81 || third > 0xfe || fourth < 0x30 || fourth > 0x39) {
    return false;
  }
  const pointer = (((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
  return pointer <= 39_419 || (pointer >= 189_000 && pointer <= 1_237_575);
}

/**
 * Whether bytes that may well be valid GB18030 are UTF-8 all the same. Chinese in UTF-8 often is valid GB18030 too, and
 * would be read as other characters without a word (张三 as 寮犱笁). The reverse is next to impossible from three
 * characters of the range E4–E9 on: such a pair takes three GB2312 characters, one of them of the rare level two.
 */
export function looksUtf8(buffer: Uint8Array, start: number, end: number): boolean {
  let hanzi = 0;
  for (let i = start; i < end; i++) {
    const byte = buffer[i] as number;
    if (byte >= 0xe4 && byte <= 0xe9 && (((buffer[i + 1] as number) & 0xc0) ^ 0x80) === 0) hanzi += 1;
  }
  return hanzi >= 3 && isUtf8(buffer.subarray(start, end));
}
