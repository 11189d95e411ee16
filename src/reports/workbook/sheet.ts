import { say, type Text } from '../../messages/language.js';
import { workbookTexts as texts } from '../../messages/workbook.js';
import type { RunReport } from '../types.js';
import { capacityOf, heightOf, linesOf } from './height.js';
import { declaration, filterRange, main, type SheetPart } from './package.js';
import { cellStyle, headerStyle, type Kind, type Size, type Tone } from './styles.js';
import { columnLetters, inlineText, needsCare, plainHalves, xmlText } from './xml.js';

export type CellValue = string | number | null;

/** One column of a sheet over rows of type T. */
export interface Column<T> {
  readonly title: Text | string;
  /** In characters of Excel's default font; a Chinese character takes two. */
  readonly width: number;
  readonly kind: Kind;
  /** @param index the row's position, from 0 */
  readonly value: (row: T, index: number) => CellValue;
}

export interface SheetSpec<T> {
  readonly name: Text;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly tone?: (row: T) => Tone;
  /** Columns that stay when scrolled to the right. */
  readonly frozen?: number;
  readonly filter?: boolean;
  /** Font size in points, 10 unless given. */
  readonly size?: Size;
}

/** Filter buttons stand over the last line of a header. */
const filterButton = 14;

/** A3 in ECMA-376 part 1, 18.3.1.63. */
const a3 = 8;

const hfText = (text: string) => xmlText(text.slice(0, 80).replace(/&/g, '&&'));

export function partOf<T>({ name, columns, rows, filter }: SheetSpec<T>): SheetPart {
  return { name: say(name), columns: columns.length, rows: rows.length + 1, filter: filter !== false };
}

/** What stands before the rows: one page wide, header row and the first columns frozen, widths. */
function opening<T>({ columns, frozen = 0 }: SheetSpec<T>, isFirst: boolean): string {
  const corner = `${columnLetters(frozen + 1)}2`;
  const pane =
    frozen === 0
      ? `<pane ySplit="1" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/>`
      : `<pane xSplit="${frozen}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`;
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${declaration}<worksheet xmlns="${main}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`,
  ].join('');
}

/** What stands behind the rows: filter, A3 landscape one page wide, head and foot of each page. */
function closing<T>(spec: SheetSpec<T>, { summary, footer }: RunReport): string {
  const part = partOf(spec);
  const date = say(texts.asOf, { date: summary.as_of });
  const head = `&amp;L${hfText(summary.name)}&amp;C${hfText(part.name)}&amp;R${hfText(date)}`;
  const page = xmlText(say(texts.page));
  const foot = `&amp;L${hfText(say(texts.signatures))}&amp;C${hfText(footer)}&amp;R${page}`;
  return [
    '</sheetData>',
    part.filter ? `<autoFilter ref="${filterRange(part)}"/>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${a3}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>${head}</oddHeader><oddFooter>${foot}</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('');
}

/** The parts of a cell that are the same in every row of one tone, and how much stands in one of its lines. */
interface Pattern {
  readonly open: string;
  readonly empty: string;
  readonly number: string;
  readonly text: string;
  readonly careful: string;
  readonly capacity: number;
}

function patternsOf(
  columns: readonly Column<never>[],
  size: Size,
  styleOf: (kind: Kind) => number,
): Pattern[] {
  return columns.map(({ kind, width }, index) => {
    const style = styleOf(kind);
    return {
      open: `<c r="${columnLetters(index + 1)}`,
      empty: `" s="${style}"/>`,
      number: `" s="${style}"><v>`,
      text: `" s="${style}" t="inlineStr"><is><t>`,
      careful: `" s="${style}" t="inlineStr">`,
      capacity: capacityOf(width, size),
    };
  });
}

function rowXml(
  at: number,
  values: readonly CellValue[],
  patterns: readonly Pattern[],
  height: (lines: number) => number,
): string {
  const place = String(at);
  let cells = '';
  let lines = 1;
  for (let i = 0; i < patterns.length; i++) {
    const { open, empty, number, text, careful, capacity } = patterns[i] as Pattern;
    const value = values[i] ?? null;
    if (value === null || value === '') cells += open + place + empty;
    else if (typeof value === 'number') cells += `${open + place + number + value}</v></c>`;
    else {
      const halves = plainHalves(value);
      if (halves === needsCare) cells += `${open + place + careful + inlineText(value)}</c>`;
      else cells += `${open + place + text + value}</t></is></c>`;
      if (halves < 0) lines = Math.max(lines, linesOf(value, capacity));
      else if (halves > capacity) lines = Math.max(lines, Math.ceil(halves / capacity));
    }
  }
  return `<row r="${at}" ht="${height(lines)}" customHeight="1">${cells}</row>`;
}

/**
 * One sheet as XML, in pieces: header in row 1 (frozen, repeated on every page, with filters), then the rows; A3
 * landscape, one page wide. Texts are written as texts, so that nothing can be a formula and no ID is rounded.
 * Why by hand: through the objects of a library 15,000 rows of 43 columns took 2.4 s, and loading it another 0.3 s.
 * Why inline texts: to look up each for a common table took longer than to encode it again.
 */
export function* sheetTexts<T>(spec: SheetSpec<T>, report: RunReport, isFirst: boolean): Generator<string> {
  const { columns, rows, size = 10, filter = true } = spec;
  const height = (lines: number) => heightOf(lines, size);
  const titles = columns.map(({ title }) => (typeof title === 'string' ? title : say(title)));
  const header = patternsOf(columns, size, () => headerStyle(size));
  const byTone = new Map<Tone, Pattern[]>();
  yield opening(spec, isFirst);
  yield rowXml(1, titles, header, (lines) => height(lines) + (filter ? filterButton : 0));
  const getters = columns.map(({ value }) => value);
  let at = 1;
  for (const row of rows) {
    const tone = spec.tone?.(row) ?? 'plain';
    let patterns = byTone.get(tone);
    if (patterns === undefined) {
      patterns = patternsOf(columns, size, (kind) => cellStyle(kind, tone, size));
      byTone.set(tone, patterns);
    }
    const values = getters.map((value) => value(row, at - 1));
    at++;
    yield rowXml(at, values, patterns, height);
  }
  yield closing(spec, report);
}
