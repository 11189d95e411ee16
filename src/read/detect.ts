import { closeSync, readSync } from 'node:fs';
import { DibaoError } from '../errors.js';
import { byteOrderMark, guessUtf16 } from './csv/bom.js';
import { openFile } from './csv/open-file.js';
import { foreignFormat, isBinary } from './detect-foreign.js';
import type { FileKind } from './types.js';

export type FileFormat =
  | 'csv'
  | 'xlsx'
  | 'xlsb'
  | 'ods'
  | 'numbers'
  /** OLE2: .xls, WPS .et, and XLSX under a password. */
  | 'ole2'
  /** .xls of Excel 2–4. */
  | 'biff'
  /** A web page or XML Spreadsheet 2003 under the name .xls. */
  | 'html'
  | 'xml';

export interface DetectedFile {
  readonly kind: FileKind;
  readonly format: FileFormat;
  /** Size of the file. */
  readonly bytes: number;
}

const HEAD = 4096;
const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
const OLE2 = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** BOF records of BIFF2, 3, 4 and 8 without a container: no text has such a byte after a tab. */
const BIFF = ['\t\0', '\t\x02', '\t\x04', '\t\x08'];

/**
 * Tells by its content what a file is; names are not asked. Throws DibaoError: what openFile() throws; file-pdf,
 * file-image, file-archive, file-document, file-database, file-binary, file-encoding, zip-damaged for what is no table.
 */
export async function detectFile(path: string): Promise<DetectedFile> {
  const { head, size } = readHead(path);
  const place = { file: path };
  const found = (kind: FileKind, format: FileFormat): DetectedFile => ({ kind, format, bytes: size });
  const start = head.toString('latin1', 0, 8);

  if (ZIP.some((mark) => start.startsWith(mark))) {
    // Imported where it is needed: most files are no archives.
    const { zipFormat } = await import('./detect-zip.js');
    const format = await zipFormat(path, head);
    if (format === 'zip') throw new DibaoError('file-archive', { format: 'zip' }, place);
    if (format === 'docx' || format === 'pptx' || format === 'document') {
      throw new DibaoError('file-document', { format }, place);
    }
    return found(format === 'xlsx' ? 'xlsx' : 'workbook', format);
  }
  if (start === OLE2) return found('workbook', 'ole2');
  if (BIFF.some((mark) => start.startsWith(mark))) return found('workbook', 'biff');

  const foreign = foreignFormat(head);
  if (foreign !== null) throw new DibaoError(foreign.code, { format: foreign.format }, place);

  const mark = byteOrderMark(head);
  if (mark?.encoding === 'utf-32') throw new DibaoError('file-encoding', { encoding: 'UTF-32' }, place);
  if (mark !== null && mark.length === size) throw new DibaoError('file-empty', {}, place);
  const encoding = mark?.encoding ?? guessUtf16(head);
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (!wide && isBinary(head)) throw new DibaoError('file-binary', {}, place);
  // Tag names are ASCII: with the NULs of UTF-16 taken out they read the same in every encoding.
  const markup = markupFormat(
    head
      .subarray(mark?.length ?? 0)
      .toString('latin1')
      .replaceAll('\0', ''),
  );
  return markup === null ? found('csv', 'csv') : found('workbook', markup);
}

function readHead(path: string): { head: Buffer; size: number } {
  const { fd, size } = openFile(path);
  try {
    const head = Buffer.alloc(Math.min(HEAD, size));
    return { head: head.subarray(0, readSync(fd, head, 0, head.length, 0)), size };
  } finally {
    closeSync(fd);
  }
}

/** Excel and web systems save tables as HTML or XML under the name .xls. */
function markupFormat(head: string): 'html' | 'xml' | null {
  const text = head.trimStart();
  if (/^<\?xml/i.test(text)) return /<html/i.test(text) ? 'html' : 'xml';
  if (/^<Workbook[\s>]/.test(text)) return 'xml';
  return /^<(!doctype\s+html|html|head|meta|body|table|style|script|div|center)\b/i.test(text)
    ? 'html'
    : null;
}
