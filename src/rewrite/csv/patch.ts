import { readFile } from 'node:fs/promises';
import { rewriteNotes } from '../../messages/rewrite.js';
import { type CsvFormat, detectCsv } from '../../read/csv-format.js';
import { type CsvRecord, type ScanOptions, scanCsv } from '../../read/csv-scan.js';
import type { OpenOptions } from '../../read/types.js';
import type { Notes } from '../notes.js';
import type { CellChange, SheetPlan } from '../plan-types.js';
import type { Patched } from '../rewritable.js';
import { fileBytes, recordBytes } from './encode.js';
import { lineEndsIn, linesOf } from './lines.js';

const QUOTE = 0x22;

/** What takes the place of so many physical lines. */
interface Replacement {
  readonly lines: number;
  /** Null where the lines vanish. */
  readonly bytes: Buffer | null;
}

/** A field with the quotes around it. */
function rawField(record: CsvRecord, index: number): Buffer {
  const start = record.starts[index] ?? 0;
  const end = record.ends[index] ?? 0;
  const enclosed = record.quoted && start > record.start && record.buffer[start - 1] === QUOTE;
  return record.buffer.subarray(enclosed ? start - 1 : start, enclosed ? end + 1 : end);
}

/** A new text in the quoting of the field that it replaces; in quotes where it could not stand without. */
function field(text: string, before: Buffer, { delimiter, quotes, encoding }: CsvFormat): Buffer {
  const needs = text.includes(delimiter) || /["\r\n]/.test(text);
  const isQuoted = quotes && (before[0] === QUOTE || needs);
  return recordBytes(isQuoted ? `"${text.replaceAll('"', '""')}"` : text, encoding);
}

/** The fields that come to other rows than their own, as they stand. */
function takenFields(path: string, format: ScanOptions, plan: SheetPlan): Map<string, Buffer> {
  const wanted = new Map<number, Set<number>>();
  for (const cells of plan.changes.values())
    for (const { from } of cells.values())
      if (from !== undefined) wanted.set(from.row, (wanted.get(from.row) ?? new Set()).add(from.column));
  const taken = new Map<string, Buffer>();
  if (wanted.size === 0) return taken;
  scanCsv(
    path,
    format,
    (record) => {
      for (const column of wanted.get(record.line) ?? [])
        if (column < record.count)
          taken.set(`${record.line} ${column}`, Buffer.from(rawField(record, column)));
      return undefined;
    },
    () => undefined,
  );
  return taken;
}

function changedRecord(
  record: CsvRecord,
  changes: ReadonlyMap<number, CellChange>,
  taken: ReadonlyMap<string, Buffer>,
  format: CsvFormat,
): { bytes: Buffer; changed: number } {
  const pieces: Buffer[] = [];
  let changed = 0;
  for (let index = 0; index < record.count; index++) {
    if (index > 0) pieces.push(Buffer.from(format.delimiter));
    const own = rawField(record, index);
    const change = changes.get(index);
    const { from, text } = change ?? {};
    const base = from === undefined ? own : (taken.get(`${from.row} ${from.column}`) ?? own);
    const next = text === undefined ? base : field(text, base, format);
    if (!next.equals(own)) changed++;
    pieces.push(next);
  }
  return { bytes: Buffer.concat(pieces), changed };
}

/**
 * A CSV file with records taken out and fields changed; every other record keeps its bytes.
 * @param given as the file was loaded: what the campaign file says of it, and the cells of a whole row
 * @throws Error where a row of the plan is not in the file
 */
export async function patchCsv(
  path: string,
  given: Pick<OpenOptions, 'encoding' | 'delimiter'> & { readonly width: number | null },
  plan: SheetPlan,
  notes: Notes,
): Promise<Patched> {
  const format = detectCsv(path, given);
  const options = { ...format, fieldCount: given.width };
  const taken = takenFields(path, options, plan);
  const replaced = new Map<number, Replacement>();
  let cellsChanged = 0;
  scanCsv(
    path,
    options,
    (record) => {
      const changes = plan.changes.get(record.line);
      const isRemoved = plan.removed.has(record.line);
      if (!isRemoved && changes === undefined) return undefined;
      const lines = 1 + lineEndsIn(record.buffer.subarray(record.start, record.end));
      if (isRemoved || changes === undefined) {
        replaced.set(record.line, { lines, bytes: null });
        return undefined;
      }
      const { bytes, changed } = changedRecord(record, changes, taken, format);
      cellsChanged += changed;
      replaced.set(record.line, { lines, bytes: fileBytes(bytes, format.encoding) });
      return undefined;
    },
    () => undefined,
  );
  if (replaced.size !== plan.removed.size + plan.changes.size)
    throw new Error(`${replaced.size} of ${plan.removed.size + plan.changes.size} rows found in ${path}`);
  for (const row of plan.subtotals) notes.place(rewriteNotes['subtotal-plain'], String(row));

  const source = await readFile(path);
  const pieces: Buffer[] = [source.subarray(0, format.bomLength)];
  let number = 0;
  let skip = 0;
  let kept = format.bomLength;
  let pending: Buffer | null = null;
  for (const line of linesOf(source, format.bomLength, format.encoding)) {
    number++;
    if (skip === 0) {
      const change = replaced.get(number);
      if (change === undefined) continue;
      pieces.push(source.subarray(kept, line.start));
      skip = change.lines;
      pending = change.bytes;
    }
    skip--;
    if (skip > 0) continue;
    if (pending !== null) pieces.push(pending, source.subarray(line.textEnd, line.end));
    kept = line.end;
  }
  pieces.push(source.subarray(kept));
  return { bytes: Buffer.concat(pieces), rowsRemoved: plan.removed.size, cellsChanged };
}
