import type { Style } from 'exceljs';

/** How a cell is set: its kind of content, and the tone of its row. */
export type Kind = 'text' | 'center' | 'int' | 'money';
export type Tone = 'plain' | 'strong' | 'notice' | 'alarm';

const font = '宋体';
const line = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const border = { top: line, left: line, bottom: line, right: line };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;

/** `@` makes Excel keep a number typed into the cell later, an ID for example, as text. */
const formats: Record<Kind, string> = { text: '@', center: '@', int: '0', money: '#,##0.00' };

const toneParts: Record<Tone, { bold?: true; color?: { argb: string }; fill?: Style['fill'] }> = {
  plain: {},
  strong: { bold: true, fill: fill('FFEFF3F8') },
  notice: { fill: fill('FFFFF4D6') },
  alarm: { bold: true, color: { argb: 'FF9C0006' }, fill: fill('FFFBE3E4') },
};

/** Style of the header row; `size` in points. */
export function headerStyle(size: number): Partial<Style> {
  return {
    font: { name: font, size, bold: true },
    fill: fill('FFDCE6F1'),
    alignment: { vertical: 'top', horizontal: 'center', wrapText: true },
    border,
    numFmt: '@',
  };
}

/** Style of one cell; `size` in points. */
export function cellStyle(kind: Kind, tone: Tone, size: number): Partial<Style> {
  const horizontal = kind === 'text' ? 'left' : kind === 'center' ? 'center' : 'right';
  const { fill: background, ...letters } = toneParts[tone];
  return {
    font: { name: font, size, ...letters },
    ...(background === undefined ? {} : { fill: background }),
    border,
    numFmt: formats[kind],
    alignment: { vertical: 'top', horizontal, wrapText: kind === 'text' || kind === 'center' },
  };
}
