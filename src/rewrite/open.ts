import { DibaoError } from '../errors.js';
import { openOptions } from '../load/table-loader.js';
import type { FileTask } from '../load/types.js';
import { rewriteNotes } from '../messages/rewrite.js';
import { type DetectedFile, detectFile, type FileFormat } from '../read/detect.js';
import { prepareWorkbook } from '../read/workbook-input.js';
import { decryptPackage } from '../read/xlsx/decrypt.js';
import { wholeFile } from '../read/xlsx/ole2.js';
import { openZip, type ZipPackage } from '../read/xlsx/zip.js';
import type { Book } from './book/cells.js';
import { mergesOf, patchBook } from './book/patch.js';
import { patchCsv } from './csv/patch.js';
import type { LearnedTable } from './learn.js';
import type { Rewritable } from './rewritable.js';
import { mergeLookup } from './xlsx/merges.js';
import { patchXlsx } from './xlsx/patch.js';
import { readParts } from './xlsx/workbook.js';

/** What SheetJS writes of the formats that it reads; the others it cannot write so that programs open them. */
const bookTypes: Partial<Record<FileFormat, 'biff8' | 'xlsb' | 'ods' | 'html' | 'xlml' | 'fods'>> = {
  ole2: 'biff8',
  biff: 'biff8',
  xlsb: 'xlsb',
  ods: 'ods',
  html: 'html',
  xml: 'xlml',
};
/** Formats in which it writes what formulas came to, and not the formulas. */
const flat = new Set(['biff8', 'html']);

function csv(task: FileTask, width: number | null): Rewritable {
  return {
    merges: new Map(),
    async patch(plans, notes) {
      const [plan] = plans;
      if (plan === undefined) throw new Error(`nothing to do in ${task.shown}`);
      return patchCsv(task.path, { ...openOptions(task), width }, plan, notes);
    },
    close: async () => undefined,
  };
}

async function xlsx(zip: ZipPackage, isProtected: boolean): Promise<Rewritable> {
  const parts = await readParts(zip);
  return {
    merges: parts.lookups,
    async patch(plans, notes) {
      if (isProtected) notes.add(rewriteNotes['password-lost']);
      return patchXlsx(zip, parts, plans, notes);
    },
    close: async () => zip.close(),
  };
}

/** Text of a web page whose cells a spreadsheet must not take for numbers: an ID would lose its last digits. */
function asTextCells(html: string): string {
  return html.replaceAll('data-t="s"', `data-t="s" style="mso-number-format:'\\@'"`);
}

async function other(task: FileTask, { format }: DetectedFile, bytes: Buffer): Promise<Rewritable> {
  const { data } = await prepareWorkbook(task.path, bytes);
  const isFlatOds =
    format === 'xml' && typeof data === 'string' && /<office:document[\s>]/.test(data.slice(0, 1000));
  const bookType = isFlatOds ? 'fods' : bookTypes[format];
  if (bookType === undefined) throw new DibaoError('rewrite-format', { format }, { file: task.shown });
  const [library, codepages] = await Promise.all([import('xlsx'), import('xlsx/dist/cpexcel.full.mjs')]);
  library.set_cptable(codepages);
  const book = library.read(data, {
    type: typeof data === 'string' ? 'string' : 'buffer',
    dense: true,
    cellDates: false,
    cellNF: true,
    cellStyles: true,
    cellFormula: true,
    raw: true,
    ...(task.password !== null && { password: task.password }),
  });
  const own = book as unknown as Book;
  return {
    merges: new Map(own.SheetNames.map((name) => [name, mergeLookup(mergesOf(own.Sheets[name]))])),
    async patch(plans, notes) {
      const hasFormulas = own.SheetNames.some((name) =>
        (own.Sheets[name]?.['!data'] ?? []).some((row) => row?.some((cell) => cell?.f !== undefined)),
      );
      const done = patchBook(own, plans, task.shown, notes);
      const extension = /\.(\w+)$/.exec(task.path)?.[1] ?? format;
      notes.add(rewriteNotes['styles-lost'], { format: extension });
      if (hasFormulas && flat.has(bookType)) notes.add(rewriteNotes['formulas-flat'], { format: extension });
      if (task.password !== null && format === 'ole2') notes.add(rewriteNotes['password-lost']);
      const written = library.write(book, { type: 'buffer', bookType, cellStyles: true }) as Buffer;
      const out = bookType === 'html' ? Buffer.from(asTextCells(written.toString('utf8'))) : written;
      return { ...done, bytes: out };
    },
    close: async () => undefined,
  };
}

/**
 * Opens a file of the roster to be written again, in its own format.
 * @param tables as it was learned
 * @throws DibaoError what reading it throws; rewrite-format where its format cannot be written
 */
export async function openRewritable(task: FileTask, tables: readonly LearnedTable[]): Promise<Rewritable> {
  const found = await detectFile(task.path);
  if (found.kind === 'csv') return csv(task, tables[0]?.width ?? null);
  if (found.kind === 'xlsx') return xlsx(await openZip(task.path, task.path), false);
  const bytes = wholeFile(task.path);
  if (found.format !== 'ole2') return other(task, found, bytes);
  const plain = await decryptPackage(bytes, task.password ?? undefined, task.path);
  if (plain === null) return other(task, found, bytes);
  const zip = await openZip(plain, task.path);
  if (!zip.has('xl/workbook.bin')) return xlsx(zip, true);
  zip.close();
  return other(task, { ...found, format: 'xlsb' }, plain);
}
