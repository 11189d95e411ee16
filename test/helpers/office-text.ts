import { readFileSync } from 'node:fs';
import xlsx from 'xlsx';

interface Package {
  readonly FileIndex: readonly { readonly content?: Uint8Array }[];
  readonly FullPaths: readonly string[];
}

/** Every part of a DOCX or XLSX as text, the file's own properties among them. */
export function partsOf(file: string): Map<string, string> {
  const { FileIndex, FullPaths } = xlsx.CFB.read(readFileSync(file), { type: 'buffer' }) as Package;
  return new Map(
    FileIndex.flatMap(({ content }, index) =>
      content === undefined ? [] : [[FullPaths[index] ?? '', Buffer.from(content).toString('utf8')] as const],
    ),
  );
}

/** What a reader sees of it: the texts alone, one paragraph or cell a line. */
export function wordsOf(file: string): string {
  return [...partsOf(file)]
    .filter(([name]) => /\.xml$/.test(name))
    .map(([, xml]) =>
      xml
        .replace(/<\/(?:w:p|c|row|si)>/g, '\n')
        .replace(/<[^>]*>/g, '')
        .replaceAll('&amp;', '&'),
    )
    .join('\n');
}

/** The rows of a sheet, by its place or name. */
export function rowsOf(file: string, sheet: number | string = 0): (string | number | null)[][] {
  const book = xlsx.read(readFileSync(file), { type: 'buffer' });
  const name = typeof sheet === 'number' ? book.SheetNames[sheet] : sheet;
  const found = book.Sheets[name ?? ''];
  if (found === undefined) throw new Error(`there is no sheet ${sheet}`);
  return xlsx.utils.sheet_to_json(found, { header: 1, raw: true, defval: null });
}

export function sheetNamesOf(file: string): string[] {
  return xlsx.read(readFileSync(file), { type: 'buffer', bookSheets: true }).SheetNames;
}
