import type { ErrorCode } from '../errors.js';

/** What a file is that holds no table we read: an error code and the format's name. */
interface Foreign {
  readonly code: ErrorCode;
  readonly format: string;
}

interface Signature extends Foreign {
  readonly at: number;
  readonly bytes: string;
}

const sign = (code: ErrorCode, format: string, bytes: string, at = 0): Signature => ({
  code,
  format,
  at,
  bytes,
});

/** Signatures, as latin-1 text. Formats whose mark could begin a text stand with as much of it as rules that out. */
const signatures: readonly Signature[] = [
  sign('file-pdf', 'PDF', '%PDF-'),
  sign('file-image', 'PNG', '\x89PNG\r\n\x1a\n'),
  sign('file-image', 'JPEG', '\xff\xd8\xff'),
  sign('file-image', 'GIF', 'GIF87a'),
  sign('file-image', 'GIF', 'GIF89a'),
  sign('file-image', 'TIFF', 'II*\0'),
  sign('file-image', 'TIFF', 'MM\0*'),
  sign('file-image', 'BMP', '\0\0\0\0', 6),
  sign('file-image', 'WEBP', 'WEBPVP8', 8),
  sign('file-image', 'HEIC', 'ftypheic', 4),
  sign('file-image', 'HEIC', 'ftypmif1', 4),
  sign('file-archive', 'RAR', 'Rar!\x1a\x07'),
  sign('file-archive', '7z', "7z\xbc\xaf'\x1c"),
  sign('file-archive', 'gzip', '\x1f\x8b'),
  sign('file-archive', 'xz', '\xfd7zXZ\0'),
  sign('file-archive', 'zstd', '\x28\xb5\x2f\xfd'),
  sign('file-archive', 'bzip2', '1AY&SY', 4),
  sign('file-archive', 'tar', 'ustar', 257),
  sign('file-document', 'RTF', '{\\rtf'),
  sign('file-database', 'SQLite', 'SQLite format 3\0'),
  sign('file-database', 'Access', '\0\x01\0\0Standard Jet DB'),
  sign('file-database', 'Access', '\0\x01\0\0Standard ACE DB'),
  sign('file-database', 'Parquet', 'PAR1'),
  sign('file-database', 'DuckDB', 'DUCK', 8),
];

/** The dBASE header has no mark but is consistent in itself: version, date, and its end where it says it is. */
function isDbf(head: Buffer): boolean {
  if (head.length < 65 || ![0x02, 0x03, 0x30, 0x31, 0x32, 0x83, 0x8b, 0xf5].includes(head[0] as number)) {
    return false;
  }
  const month = head[2] as number;
  const day = head[3] as number;
  const headerLength = head.readUInt16LE(8);
  if (month < 1 || month > 12 || day < 1 || day > 31 || headerLength < 65) return false;
  return head.subarray(32, headerLength).includes(0x0d);
}

/** What a file's first bytes say it is, where that is no table; null if they say nothing. */
export function foreignFormat(head: Buffer): Foreign | null {
  const start = head.toString('latin1', 0, 512);
  for (const { code, format, at, bytes } of signatures) {
    if (!start.startsWith(bytes, at)) continue;
    if (format === 'BMP' && !start.startsWith('BM')) continue;
    return { code, format };
  }
  return isDbf(head) ? { code: 'file-database', format: 'dBASE' } : null;
}

/** Whether bytes are no text: more than a tenth of them control characters that no text uses. */
export function isBinary(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  }
  return controls * 10 > head.length;
}
