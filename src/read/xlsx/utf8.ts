import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { PartError } from './part-error.js';

/**
 * A part's bytes as valid UTF-8 without BOM, no character cut at a chunk's end. Parts in UTF-16 or in another declared
 * encoding are recoded; bytes that are not of the encoding are refused, never replaced by U+FFFD.
 */
export async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  let decoder: TextDecoder | null = null;
  let rest: Buffer | null = null;
  let begun = false;
  for await (const chunk of chunks) {
    let bytes: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk]);
    rest = null;
    if (!begun) {
      // The declaration is within the first bytes; a tiny first chunk waits for the next.
      if (bytes.length < declarationBytes) {
        rest = bytes;
        continue;
      }
      begun = true;
      decoder = otherEncoding(bytes);
      if (decoder === null) bytes = withoutBom(bytes);
    }
    if (decoder !== null) {
      yield recode(decoder, bytes);
      continue;
    }
    const cut = lastWhole(bytes);
    if (cut < bytes.length) rest = bytes.subarray(cut);
    yield checked(bytes.subarray(0, cut));
  }
  if (rest !== null && !begun) decoder = otherEncoding(rest);
  if (decoder !== null) yield recode(decoder, rest, true);
  else if (rest !== null) yield checked(begun ? rest : withoutBom(rest));
}

const declarationBytes = 200;

function withoutBom(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function checked(bytes: Buffer): Buffer {
  if (!isUtf8(bytes)) throw new PartError('workbook-damaged');
  return bytes;
}

/** Bytes up to which no character is cut: a start byte among the last three may lack its followers. */
function lastWhole(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** The decoder of a part that is not UTF-8: by BOM, by a `<` of two bytes, or by the XML declaration. */
function otherEncoding(bytes: Buffer): TextDecoder | null {
  const head = bytes.subarray(0, 2).toString('hex');
  let label = 'utf-8';
  if (head === 'fffe' || head === '3c00') label = 'utf-16le';
  else if (head === 'feff' || head === '003c') label = 'utf-16be';
  else {
    const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
      bytes.subarray(0, declarationBytes).toString('latin1'),
    );
    label = (declared?.[1] ?? 'utf-8').toLowerCase();
  }
  if (label === 'utf-8' || label === 'utf8' || label === 'us-ascii') return null;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new PartError('workbook-damaged');
  }
}

function recode(decoder: TextDecoder, bytes: Buffer | null, last = false): Buffer {
  try {
    return Buffer.from(decoder.decode(bytes ?? undefined, { stream: !last }), 'utf8');
  } catch {
    throw new PartError('workbook-damaged');
  }
}
