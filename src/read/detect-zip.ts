import yauzl from 'yauzl';
import { DibaoError } from '../errors.js';

/** What a zip holds: tables, or something else by its name. */
export type ZipFormat = 'xlsx' | 'xlsb' | 'ods' | 'numbers' | 'docx' | 'pptx' | 'document' | 'zip';

/** More names than this tell nothing new; the workbook reader counts again and refuses. */
const MAX_NAMES = 20_000;

async function entryNames(path: string): Promise<string[] | null> {
  try {
    const zip = await yauzl.openPromise(path, { decodeStrings: false, autoClose: false });
    try {
      const names: string[] = [];
      for await (const entry of zip.eachEntry()) {
        names.push(entry.fileNameRaw.toString('latin1').replaceAll('\\', '/').toLowerCase());
        if (names.length >= MAX_NAMES) break;
      }
      return names;
    } finally {
      zip.close();
    }
  } catch {
    return null;
  }
}

/**
 * What kind of zip a file is, by the names in its directory. `head` holds its first bytes. A workbook with a broken
 * directory is still 'xlsx': its reader says what is broken. Throws DibaoError zip-damaged for any other broken zip.
 */
export async function zipFormat(path: string, head: Buffer): Promise<ZipFormat> {
  const names = await entryNames(path);
  const start = head.toString('latin1');
  if (names === null) {
    if (/\[content_types\]\.xml|xl\/|_rels\/\.rels/i.test(start)) return 'xlsx';
    throw new DibaoError('zip-damaged', {}, { file: path });
  }
  const has = (prefix: string) => names.some((name) => name.startsWith(prefix));
  if (has('[content_types].xml')) {
    if (has('word/')) return 'docx';
    if (has('ppt/')) return 'pptx';
    return has('xl/workbook.bin') ? 'xlsb' : 'xlsx';
  }
  if (has('xl/')) return 'xlsx';
  // OpenDocument stores its media type first and uncompressed (OpenDocument 1.3 part 2, 3.3).
  if (names.includes('mimetype') && start.includes('opendocument.')) {
    return start.includes('opendocument.spreadsheet') ? 'ods' : 'document';
  }
  if (has('index/') && names.some((name) => name.endsWith('.iwa'))) return 'numbers';
  return 'zip';
}
