import type { Encoding } from '../../read/types.js';

let known: Map<string, Buffer> | null = null;

/** Four-byte sequences of the basic plane, and where those of the others begin (GB 18030-2022; WHATWG's ranges). */
const FOUR_BYTE = 39_420;
const SUPPLEMENTARY = 189_000;

function fourBytes(pointer: number): Buffer {
  const last = pointer % 10;
  const third = Math.floor(pointer / 10) % 126;
  const second = Math.floor(pointer / 1260) % 10;
  return Buffer.from([0x81 + Math.floor(pointer / 12_600), 0x30 + second, 0x81 + third, 0x30 + last]);
}

/** The bytes of each character of the basic plane in GB18030, by Node's own decoder: it has no encoder. */
function gb18030(): Map<string, Buffer> {
  if (known !== null) return known;
  const table = new Map<string, Buffer>();
  const decoder = new TextDecoder('gb18030');
  const take = (bytes: Buffer): void => {
    const text = decoder.decode(bytes);
    if ([...text].length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) if (second !== 0x7f) take(Buffer.from([first, second]));
  for (let pointer = 0; pointer < FOUR_BYTE; pointer++) take(fourBytes(pointer));
  known = table;
  return table;
}

function signBytes(sign: string): Buffer {
  if (sign <= '\x7f') return Buffer.from(sign, 'latin1');
  const point = sign.codePointAt(0) ?? 0;
  if (point > 0xffff) return fourBytes(SUPPLEMENTARY + point - 0x10000);
  const bytes = gb18030().get(sign);
  if (bytes === undefined) throw new Error(`no GB18030 for U+${point.toString(16)}`);
  return bytes;
}

/** Bytes of a text as the scanner holds records of a file: GB18030 as it is, all else as UTF-8. */
export function recordBytes(text: string, encoding: Encoding): Buffer {
  if (encoding !== 'gb18030') return Buffer.from(text, 'utf8');
  return Buffer.concat([...text].map(signBytes));
}

/** A record's bytes as they stand in the file. */
export function fileBytes(record: Buffer, encoding: Encoding): Buffer {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return record;
  const wide = Buffer.from(record.toString('utf8'), 'utf16le');
  return encoding === 'utf-16be' ? wide.swap16() : wide;
}
