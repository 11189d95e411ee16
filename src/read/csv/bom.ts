import type { Encoding } from '../types.js';

interface ByteOrderMark {
  readonly encoding: Encoding | 'utf-32';
  readonly length: number;
}

const marks: readonly (ByteOrderMark & { readonly hex: string })[] = [
  { hex: 'efbbbf', encoding: 'utf-8', length: 3 },
  { hex: 'fffe0000', encoding: 'utf-32', length: 4 },
  { hex: '0000feff', encoding: 'utf-32', length: 4 },
  { hex: 'fffe', encoding: 'utf-16le', length: 2 },
  { hex: 'feff', encoding: 'utf-16be', length: 2 },
  { hex: '84319533', encoding: 'gb18030', length: 4 },
];

/** The byte order mark that a file's first bytes are, or null. */
export function byteOrderMark(head: Buffer): ByteOrderMark | null {
  const hex = head.toString('hex', 0, 4);
  return marks.find((mark) => hex.startsWith(mark.hex)) ?? null;
}

/**
 * UTF-16 without its mark, by the NULs of its ASCII characters (digits and delimiters, at least an eighth of any table):
 * in the odd bytes or in the even ones, the others being those of 一 (U+4E00) and its like. Null where the bytes do not look so.
 */
export function guessUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const nuls = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i & 1] = (nuls[i & 1] as number) + 1;
  const [even, odd] = nuls as [number, number];
  const enough = head.length / 16;
  if (odd >= enough && even * 4 < odd) return 'utf-16le';
  if (even >= enough && odd * 4 < even) return 'utf-16be';
  return null;
}
