import { capacityOf, heightOf, linesOf } from './height.js';
import { declaration } from './package.js';
import { openingXml, pageXml, protectionXml } from './page.js';
import { type Block, type BookHead, type BookSheet, type CellValue, type CoverSpec, nameOf } from './spec.js';
import { cellStyle, coverStyle, headerStyle } from './styles.js';
import { columnLetters, inlineText } from './xml.js';

/** Points of the letters of a block's text (styles.ts). */
const points = { title: 18, heading: 12, text: 11 } as const;

interface Laid {
  readonly rows: string[];
  readonly merges: string[];
}

const size = 10;

function cell(place: string, style: number, value: CellValue): string {
  if (value === null || value === '') return `<c r="${place}" s="${style}"/>`;
  return typeof value === 'number'
    ? `<c r="${place}" s="${style}"><v>${value}</v></c>`
    : `<c r="${place}" s="${style}" t="inlineStr">${inlineText(value)}</c>`;
}

function row(at: number, height: number, cells: string): string {
  return `<row r="${at}" ht="${height}" customHeight="1">${cells}</row>`;
}

function layText(
  { type, text }: Exclude<Block, { type: 'table' }>,
  widths: readonly number[],
  to: Laid,
): void {
  const at = to.rows.length + 1;
  const width = widths.reduce((sum, one) => sum + one, 0);
  // Proportional letters run a little wider than they are counted: a line too high is better than one cut off.
  const lines = linesOf(text, Math.floor(capacityOf(width, points[type]) * 0.95));
  to.merges.push(`A${at}:${columnLetters(widths.length)}${at}`);
  to.rows.push(row(at, heightOf(lines, points[type]) + 4, cell(`A${at}`, coverStyle(type), text)));
}

function layTable({ header, rows }: Extract<Block, { type: 'table' }>, widths: readonly number[], to: Laid) {
  const lay = (values: readonly CellValue[], style: (value: CellValue) => number) => {
    const at = to.rows.length + 1;
    const lines = values.map((value, index) =>
      typeof value === 'string' ? linesOf(value, capacityOf(widths[index] ?? 10, size)) : 1,
    );
    const cells = values.map((value, index) => cell(`${columnLetters(index + 1)}${at}`, style(value), value));
    to.rows.push(row(at, heightOf(Math.max(1, ...lines), size), cells.join('')));
  };
  lay(header, () => headerStyle(size));
  for (const values of rows)
    lay(values, (value) => cellStyle(typeof value === 'number' ? 'int' : 'text', 'plain', size));
}

function* coverTexts(spec: CoverSpec, head: BookHead, isFirst: boolean): Generator<string> {
  const laid: Laid = { rows: [], merges: [] };
  for (const block of spec.blocks) {
    if (block.type === 'table') layTable(block, spec.widths, laid);
    else layText(block, spec.widths, laid);
  }
  yield declaration + openingXml(spec.widths, { rows: 0, columns: 0 }, isFirst, false);
  yield laid.rows.join('');
  const merges = laid.merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  yield `</sheetData>${spec.isProtected ? protectionXml : ''}`;
  if (merges !== '') yield `<mergeCells count="${laid.merges.length}">${merges}</mergeCells>`;
  yield pageXml(nameOf(spec), head);
}

/** A free sheet of a book. */
export function coverSheet(spec: CoverSpec): BookSheet {
  const part = { name: nameOf(spec), columns: spec.widths.length, rows: 0, filter: false, header: 0 };
  return {
    part: () => part,
    texts: (head, isFirst) => coverTexts(spec, head, isFirst),
    isForm: true,
    lists: new Map(),
  };
}
