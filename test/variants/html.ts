import { blocksOf, columnOf, type Table } from './county.js';
import { type CsvStyle, encode } from './csv.js';
import type { Writer } from './run.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\r?\n/g, '<br>');

function cells(row: readonly string[], span: (column: number) => number | null): string {
  const tags = row.map((text, column) => {
    const rows = span(column);
    if (rows === null) return '';
    return `<td${rows > 1 ? ` rowspan="${rows}"` : ''} style="mso-number-format:'\\@'">${escaped(text)}</td>`;
  });
  return `<tr>${tags.join('')}</tr>\n`;
}

/** A web page with one table, as many systems export it under the name of a workbook; household numbers span rows. */
export function htmlWriter(encoding: CsvStyle['encoding']): Writer {
  return (table: Table) => {
    const width = table.header.length;
    const household = table.register === 'roster' ? columnOf(table, 'household_id') : -1;
    const head = `<tr><th colspan="${width}">${escaped(table.name)}</th></tr>\n<tr>${table.header.map((text) => `<th>${escaped(text)}</th>`).join('')}</tr>\n`;
    const body = blocksOf(table).map((block) =>
      block
        .map((row, at) => cells(row, (column) => (column !== household ? 1 : at === 0 ? block.length : null)))
        .join(''),
    );
    const charset = encoding === 'gb18030' ? 'gb18030' : 'utf-8';
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><table border="1">\n${head}${body.join('')}</table></body></html>`;
    return { path: `data/${table.name}.xls`, bytes: encode(page, encoding) };
  };
}
