import { type BookSheet, type CellValue, tableSheet } from '../reports/table-book.js';
import { width } from '../reports/width.js';
import { type Figure, type FigureKind, type FigureTable, shown } from './figure-table.js';

const kinds = { text: 'text', int: 'int', money: 'money', percent: 'center' } as const;
const widths: Readonly<Record<FigureKind, number>> = { text: 14, int: 8, money: 14, percent: 9 };
const widestText = 36;

/** Counts and money stay numbers that can be summed; a rate is shown as it was worked out. */
function cellValue(figure: Figure, kind: FigureKind): CellValue {
  return figure === null || kind === 'percent' ? shown(figure, kind) : figure;
}

/** A table of figures as a sheet: its name above, its notes below that. */
export function figureSheet({ name, columns, rows, notes }: FigureTable): BookSheet {
  const widest = (index: number): number =>
    Math.max(...rows.map(({ cells }) => width(String(cells[index] ?? ''))), 0) + 2;
  return tableSheet<FigureTable['rows'][number]>({
    name: name.zh,
    lines: [name.zh, ...notes.map((note) => note.zh)],
    columns: columns.map(({ title, kind }, index) => ({
      title: title.zh,
      kind: kinds[kind],
      width: kind === 'text' ? Math.min(widestText, Math.max(widths.text, widest(index))) : widths[kind],
      value: ({ cells }) => cellValue(cells[index] ?? null, kind),
    })),
    rows,
    tone: ({ isTotal }) => (isTotal ? 'strong' : 'plain'),
    frozen: 1,
    filter: false,
  });
}
