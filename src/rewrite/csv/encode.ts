import type { Encoding } from '../../read/types.js';

let pairs: Map<string, Buffer> | null = null;

/** The two bytes of each character that GB18030 has two for, by Node's own decoder: it has no encoder. */
function gbPairs(): Map<string, Buffer> {
  if (pairs !== null) return pairs;
  const table = new Map<string, Buffer>();
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) {
      if (second === 0x7f) continue;
      const pair = Buffer.from([first, second]);
      const text = decoder.decode(pair);
      if ([...text].length === 1 && !table.has(text)) table.set(text, pair);
    }
  pairs = table;
  return table;
}

/** Bytes of a text as the scanner holds records of a file: GB18030 as it is, all else as UTF-8. */
export function recordBytes(text: string, encoding: Encoding): Buffer {
  if (encoding !== 'gb18030') return Buffer.from(text, 'utf8');
  return Buffer.concat(
    [...text].map((sign) => {
      if (sign <= '\x7f') return Buffer.from(sign, 'latin1');
      const pair = gbPairs().get(sign);
      if (pair === undefined)
        throw new Error(`no two bytes of GB18030 for U+${sign.codePointAt(0)?.toString(16)}`);
      return pair;
    }),
  );
}

/** A record's bytes as they stand in the file. */
export function fileBytes(record: Buffer, encoding: Encoding): Buffer {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return record;
  const wide = Buffer.from(record.toString('utf8'), 'utf16le');
  return encoding === 'utf-16be' ? wide.swap16() : wide;
}
