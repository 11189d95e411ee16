import * as xlsx from 'xlsx';
import { parseDate } from '../../src/normalise/index.js';
import type { FieldSpec } from '../../src/records/types.js';
import { serialOf } from './changes.js';
import { blocksOf, fieldsOf, isRecord, type Table } from './county.js';
import type { Writer } from './run.js';

/** A number cell with its format; a text cell is a string. */
type Cell = string | { readonly v: number; readonly z?: string };

export interface SheetStyle {
  readonly format: 'xlsx' | 'biff8' | 'ods';
  /** A title merged over all columns and a unit line, in place of what stood above. */
  readonly title: boolean;
  /** A row of groups above the header, where labels without a group are merged downwards. */
  readonly twoRowHeader: boolean;
  /** Household columns of a roster merged over the rows of its members. */
  readonly mergeHouseholds: boolean;
  readonly dates: 'text' | 'cell' | 'serial';
  readonly money: 'text' | 'number' | 'yuan';
  /** Fields written as number cells, where their text is digits without a leading zero. */
  readonly numbers: readonly string[];
  /** A hidden first sheet of notes. */
  readonly notesSheet: boolean;
  /** Sheets that the rows are dealt out to. */
  readonly sheets: number;
  /** Every tenth row is hidden. */
  readonly hiddenRows: boolean;
  /** Notes between the blocks and at the end. */
  readonly notes: boolean;
}

const plain: SheetStyle = {
  ...{
    format: 'xlsx',
    title: false,
    twoRowHeader: false,
    mergeHouseholds: false,
    dates: 'text',
    money: 'text',
  },
  ...{ numbers: [], notesSheet: false, sheets: 1, hiddenRows: false, notes: false },
};

const dateFormats = ['yyyy/m/d', 'yyyy/mm/dd', 'yyyy"年"m"月"d"日"'];
const monthFormat = 'yyyy"年"m"月"';

function toCell(text: string, field: FieldSpec | null | undefined, style: SheetStyle, count: number): Cell {
  if (field == null || text === '') return text;
  if ((field.type === 'date' || field.type === 'month') && style.dates !== 'text') {
    const day = parseDate(text).value;
    if (day === '') return text;
    const z = field.type === 'month' ? monthFormat : dateFormats[count % dateFormats.length];
    return style.dates === 'serial' ? { v: serialOf(day) } : { v: serialOf(day), z: z ?? 'yyyy/m/d' };
  }
  if (field.type === 'money' && /^\d+(\.\d+)?$/.test(text)) {
    if (style.money === 'number') return { v: Number(text) };
    if (style.money === 'yuan') return `${text}元`;
  }
  return style.numbers.includes(field.name) && /^[1-9]\d*$/.test(text) ? { v: Number(text) } : text;
}

/** A sheet under construction: rows of cells, merges and hidden rows, all from 0. */
class Sheet {
  readonly rows: Cell[][] = [];
  readonly merges: xlsx.Range[] = [];
  readonly hidden = new Set<number>();

  merge(r1: number, c1: number, r2: number, c2: number): void {
    if (r1 !== r2 || c1 !== c2) this.merges.push({ s: { r: r1, c: c1 }, e: { r: r2, c: c2 } });
  }

  build(): xlsx.WorkSheet {
    const sheet: xlsx.WorkSheet = {};
    let width = 1;
    for (const [r, row] of this.rows.entries()) {
      width = Math.max(width, row.length);
      for (const [c, cell] of row.entries()) {
        if (cell === '') continue;
        sheet[xlsx.utils.encode_cell({ r, c })] =
          typeof cell === 'string' ? { t: 's', v: cell } : { t: 'n', ...cell };
      }
    }
    sheet['!ref'] = xlsx.utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: Math.max(this.rows.length - 1, 0), c: width - 1 },
    });
    sheet['!merges'] = this.merges;
    sheet['!rows'] = this.rows.map((_row, index) => ({ hidden: this.hidden.has(index) }));
    return sheet;
  }
}

/** The group that a column stands under in a two-row header; '' for none. */
export function groupOf(table: Table, field: FieldSpec | null | undefined): string {
  if (field == null) return '';
  if (table.register === 'roster')
    return field.household === true || field.name === 'household_id' ? '家庭信息' : '成员信息';
  return field.name === 'id_number' || field.name === 'name' ? '人员信息' : '登记信息';
}

/** Columns in the order of their groups. */
export function grouped(table: Table): Table {
  const fields = fieldsOf(table);
  const rank = (index: number): number =>
    ['', '人员信息', '家庭信息', '成员信息', '登记信息'].indexOf(groupOf(table, fields[index]));
  const order = [...table.header.keys()].sort((a, b) => rank(a) - rank(b) || a - b);
  const pick = (row: readonly string[]): string[] => order.map((index) => row[index] ?? '');
  return {
    ...table,
    header: pick(table.header),
    rows: table.rows.map((row) => (isRecord(row) ? pick(row) : row)),
  };
}

function putHeader(
  sheet: Sheet,
  table: Table,
  fields: readonly (FieldSpec | null)[],
  style: SheetStyle,
): void {
  if (!style.twoRowHeader) {
    sheet.rows.push([...table.header]);
    return;
  }
  const row = sheet.rows.length;
  const groups = fields.map((field) => groupOf(table, field));
  const upper = groups.map((group, index) =>
    group === '' ? (table.header[index] ?? '') : group === groups[index - 1] ? '' : group,
  );
  sheet.rows.push(
    upper,
    table.header.map((label, index) => (groups[index] === '' ? '' : label)),
  );
  for (let start = 0; start < groups.length; start++) {
    if (groups[start] === '') sheet.merge(row, start, row + 1, start);
    else if (groups[start] !== groups[start - 1]) {
      let end = start;
      while (groups[end + 1] === groups[start]) end++;
      sheet.merge(row, start, row, end);
    }
  }
}

function putBlock(
  sheet: Sheet,
  block: readonly (readonly string[])[],
  fields: readonly (FieldSpec | null)[],
  style: SheetStyle,
): void {
  const first = sheet.rows.length;
  const isMerged = fields.map(
    (field) =>
      style.mergeHouseholds &&
      block.length > 1 &&
      (field?.household === true || field?.name === 'household_id'),
  );
  for (const [at, row] of block.entries()) {
    if (style.hiddenRows && sheet.rows.length % 10 === 9) sheet.hidden.add(sheet.rows.length);
    sheet.rows.push(
      row.map((text, index) =>
        isMerged[index] && at > 0 ? '' : toCell(text, fields[index], style, sheet.rows.length),
      ),
    );
  }
  for (const [index, merged] of isMerged.entries())
    if (merged) sheet.merge(first, index, first + block.length - 1, index);
}

/** A roster's households, also where the number stands on every row. */
function households(table: Table, fields: readonly (FieldSpec | null)[]): (readonly string[])[][] {
  const column = fields.findIndex((field) => field?.name === 'household_id');
  if (table.register !== 'roster') return blocksOf(table);
  const out: (readonly string[])[][] = [];
  for (const block of blocksOf(table)) {
    const own = block[0]?.[column];
    const last = out.at(-1);
    if (last !== undefined && own === last[0]?.[column]) last.push(...block);
    else out.push([...block]);
  }
  return out;
}

function buildSheet(table: Table, blocks: (readonly string[])[][], style: SheetStyle): xlsx.WorkSheet {
  const sheet = new Sheet();
  const fields = fieldsOf(table);
  const width = table.header.length;
  if (style.title) {
    sheet.rows.push(
      [`平湖市${table.name}汇总表`],
      ['填报单位:平湖市民政局', ...new Array<string>(width - 2).fill(''), '单位:元'],
      [],
    );
    sheet.merge(0, 0, 0, width - 1);
  }
  putHeader(sheet, table, fields, style);
  for (const [index, block] of blocks.entries()) {
    putBlock(sheet, block, fields, style);
    if (style.notes && index % 40 === 39) {
      const row = sheet.rows.length;
      sheet.rows.push([`以上${index + 1}条由各镇(街道)核对`]);
      sheet.merge(row, 0, row, width - 1);
    }
  }
  if (style.notes) sheet.rows.push([], ['注:1.本表数据仅供核查使用。'], ['填表人:沈某 审核人:陆某']);
  return sheet.build();
}

/** One workbook for each table. */
export function bookWriter(given: Partial<SheetStyle> = {}, ending = 'xlsx'): Writer {
  const style = { ...plain, ...given };
  return (table) => {
    const own = style.twoRowHeader ? grouped(table) : table;
    const blocks = households(own, fieldsOf(own));
    const book = xlsx.utils.book_new();
    if (style.notesSheet) {
      const notes = xlsx.utils.aoa_to_sheet([
        ['填表说明'],
        ['一、数据截至上月末。'],
        ['二、', '口径', '以部门登记为准'],
        ['三、', '联系人', '沈某'],
      ]);
      xlsx.utils.book_append_sheet(book, notes, '填表说明');
    }
    const size = Math.ceil(blocks.length / style.sheets);
    for (let piece = 0; piece < style.sheets; piece++) {
      const rows = blocks.slice(piece * size, (piece + 1) * size);
      xlsx.utils.book_append_sheet(book, buildSheet(own, rows, style), `第${piece + 1}页`);
    }
    if (style.notesSheet)
      book.Workbook = { Sheets: book.SheetNames.map((_name, index) => ({ Hidden: index === 0 ? 1 : 0 })) };
    const bytes = xlsx.write(book, {
      type: 'buffer',
      bookType: style.format,
      compression: style.format === 'xlsx',
    }) as Buffer;
    return { path: `data/${table.name}.${ending}`, bytes };
  };
}
