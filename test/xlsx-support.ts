import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { DibaoError } from '../src/errors.js';
import type { OpenOptions, ReadProblem, TableRef } from '../src/read/types.js';
import { type Book, type BookKind, openBook, type SheetEnd } from '../src/read/xlsx/book.js';

/** One entry of a zip to write; `size` and `crc` lie where given. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer | string;
  readonly stored?: boolean;
  readonly size?: number;
  readonly crc?: number;
}

/** Writes a zip as asked, right or wrong: two of one name, false sizes. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data as string);
    const packed = entry.stored ? data : deflateRawSync(data);
    const name = Buffer.from(entry.name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(entry.stored ? 0 : 8, 4);
    common.writeUInt32LE(entry.crc ?? crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.size ?? data.length, 18);
    common.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a hand-made workbook of one sheet is made of; each part may be replaced whole. */
export interface HandMade {
  /** What stands inside `worksheet`; a bare list of rows is put into sheetData. */
  readonly rows?: string;
  readonly sheet?: string | Buffer;
  /** The `si` elements. */
  readonly strings?: string;
  /** Number format codes, each a style of its own from 1 on. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  readonly extra?: readonly ZipEntry[];
}

/** The parts of a minimal workbook. */
export function partsOf(made: HandMade): ZipEntry[] {
  const formats = made.formats ?? [];
  const numFmts = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(code)}"/>`);
  const xfs = formats.map((_code, i) => `<xf numFmtId="${200 + i}"/>`);
  return [
    { name: '[Content_Types].xml', data: `${head}<Types/>` },
    {
      name: '_rels/.rels',
      data: `${head}<Relationships><Relationship Id="a" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${head}<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr date1904="${made.date1904 ? 1 : 0}"/><sheets><sheet name="名册" sheetId="1" r:id="s"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${head}<Relationships><Relationship Id="s" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="u" Type="${relation}/styles" Target="/xl/styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `${head}<styleSheet xmlns="${main}"><numFmts>${numFmts.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', data: `${head}<sst xmlns="${main}">${made.strings ?? ''}</sst>` },
    {
      name: 'xl/worksheets/sheet1.xml',
      data:
        made.sheet ??
        `${head}<worksheet xmlns="${main}"><sheetData>${made.rows ?? ''}</sheetData></worksheet>`,
    },
    ...(made.extra ?? []),
  ];
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A folder for the files of one test file, removed at its end. */
export function scratch(): (name: string, data: Buffer | string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-sheets-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name, data) => {
    const path = join(folder, name);
    writeFileSync(path, data);
    return path;
  };
}

/** All that a sheet gives. */
export interface Taken {
  readonly rows: Map<number, string[]>;
  readonly problems: ReadProblem[];
  readonly end: SheetEnd;
}

export async function take(book: Pick<Book, 'read'>, ref: TableRef | undefined): Promise<Taken> {
  if (ref === undefined) throw new Error('no such sheet');
  const rows = new Map<number, string[]>();
  const problems: ReadProblem[] = [];
  const end = await book.read(ref, {
    row: (row, cells) => {
      rows.set(row, cells);
      return undefined;
    },
    problem: (problem) => problems.push(problem),
  });
  return { rows, problems, end };
}

/** The first sheet of a file. */
export async function takeFirst(path: string, kind: BookKind, options?: OpenOptions): Promise<Taken> {
  const book = await openBook(path, kind, options);
  try {
    return await take(book, book.sheets[0]);
  } finally {
    await book.close();
  }
}

/** The code that reading all sheets of a file is refused with; 'ok' if it is not. Anything else thrown passes. */
export async function outcome(path: string, kind: BookKind, options?: OpenOptions): Promise<string> {
  try {
    const book = await openBook(path, kind, options);
    try {
      for (const ref of book.sheets) await take(book, ref);
    } finally {
      await book.close();
    }
    return 'ok';
  } catch (error) {
    if (error instanceof DibaoError) return error.code;
    throw error;
  }
}
