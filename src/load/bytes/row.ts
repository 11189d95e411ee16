import { parsedId, parseIdBytes } from '../../normalise/index.js';
import {
  type CopyPlain,
  CsvDecodeError,
  type CsvRecord,
  looksUtf8,
  plainCopier,
} from '../../read/csv-scan.js';
import type { Encoding } from '../../read/types.js';
import type { ColumnPlan } from '../columns.js';
import type { RowReader } from '../row-values.js';
import type { Spool } from '../spool.js';
import { CellMemo } from './memo.js';
import { isFirst, JSON_PLAIN, type Shape, shapeOf } from './shapes.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** Characters of the longest value, and bytes of the longest label of an extra column, that are written here. */
const LONGEST = 64;
/** Bytes for a value beside three for each byte of its cell. */
const SPARE = LONGEST * 3 + 8;

/** How one column of the spool is filled. */
interface Filler {
  /** Position among the table's values. */
  readonly slot: number;
  /** The file's column; null where every row has the same, or nothing. */
  readonly plan: ColumnPlan | null;
  readonly isId: boolean;
  readonly shape: Shape | null;
  readonly memo: CellMemo;
  /** What every row has. */
  readonly constant: Uint8Array;
}

/** A value as it stands in the spool. */
function spooled(value: string): Uint8Array {
  return Buffer.from(value === '' ? '' : `"${value.replaceAll('"', '""')}"`, 'utf8');
}

/**
 * Rows from the file's bytes to the spool's, without a text for each cell: IDs by their digits, plain names and texts as
 * they stand, anything else as the column's normaliser had it when the same bytes stood there before. A row with any
 * cell that is not so is left to the reader of texts, which alone knows problems: both make the same line of the same
 * row (test/byte-rows.test.ts).
 */
export class ByteRows {
  readonly #spool: Spool;
  readonly #fillers: readonly Filler[];
  readonly #extras: readonly { index: number; label: Uint8Array }[];
  readonly #copy: CopyPlain;
  readonly #checkUtf8: boolean;
  readonly #room: number;
  /** By slot: where the value of the row written last stands among the spool's bytes; the end is 0 where it has none. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;

  constructor(reader: RowReader, spool: Spool, encoding: Encoding) {
    const { own, given, unmapped } = reader.plan;
    this.#spool = spool;
    this.#fillers = spool.slots.flatMap((slot) => {
      if (slot === reader.extraSlot) return [];
      const plan = own.find((one) => one.slot === slot) ?? null;
      const constant = spooled(given.find((one) => one.slot === slot)?.value ?? '');
      const isId = plan?.field.type === 'id';
      return { slot, plan, isId, shape: plan && shapeOf(plan.field), memo: new CellMemo(), constant };
    });
    this.#extras = unmapped.map(({ index, header }) => {
      const key = JSON.stringify(header).replaceAll('"', '""');
      return { index, label: Buffer.from(`${key}:""`, 'utf8') };
    });
    this.#copy = plainCopier(encoding);
    this.#checkUtf8 = encoding === 'gb18030';
    this.starts = new Int32Array(reader.extraSlot + 1);
    this.ends = new Int32Array(reader.extraSlot + 1);
    const constants = this.#fillers.reduce((sum, { constant }) => sum + constant.length, 0);
    this.#room = (this.#fillers.length + this.#extras.length + 1) * SPARE + constants;
  }

  /**
   * Puts the row behind the spool's last one; nothing counts before spool.take(end).
   * @returns the line's end among the spool's bytes, or -1 if the row must be read as texts
   */
  write(row: CsvRecord, source: number): number {
    const { buffer } = row;
    // UTF-8 in a GB18030 file is for the decoder of whole records to tell.
    if (row.quoted || (this.#checkUtf8 && looksUtf8(buffer, row.start, row.end))) return -1;
    const out = this.#spool.room((row.end - row.start) * 3 + this.#room);
    let at = this.#spool.used;
    const number = String(source);
    for (let i = 0; i < number.length; i++) out[at++] = number.charCodeAt(i);
    for (const filler of this.#fillers) {
      out[at++] = COMMA;
      const from = at;
      at = this.#value(row, filler, out, at);
      if (at < 0) return -1;
      this.starts[filler.slot] = from + 1;
      this.ends[filler.slot] = at > from ? at - 1 : 0;
    }
    if (this.#extras.length > 0) {
      at = this.#extra(row, out, at);
      if (at < 0) return -1;
    }
    out[at++] = NEWLINE;
    return at;
  }

  #value(row: CsvRecord, filler: Filler, out: Buffer, at: number): number {
    const { plan, shape, memo, constant } = filler;
    if (plan === null) {
      out.set(constant, at);
      return at + constant.length;
    }
    const { buffer } = row;
    const start = row.starts[plan.index] as number;
    const end = row.ends[plan.index] as number;
    if (plan.index >= row.count || start === end) return at;
    if (filler.isId) {
      if (parseIdBytes(buffer, start, end) === 1) return idValue(buffer, start, end, out, at);
    } else if (shape !== null && isFirst(shape, buffer[start] as number)) {
      out[at] = QUOTE;
      const to = this.#copy(buffer, start, end, shape.ascii, shape.hanzi, out, at + 1);
      if (to >= 0) {
        out[to] = QUOTE;
        return to + 1;
      }
    }
    if (memo.find(buffer, start, end)) return memo.copy(out, at);
    const to = parsedValue(row, plan, out, at);
    if (to >= 0) memo.keep(buffer, start, end, out, at, to);
    return to;
  }

  /** The columns outside the dictionary as JSON. */
  #extra(row: CsvRecord, out: Buffer, from: number): number {
    let at = from;
    out[at++] = COMMA;
    let isFirstCell = true;
    for (const { index, label } of this.#extras) {
      const start = row.starts[index] as number;
      const end = row.ends[index] as number;
      if (index >= row.count || start === end) continue;
      if (label.length > LONGEST) return -1;
      if (isFirstCell) out[at++] = QUOTE;
      out[at++] = isFirstCell ? OPEN : COMMA;
      isFirstCell = false;
      out.set(label, at);
      at = this.#copy(row.buffer, start, end, JSON_PLAIN.ascii, true, out, at + label.length);
      if (at < 0) return -1;
      out[at++] = QUOTE;
      out[at++] = QUOTE;
    }
    if (isFirstCell) return at;
    out[at++] = CLOSE;
    out[at++] = QUOTE;
    return at;
  }
}

/** The number of a cell that parseIdBytes() has just read: 15 digits become 18, an x for the check sign an X. */
function idValue(buffer: Uint8Array, start: number, end: number, out: Uint8Array, at: number): number {
  let to = at;
  out[to++] = QUOTE;
  const upgraded = end - start === 15;
  for (let i = start; i < end; i++) {
    if (upgraded && i === start + 6) {
      out[to++] = 0x31;
      out[to++] = 0x39;
    }
    out[to++] = buffer[i] as number;
  }
  if (upgraded) to++;
  const check = parsedId.low % 11;
  out[to - 1] = check === 10 ? 0x58 : 0x30 + check;
  out[to++] = QUOTE;
  return to;
}

/** The value by the column's normaliser; -1 where there is a problem to be told of, or too much of a value. */
function parsedValue(row: CsvRecord, plan: ColumnPlan, out: Buffer, at: number): number {
  let text: string;
  try {
    text = row.cell(plan.index);
  } catch (error) {
    if (error instanceof CsvDecodeError) return -1;
    throw error;
  }
  const { value, problem } = plan.parse(text);
  if (problem !== null || value.length > LONGEST) return -1;
  const bytes = spooled(value);
  out.set(bytes, at);
  return at + bytes.length;
}
