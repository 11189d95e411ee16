import { posix } from 'node:path';
import { DibaoError } from '../../errors.js';
import type { OpenOptions, RowSink, TableRef } from '../types.js';
import { decryptPackage } from './decrypt.js';
import type { FormatKind } from './formats.js';
import { findMerges, type VerticalMerge } from './merges.js';
import { isOle2, wholeFile } from './ole2.js';
import { PartError } from './part-error.js';
import { type Relationship, readRelationships, readStyles, readWorkbookPart } from './parts.js';
import { type ScanHandler, XmlScanner } from './scan.js';
import { type SheetEnd, SheetHandler } from './sheet.js';
import { SharedStrings, SharedStringsHandler } from './strings.js';
import { asUtf8 } from './utf8.js';
import { openZip, type ZipPackage } from './zip.js';

const WORKBOOK = 'xl/workbook.xml';

/** One open .xlsx: its small parts and shared strings are read once, its sheets are streamed as often as asked. */
export class XlsxFile {
  readonly #zip: ZipPackage;
  readonly #refs: TableRef[] = [];
  /** The part of each sheet by its position; null where the workbook names a sheet it has no part for. */
  readonly #parts = new Map<number, string | null>();
  readonly #merges = new Map<number, VerticalMerge[]>();
  #date1904 = false;
  #relationships: Relationship[] = [];
  #folder = 'xl';
  #strings: SharedStrings | null = null;
  #styles: FormatKind[] | null = null;

  constructor(zip: ZipPackage) {
    this.#zip = zip;
  }

  /** Its sheets in workbook order, the hidden ones too; chart and dialog sheets are left out. */
  get sheets(): readonly TableRef[] {
    return this.#refs;
  }

  /** Reads the workbook part and what it is related to. */
  async load(): Promise<void> {
    const workbook = await this.#findWorkbook();
    this.#folder = posix.dirname(workbook);
    const related = posix.join(this.#folder, '_rels', `${posix.basename(workbook)}.rels`);
    if (this.#zip.has(related)) {
      this.#relationships = await this.#part(related, (bytes) => readRelationships(bytes, this.#folder));
    }
    const { date1904, sheets } = await this.#part(workbook, readWorkbookPart);
    this.#date1904 = date1904;
    const targets = new Map(this.#relationships.map((one) => [one.id, one]));
    for (const [index, sheet] of sheets.entries()) {
      const target = targets.get(sheet.relationship);
      // Chart sheets have no cells; nor have the modules of Excel 5, which are sheets without a part.
      if (sheet.relationship === '' || (target !== undefined && target.type !== 'worksheet')) continue;
      this.#parts.set(index, target?.target ?? null);
      this.#refs.push({
        file: this.#zip.file,
        kind: 'xlsx',
        sheet: sheet.name,
        sheetIndex: index,
        hidden: sheet.hidden,
        encoding: null,
        delimiter: null,
      });
    }
  }

  /**
   * Streams one sheet's rows into the sink.
   * @throws DibaoError workbook-part-missing, workbook-damaged, workbook-bomb, workbook-doctype.
   */
  async read(ref: TableRef, sink: RowSink): Promise<SheetEnd> {
    const part = this.#parts.get(ref.sheetIndex) ?? null;
    if (part === null) {
      const place = { file: this.#zip.file, sheet: ref.sheet };
      throw new DibaoError('workbook-part-missing', { part: ref.sheet ?? '' }, place);
    }
    const strings = await this.#loadStrings();
    const styles = await this.#loadStyles();
    let merges = this.#merges.get(ref.sheetIndex);
    if (merges === undefined) {
      merges = await this.#part(part, (bytes) => findMerges(asUtf8(bytes)), ref.sheet);
      this.#merges.set(ref.sheetIndex, merges);
    }
    const handler = new SheetHandler({ strings, styles, date1904: this.#date1904, merges }, sink);
    await this.#part(part, (bytes) => scan(bytes, handler, sink), ref.sheet);
    return handler.end();
  }

  async close(): Promise<void> {
    this.#zip.close();
  }

  async #findWorkbook(): Promise<string> {
    if (this.#zip.has('_rels/.rels')) {
      const roots = await this.#part('_rels/.rels', (bytes) => readRelationships(bytes, ''));
      const found = roots.find((one) => one.type === 'officeDocument');
      if (found !== undefined) return found.target;
    }
    return WORKBOOK;
  }

  /** A part by the type of its relationship, or by its usual name where the relationship is missing. */
  #related(type: string, usual: string): string | null {
    const target = this.#relationships.find((one) => one.type === type)?.target;
    if (target !== undefined) return target;
    const name = posix.join(this.#folder, usual);
    return this.#zip.has(name) ? name : null;
  }

  async #loadStrings(): Promise<SharedStrings> {
    if (this.#strings !== null) return this.#strings;
    const strings = new SharedStrings();
    const part = this.#related('sharedStrings', 'sharedStrings.xml');
    if (part !== null) await this.#part(part, (bytes) => scan(bytes, new SharedStringsHandler(strings)));
    this.#strings = strings;
    return strings;
  }

  async #loadStyles(): Promise<FormatKind[]> {
    if (this.#styles !== null) return this.#styles;
    const part = this.#related('styles', 'styles.xml');
    this.#styles = part === null ? [] : await this.#part(part, readStyles);
    return this.#styles;
  }

  /** Reads one part, and names file, part and sheet in what is refused. */
  async #part<T>(
    part: string,
    take: (bytes: AsyncIterable<Buffer>) => Promise<T>,
    sheet?: string | null,
  ): Promise<T> {
    try {
      return await take(this.#zip.read(part));
    } catch (error) {
      if (!(error instanceof PartError)) throw error;
      throw new DibaoError(error.code, { part }, { file: this.#zip.file, sheet, row: error.row });
    }
  }
}

async function scan(bytes: AsyncIterable<Buffer>, handler: ScanHandler, sink?: RowSink): Promise<void> {
  const scanner = new XmlScanner(handler);
  for await (const chunk of asUtf8(bytes)) {
    scanner.write(chunk);
    if (scanner.stopped) return;
    await sink?.pause?.();
  }
  scanner.end();
}

/**
 * Opens an .xlsx or .xlsm, also one that is protected with `options.password`. `bytes`: the zip itself, where it is in
 * memory already.
 * @throws DibaoError file-missing, workbook-encrypted, workbook-password-wrong, workbook-damaged, workbook-bomb,
 * workbook-doctype, workbook-duplicate-part, workbook-too-many-parts, workbook-part-missing.
 */
export async function openXlsx(path: string, options: OpenOptions = {}, bytes?: Buffer): Promise<XlsxFile> {
  let source: string | Buffer = bytes ?? path;
  if (source === path && isOle2(path)) {
    const plain = await decryptPackage(wholeFile(path), options.password, path);
    if (plain === null) throw new DibaoError('workbook-damaged', { part: 'zip' }, { file: path });
    source = plain;
  }
  const zip = await openZip(source, path);
  try {
    const file = new XlsxFile(zip);
    await file.load();
    return file;
  } catch (error) {
    zip.close();
    throw error;
  }
}
