import { say } from '../../messages/language.js';
import { entriesXml, listsOf } from './entries.js';
import { capacityOf, heightOf, linesOf } from './height.js';
import { declaration, filterRange, type SheetPart } from './package.js';
import { openingXml, pageXml, protectionXml } from './page.js';
import { dayNumber } from './serial.js';
import {
  type BookHead,
  type BookSheet,
  type CellValue,
  type Column,
  linesAbove,
  nameOf,
  type SheetSpec,
} from './spec.js';
import { cellStyle, coverStyle, entryStyle, headerStyle, type Size, type Tone } from './styles.js';
import { columnLetters, inlineText, needsCare, plainHalves } from './xml.js';

/** Filter buttons stand over the last line of a header. */
const filterButton = 14;

function partOf<T>(spec: SheetSpec<T>, head: BookHead): SheetPart {
  const header = linesAbove(spec, head).length + 1;
  const { columns, rows, filter, isHidden, printed } = spec;
  return {
    name: nameOf(spec),
    columns: columns.length,
    rows: rows.length + header,
    filter: filter !== false,
    header,
    isHidden,
    repeated: printed?.repeated,
  };
}

/**
 * The lines above the header, in one cell each: they run over the empty cells beside them. Where columns are repeated on
 * the next page the title stands behind these: there it would be cut off.
 */
function lineXml(text: string, index: number, repeated: number): string {
  const style = coverStyle(index === 0 ? 'title' : 'line');
  const height = index === 0 ? 28 : 18;
  const cell = `<c r="${columnLetters(index === 0 ? repeated + 1 : 1)}${index + 1}" s="${style}" t="inlineStr">${inlineText(text)}</c>`;
  return `<row r="${index + 1}" ht="${height}" customHeight="1">${cell}</row>`;
}

/** What stands behind the rows. */
function closing<T>(spec: SheetSpec<T>, part: SheetPart, head: BookHead): string {
  const { columns, printed } = spec;
  return [
    '</sheetData>',
    spec.isProtected ? protectionXml : '',
    part.filter ? `<autoFilter ref="${filterRange(part)}"/>` : '',
    entriesXml(columns, part.header + 1, part.rows),
    pageXml(part.name, head, printed),
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
  styleOf: (column: Column<never>) => number,
): Pattern[] {
  return columns.map((column, index) => {
    const { width } = column;
    const style = styleOf(column);
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

/** A value as its cell takes it: a day as the spreadsheet's number of it. */
function cellValue<T>({ kind, value }: Column<T>): Column<T>['value'] {
  return kind === 'day' ? (row, index) => dayNumber(value(row, index)) : value;
}

/**
 * One sheet as XML, in pieces: title lines, header (frozen, repeated on every page, with filters), then the rows;
 * landscape, one page wide. Texts are written as texts, so that nothing can be a formula and no ID is rounded.
 * Why by hand: through the objects of a library 15,000 rows of 43 columns took 2.4 s, and loading it another 0.3 s.
 * Why inline texts: to look up each for a common table took longer than to encode it again.
 */
function* sheetTexts<T>(spec: SheetSpec<T>, head: BookHead, isFirst: boolean): Generator<string> {
  const { columns, rows, size = 10, frozen = 0 } = spec;
  const part = partOf(spec, head);
  const height = (lines: number) => heightOf(lines, size);
  const titles = columns.map(({ title }) => (typeof title === 'string' ? title : say(title)));
  const header = patternsOf(columns, size, () => headerStyle(size));
  const byTone = new Map<Tone, Pattern[]>();
  const widths = columns.map(({ width }) => width);
  yield declaration + openingXml(widths, { rows: part.header, columns: frozen }, isFirst);
  const repeated = spec.printed?.repeated ?? 0;
  yield linesAbove(spec, head)
    .map((text, index) => lineXml(text, index, repeated))
    .join('');
  yield rowXml(part.header, titles, header, (lines) => height(lines) + (part.filter ? filterButton : 0));
  const getters = columns.map(cellValue);
  let index = 0;
  for (const row of rows) {
    const tone = spec.tone?.(row) ?? 'plain';
    let patterns = byTone.get(tone);
    if (patterns === undefined) {
      patterns = patternsOf(columns, size, ({ kind, entry }) =>
        entry ? entryStyle(kind, size) : cellStyle(kind, tone, size),
      );
      byTone.set(tone, patterns);
    }
    const at = index;
    const values = getters.map((value) => value(row, at));
    index++;
    yield rowXml(part.header + index, values, patterns, height);
  }
  yield closing(spec, part, head);
}

/** A table as a sheet of a book. */
export function tableSheet<T>(spec: SheetSpec<T>): BookSheet {
  const { columns, lines } = spec;
  return {
    part: (head) => partOf(spec, head),
    texts: (head, isFirst) => sheetTexts(spec, head, isFirst),
    isForm: lines !== undefined || columns.some(({ entry, kind }) => entry !== undefined || kind === 'day'),
    lists: listsOf(columns),
  };
}
