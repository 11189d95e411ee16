import { encodeGb18030 } from '../csv-support.js';
import type { Table } from './county.js';
import type { Writer } from './run.js';

export interface CsvStyle {
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';
  readonly delimiter: ',' | '\t' | ';' | '|';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly quoteAll: boolean;
}

export const plainStyle: CsvStyle = { encoding: 'utf-8', delimiter: ',', lineEnd: '\r\n', quoteAll: false };

export function encode(text: string, encoding: CsvStyle['encoding']): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'gb18030':
      return encodeGb18030(text);
  }
}

export function csvLine(row: readonly string[], { delimiter, quoteAll }: CsvStyle): string {
  const needsQuotes = (cell: string): boolean =>
    quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell) || /^\s|\s$/.test(cell);
  return row.map((cell) => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter);
}

/** All rows of a table, each as wide as the header. */
export function wholeRows(table: Table): (readonly string[])[] {
  const width = table.header.length;
  const wide = (row: readonly string[]): readonly string[] =>
    row.length >= width ? row.slice(0, width) : [...row, ...new Array<string>(width - row.length).fill('')];
  return [...table.above.map(wide), table.header, ...table.rows, ...table.below.map(wide)];
}

/** One CSV file for each table. */
export function csvWriter(style: Partial<CsvStyle> = {}, ending = 'csv'): Writer {
  const whole = { ...plainStyle, ...style };
  return (table) => ({
    path: `data/${table.name}.${ending}`,
    bytes: encode(
      wholeRows(table)
        .map((row) => csvLine(row, whole) + whole.lineEnd)
        .join(''),
      whole.encoding,
    ),
  });
}
