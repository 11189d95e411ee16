import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../types.js';
import { looksUtf8 } from './gb18030.js';

/** Bytes that are not text in the file's encoding. The caller rejects the record as `undecodable`. */
export class CsvDecodeError extends Error {
  readonly kind = 'undecodable';
  readonly line: number;

  constructor(line: number) {
    super(`undecodable bytes in the record at line ${line}`);
    this.name = 'CsvDecodeError';
    this.line = line;
  }
}

/** Text of buffer[start, end), or null where the bytes are not valid in the encoding. */
export type Decode = (buffer: Buffer, start: number, end: number) => string | null;

function decodeUtf8(buffer: Buffer, start: number, end: number): string | null {
  const text = buffer.toString('utf8', start, end);
  // A U+FFFD either stands in the file, which is its own affair, or marks broken bytes.
  if (text.includes('\uFFFD') && !isUtf8(buffer.subarray(start, end))) return null;
  return text;
}

// ignoreBOM: the file's own BOM is skipped by its length; any later one is a character like others.
const gb18030 = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });

function isAscii(buffer: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((buffer[i] as number) > 0x7f) return false;
  return true;
}

function decodeGb18030(buffer: Buffer, start: number, end: number): string | null {
  if (isAscii(buffer, start, end)) return buffer.toString('latin1', start, end);
  if (looksUtf8(buffer, start, end)) return null;
  try {
    return gb18030.decode(buffer.subarray(start, end));
  } catch {
    return null;
  }
}

/** The strict decoder for records of a file; UTF-16 reaches the records as UTF-8 (see source.ts). */
export function decoderFor(encoding: Encoding): Decode {
  return encoding === 'gb18030' ? decodeGb18030 : decodeUtf8;
}
