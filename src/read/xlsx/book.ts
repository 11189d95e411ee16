import { DibaoError } from '../../errors.js';
import type { FileKind, OpenOptions, RowSink, TableRef } from '../types.js';
import { openWorkbook } from '../workbook.js';
import { decryptPackage } from './decrypt.js';
import { openXlsx } from './file.js';
import { isOle2, wholeFile } from './ole2.js';
import type { SheetEnd } from './sheet.js';
import { openZip } from './zip.js';

export type { SheetEnd } from './sheet.js';

/** An open workbook of any format; close it when done. */
export interface Book {
  /** Its sheets in workbook order, hidden ones too; only the one named where `options.sheet` names one. */
  readonly sheets: readonly TableRef[];
  /** Gives a sheet's rows in order to the sink; may be called again and for several sheets, one after the other. */
  read(ref: TableRef, sink: RowSink): Promise<SheetEnd>;
  close(): Promise<void>;
}

export type BookKind = Exclude<FileKind, 'csv'>;

/**
 * Opens a workbook; what all its sheets share is read once.
 * @param kind What detectFile() says of the file.
 * @throws DibaoError sheet-missing, and what openXlsx() and openWorkbook() throw.
 */
export async function openBook(path: string, kind: BookKind, options: OpenOptions = {}): Promise<Book> {
  const book = await openAny(path, kind, options);
  if (options.sheet === undefined) return book;
  try {
    const sheets = pickSheet(book.sheets, options.sheet, path);
    return { sheets, read: (ref, sink) => book.read(ref, sink), close: () => book.close() };
  } catch (error) {
    await book.close();
    throw error;
  }
}

/**
 * The sheets of that name; where there is none, the one at that position, from 1 on.
 * @throws DibaoError sheet-missing
 */
export function pickSheet(sheets: readonly TableRef[], wanted: string, path: string): readonly TableRef[] {
  const named = sheets.filter((one) => one.sheet === wanted);
  if (named.length > 0) return named;
  const numbered = /^\d{1,5}$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined;
  if (numbered !== undefined) return [numbered];
  const known = sheets.map((one) => one.sheet ?? '').join('、');
  throw new DibaoError('sheet-missing', { sheet: wanted, sheets: known }, { file: path });
}

async function openAny(path: string, kind: BookKind, options: OpenOptions): Promise<Book> {
  if (kind === 'xlsx') return openXlsx(path, options);
  if (!isOle2(path)) return openWorkbook(path, options);
  // An OLE2 container is an .xls, or the safe around an .xlsx or .xlsb.
  const bytes = wholeFile(path);
  const plain = await decryptPackage(bytes, options.password, path);
  if (plain === null) return openWorkbook(path, options, bytes);
  const zip = await openZip(plain, path);
  const binary = zip.has('xl/workbook.bin');
  zip.close();
  return binary ? openWorkbook(path, options, plain) : openXlsx(path, options, plain);
}
