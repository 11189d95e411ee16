import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { DibaoError } from '../errors.js';
import { closeCells } from './html-cells.js';
import { OdsHidden } from './workbook-hidden.js';
import { limits } from './xlsx/limits.js';
import { tooLarge } from './xlsx/ole2.js';
import { PartError } from './xlsx/part-error.js';
import { readTags } from './xlsx/saxes-part.js';
import { openZip, type ZipPackage } from './xlsx/zip.js';

/** Cells that the repeat counts of one .ods may stand for. */
const MAX_REPEATED = 20_000_000;
const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/** What SheetJS is given to read, and what it would pass over. */
interface WorkbookInput {
  readonly data: Buffer | string;
  readonly hidden: OdsHidden;
}

/**
 * What SheetJS is given to read: the bytes as they are for binary formats, text for HTML and XML. As it inflates zips and
 * repeats cells without limit, both are counted here first.
 * @throws DibaoError workbook-bomb, workbook-damaged, workbook-doctype, workbook-too-large, workbook-unreadable.
 */
export async function prepareWorkbook(path: string, bytes: Buffer): Promise<WorkbookInput> {
  if (bytes.toString('latin1', 0, 2) === 'PK') {
    return { data: bytes, hidden: await checkZip(path, bytes) };
  }
  const text = asMarkup(path, bytes);
  const hidden = new OdsHidden();
  if (text !== null && /<office:document[\s>]/.test(text.slice(0, 1000))) {
    await guarded(path, 'office:document', () => checkContent(only(Buffer.from(text)), hidden));
  }
  return { data: text ?? bytes, hidden };
}

async function checkZip(path: string, bytes: Buffer): Promise<OdsHidden> {
  const hidden = new OdsHidden();
  const zip = await openZip(bytes, path);
  try {
    let total = 0;
    for (const part of zip.names) {
      await guarded(path, part, async () => {
        for await (const chunk of zip.read(part)) {
          total += chunk.length;
          if (total > limits.wholeBytes) throw tooLarge(path);
        }
      });
    }
    if (zip.has(MANIFEST)) await guarded(path, MANIFEST, () => checkManifest(path, zip));
    if (zip.has(CONTENT)) await guarded(path, CONTENT, () => checkContent(zip.read(CONTENT), hidden));
    return hidden;
  } finally {
    zip.close();
  }
}

/** OpenDocument encrypts part by part, and says so here (OpenDocument 1.3 part 2, 4.8). */
async function checkManifest(file: string, zip: ZipPackage): Promise<void> {
  await readTags(zip.read(MANIFEST), (tag) => {
    if (tag.name === 'encryption-data') throw new DibaoError('workbook-encrypted', {}, { file });
  });
}

/** One cell of OpenDocument can stand for any number of rows and columns (OpenDocument 1.3 part 3, 19.675, 19.679). */
async function checkContent(content: AsyncIterable<Buffer>, hidden: OdsHidden): Promise<void> {
  let rows = 1;
  let cells = 0;
  await readTags(content, (tag) => {
    hidden.take(tag);
    if (tag.name === 'table-row') rows = Number(tag.attribute(':number-rows-repeated') ?? 1);
    if (tag.name !== 'table-cell' || tag.empty) return;
    cells += rows * Number(tag.attribute(':number-columns-repeated') ?? 1);
    if (!(cells <= MAX_REPEATED)) throw new PartError('workbook-bomb');
  });
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function guarded(file: string, part: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof PartError) throw new DibaoError(error.code, { part }, { file });
    throw error;
  }
}

/** HTML or XML as text; null for a binary format. */
function asMarkup(path: string, bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 4096).replaceAll('\0', '');
  if (!/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(head)) return null;
  const text = decode(path, bytes, head).trimStart();
  if (/<!ENTITY/i.test(text)) throw new DibaoError('workbook-doctype', { part: 'XML' }, { file: path });
  if (!/<html|<table|<body|<!doctype\s+html/i.test(head) || /<Workbook[\s>]/.test(head)) return text;
  // From its first table on, as SheetJS looks for HTML only in the first kilobyte and not after an XML declaration.
  const table = text.search(/<table[\s>]/i);
  if (table < 0) throw new DibaoError('workbook-unreadable', {}, { file: path });
  return closeCells(text.slice(table));
}

/** By byte order mark, else strict UTF-8, else as declared, else GB18030; never a silent U+FFFD. */
function decode(path: string, bytes: Buffer, head: string): string {
  let label = 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) label = 'utf-16le';
  else if (bytes[0] === 0xfe && bytes[1] === 0xff) label = 'utf-16be';
  else if (bytes[0] === 0x3c && bytes[1] === 0) label = 'utf-16le';
  else if (!isUtf8(bytes)) {
    const declared = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
    // gb2312 and gbk are what programs write; what they hold is GB18030, of which both are a part.
    const isChinese = declared === undefined || declared.startsWith('utf') || declared.startsWith('gb');
    label = isChinese ? 'gb18030' : declared;
  }
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new DibaoError('workbook-unreadable', {}, { file: path });
  }
}
