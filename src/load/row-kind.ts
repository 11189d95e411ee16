import { compareText } from '../normalise/index.js';
import type { Layout } from '../read/layout.js';

export type RowKind = 'data' | 'blank' | 'header' | 'subtotal' | 'note';

const SUBTOTAL = /^(本页|本村|全村|全镇|全县|累计)?(合计|小计|总计|共计)|(合计|小计|总计)[::]?$/;
const NOTE = /^(注|备注|说明|填表|填报|制表|制单|审核|复核|经办|单位负责人|以下空白|打印日期)[::]?/;
const ID_LIKE = /[0-9]{14}/;

/**
 * Tells the rows that are no records: blank, a header given again, subtotals (合计 小计), and notes, which have
 * one non-empty cell and no starred value (REGISTERS.md). Everything else is data.
 */
export function rowClassifier(
  layout: Layout,
  starred: ReadonlySet<string>,
): (cells: readonly string[]) => RowKind {
  const headers = layout.columns.map((column) => ({
    index: column.index,
    text: column.header,
    last: column.header.slice(column.header.lastIndexOf('/') + 1),
  }));
  const starredColumns = new Set(
    layout.columns
      .filter((column) => column.field !== null && starred.has(column.field))
      .map((column) => column.index),
  );
  const idColumns = layout.columns
    .filter((column) => column.field?.endsWith('id_number'))
    .map((column) => column.index);

  return (cells) => {
    let filled = 0;
    let only = -1;
    for (let index = 0; index < cells.length; index++) {
      if ((cells[index] as string).trim() !== '') {
        filled++;
        only = index;
      }
    }
    if (filled === 0) return 'blank';
    if (filled === 1) {
      const text = compareText(cells[only] as string);
      if (SUBTOTAL.test(text)) return 'subtotal';
      if (!starredColumns.has(only) || NOTE.test(text)) return 'note';
      if (idColumns.includes(only) && !/[0-9]/.test(text)) return 'note';
      return 'data';
    }
    if (!idColumns.some((index) => ID_LIKE.test(cells[index] ?? ''))) {
      if (headers.length > 2 && isHeader(cells, headers)) return 'header';
      if (cells.some((cell) => cell.length <= 20 && cell.includes('计') && SUBTOTAL.test(compareText(cell))))
        return 'subtotal';
    }
    return 'data';
  };
}

function isHeader(
  cells: readonly string[],
  headers: readonly { index: number; text: string; last: string }[],
): boolean {
  let same = 0;
  for (const { index, text, last } of headers) {
    const cell = cells[index] ?? '';
    if (cell === '') continue;
    const compact = compareText(cell);
    if (compact === compareText(text) || compact === compareText(last)) same++;
  }
  return same >= 3 && same * 2 > headers.length;
}
