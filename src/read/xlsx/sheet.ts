import type { ReadProblem, RowSink, TableEnd } from '../types.js';
import type { FormatKind } from './formats.js';
import { limits } from './limits.js';
import { columnIndex, MergeFiller, type VerticalMerge } from './merges.js';
import { PartError } from './part-error.js';
import { isTrue } from './parts.js';
import { RichText } from './rich-text.js';
import type { ScanHandler, XmlScanner } from './scan.js';
import type { SharedStrings } from './strings.js';
import { decodeEscapes, decodeText } from './text.js';
import { TextRun } from './text-run.js';
import { formattedText, isoText, numberText } from './values.js';

/**
 * What a sheet's reader tells at its end. `rows` is the row number of the last row that holds anything; `blank` counts
 * the rows before it that hold nothing, whether or not the file mentions them.
 */
export interface SheetEnd extends TableEnd {
  /** Rows given that are hidden in the sheet (by hand or by a filter). */
  readonly hiddenRows: number;
}

/** What a sheet's cells point to in the rest of the workbook. */
interface SheetContext {
  readonly strings: SharedStrings;
  readonly styles: readonly FormatKind[];
  readonly date1904: boolean;
  readonly merges: readonly VerticalMerge[];
}

const name = (text: string) => Buffer.from(text);
const names = {
  sheetData: name('sheetData'),
  row: name('row'),
  c: name('c'),
  v: name('v'),
  f: name('f'),
  is: name('is'),
  r: name('r'),
  s: name('s'),
  t: name('t'),
  hidden: name('hidden'),
};

/** Turns the tags of a worksheet (ECMA-376 part 1, 18.3.1) into rows of text. */
export class SheetHandler implements ScanHandler {
  readonly #context: SheetContext;
  readonly #sink: RowSink;
  readonly #merges: MergeFiller;
  readonly #value = new TextRun();
  readonly #inline = new RichText(5);
  #scan: XmlScanner | null = null;
  #inData = false;
  #inRow = false;
  #inCell = false;
  #part: 'v' | 'is' | null = null;
  #row = 0;
  #hidden = false;
  #cells: string[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #formula = false;
  #hasValue = false;
  #hasInline = false;
  #given = 0;
  #hiddenRows = 0;
  #lastRow = 0;

  constructor(context: SheetContext, sink: RowSink) {
    this.#context = context;
    this.#sink = sink;
    this.#merges = new MergeFiller(context.merges);
  }

  end(): SheetEnd {
    const blank = this.#lastRow - this.#given;
    return { rows: this.#lastRow, blank, rejected: 0, hiddenRows: this.#hiddenRows };
  }

  open(scan: XmlScanner): void {
    switch (scan.depth) {
      case 1:
        this.#scan = scan;
        return;
      case 2:
        this.#inData = scan.is(names.sheetData);
        return;
      case 3:
        this.#inRow = this.#inData && scan.is(names.row);
        if (this.#inRow) this.#openRow(scan);
        return;
      case 4:
        this.#inCell = this.#inRow && scan.is(names.c);
        if (this.#inCell) this.#openCell(scan);
        return;
      case 5:
        if (this.#inCell) this.#openPart(scan);
        return;
      default:
        if (this.#part === 'is') this.#inline.open(scan);
    }
  }

  close(depth: number): void {
    if (depth > 5) {
      if (this.#part === 'is') this.#inline.close(depth);
    } else if (depth === 5) this.#part = null;
    else if (depth === 4 && this.#inCell) {
      this.#inCell = false;
      this.#closeCell();
    } else if (depth === 3 && this.#inRow) {
      this.#inRow = false;
      this.#closeRow();
    }
  }

  text(data: Buffer, start: number, end: number, literal: boolean): void {
    if (this.#part === 'v') this.#value.add(data, start, end, literal);
    else if (this.#part === 'is') this.#inline.add(data, start, end, literal);
  }

  #openRow(scan: XmlScanner): void {
    const given = attributeText(scan, names.r);
    const row = given === null ? this.#row + 1 : Number(given);
    // Rows out of order cannot be streamed with their merges, and Excel itself calls such a file damaged.
    if (!Number.isInteger(row) || row <= this.#row) throw new PartError('workbook-damaged', this.#row);
    this.#row = row;
    this.#hidden = isTrue(attributeText(scan, names.hidden) ?? undefined);
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(scan: XmlScanner): void {
    const reference = scan.attribute(names.r);
    this.#column = reference < 0 ? this.#column + 1 : this.#columnOf(scan, reference);
    if (this.#column >= limits.columns || this.#column < 0)
      throw new PartError('workbook-damaged', this.#row);
    const style = scan.attribute(names.s);
    this.#style = style < 0 ? 0 : numberOf(scan.data, scan.valueStart(style), scan.valueEnd(style));
    this.#type = cellType(scan);
    this.#formula = false;
    this.#hasValue = false;
    this.#hasInline = false;
    this.#value.reset();
  }

  #openPart(scan: XmlScanner): void {
    if (scan.is(names.v)) {
      this.#part = 'v';
      this.#hasValue = true;
    } else if (scan.is(names.f)) this.#formula = true;
    else if (scan.is(names.is)) {
      this.#part = 'is';
      this.#hasInline = true;
      this.#inline.reset();
    }
  }

  /** The column of a reference such as `AB12`, read off the bytes. */
  #columnOf(scan: XmlScanner, reference: number): number {
    let column = 0;
    const end = scan.valueEnd(reference);
    for (let at = scan.valueStart(reference); at < end; at += 1) {
      const byte = scan.data[at] ?? 0;
      if (byte >= 0x41 && byte <= 0x5a) column = column * 26 + byte - 0x40;
      else if (byte >= 0x30 && byte <= 0x39 && column > 0) return column - 1;
      else break;
    }
    const text = attributeText(scan, names.r) ?? '';
    const letters = /^\s*\$?([A-Za-z]{1,3})\$?\d+\s*$/.exec(text)?.[1];
    if (letters === undefined) throw new PartError('workbook-damaged', this.#row);
    return columnIndex(letters);
  }

  #closeCell(): void {
    const text = this.#cellText();
    // White space alone is nothing that a person sees, and must not make a row of it.
    if (text !== '' && text.trim() !== '') this.#put(text);
  }

  #put(text: string): void {
    const cells = this.#cells;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }

  /** The cell's text; '' where it holds nothing or a problem. */
  #cellText(): string {
    if (this.#type === 'inlineStr' && this.#hasInline) return this.#inline.text();
    if (!this.#hasValue || (this.#value.empty && this.#type !== 'str')) {
      if (this.#hasInline) return this.#inline.text();
      if (this.#formula) this.#problem('formula-uncached');
      return '';
    }
    switch (this.#type) {
      case 's': {
        const digits = this.#value.digits();
        const text = this.#context.strings.get(digits < 0 ? indexOf(this.#value.text()) : digits);
        if (text === undefined) throw new PartError('workbook-damaged', this.#row);
        return text;
      }
      case 'str':
      case 'inlineStr':
        return decodeEscapes(this.#value.text());
      case 'b':
        return isTrue(this.#value.text().trim()) ? 'TRUE' : 'FALSE';
      case 'e':
        this.#problem('cell-error', this.#value.text());
        return '';
      case 'd':
        return isoText(this.#value.text());
      default:
        return this.#number();
    }
  }

  #number(): string {
    const kind = this.#context.styles[this.#style] ?? 'number';
    let value = this.#value.digits();
    if (value < 0) {
      const text = this.#value.text().trim();
      if (text === '') return '';
      value = Number(text);
      // Not a number after all: the text as it stands, so that nothing is lost.
      if (!Number.isFinite(value)) return text;
    }
    return kind === 'number' ? numberText(value) : formattedText(value, kind, this.#context.date1904);
  }

  #problem(kind: string, value?: string): void {
    const problem: ReadProblem = { row: this.#row, kind, column: this.#column, rejected: false };
    this.#sink.problem(value === undefined ? problem : { ...problem, value });
    this.#put('');
  }

  #closeRow(): void {
    const cells = this.#cells;
    if (cells.length === 0) return;
    this.#given += 1;
    this.#lastRow = this.#row;
    if (this.#hidden) this.#hiddenRows += 1;
    this.#merges.fill(this.#row, cells);
    if (this.#sink.row(this.#row, cells) === false && this.#scan !== null) this.#scan.stopped = true;
  }
}

/** The cell's type; the usual ones of one letter without building text. */
function cellType(scan: XmlScanner): string {
  const index = scan.attribute(names.t);
  if (index < 0) return 'n';
  if (scan.valueEnd(index) - scan.valueStart(index) === 1) {
    return letters.get(scan.data[scan.valueStart(index)] ?? 0) ?? 'n';
  }
  return attributeText(scan, names.t) ?? 'n';
}

const letters: ReadonlyMap<number, string> = new Map([...'snbed'].map((one) => [one.charCodeAt(0), one]));

function indexOf(text: string): number {
  return /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : -1;
}

function attributeText(scan: XmlScanner, wanted: Uint8Array): string | null {
  const index = scan.attribute(wanted);
  return index < 0 ? null : decodeText(scan.data, scan.valueStart(index), scan.valueEnd(index), false);
}

function numberOf(data: Buffer, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) value = value * 10 + (data[at] ?? 0) - 0x30;
  return Number.isInteger(value) ? value : 0;
}
