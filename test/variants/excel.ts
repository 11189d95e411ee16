import exceljs from 'exceljs';
import { parseDate } from '../../src/normalise/index.js';
import { blocksOf, fieldsOf, isRecord, type Table } from './county.js';
import type { Written } from './run.js';

/**
 * A workbook as another library writes it: shared strings, rich text in names, real dates, a frozen header, a merged
 * title, households' numbers merged over their rows.
 */
export async function excelBook(table: Table): Promise<Written> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('导出', { views: [{ state: 'frozen', ySplit: 2 }] });
  const fields = fieldsOf(table);
  const household =
    table.register === 'roster' ? fields.findIndex((field) => field?.name === 'household_id') : -1;
  sheet.addRow([table.name]);
  sheet.mergeCells(1, 1, 1, table.header.length);
  sheet.addRow([...table.header]);
  for (const block of blocksOf(table).filter((rows) => rows.every(isRecord))) {
    const first = sheet.rowCount + 1;
    for (const row of block) {
      const cells = row.map((text, index) => {
        const field = fields[index];
        const day = field?.type === 'date' ? parseDate(text).value : '';
        if (day !== '') return new Date(`${day}T00:00:00Z`);
        if (field?.type === 'name' && text.length > 1)
          return { richText: [{ text: text.slice(0, 1), font: { bold: true } }, { text: text.slice(1) }] };
        return text === '' ? null : text;
      });
      sheet.addRow(cells);
    }
    if (household >= 0 && block.length > 1)
      sheet.mergeCells(first, household + 1, first + block.length - 1, household + 1);
  }
  return { path: `data/${table.name}.xlsx`, bytes: Buffer.from(await book.xlsx.writeBuffer()) };
}
