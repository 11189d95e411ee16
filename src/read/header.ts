import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import type { RecordSet } from '../records/types.js';
import { isNumberingRow } from './header-cells.js';
import { buildColumns } from './header-columns.js';
import { claimedTwice, missingField } from './header-errors.js';
import { findHeader } from './header-find.js';
import type { Mapping } from './header-mapping.js';
import { headerKey } from './header-text.js';
import { unitLines } from './header-units.js';
import type { Layout, LayoutNote, TablePlace } from './layout.js';
import type { RawRow } from './types.js';

export interface FindOptions {
  /** Fields whose value comes from elsewhere (`set:`, `from:`, the command line): they need no column. */
  readonly given?: readonly string[];
}

function checkMapping(mapping: Mapping, record: RecordSet, place: TablePlace): void {
  const fields = record.fields.map((field) => field.name);
  for (const [header, given] of Object.entries(mapping)) {
    if (fields.includes(given)) continue;
    const values = { header, given, register: say(record.title), fields: fields.join(' ') };
    throw new DibaoError('header-mapping-field', values, { ...place });
  }
}

/**
 * Finds the header of a table and what each column carries (data dictionary, 'Header matching').
 *
 * `rows` are the table's first rows as read, some hundred of them, so that values can decide where headers do not
 * (低保类别 with A, B, C); `mapping` is the campaign file's `columns:`, header text to field name, and wins.
 *
 * @throws DibaoError (exit 3) when a starred field has no column or two, when units conflict, when the table is empty;
 *   (exit 2) when the mapping names a field there is not.
 */
export function findLayout(
  rows: readonly RawRow[],
  record: RecordSet,
  place: TablePlace,
  mapping: Mapping = {},
  options: FindOptions = {},
): Layout {
  checkMapping(mapping, record, place);
  if (rows.every((row) => row.cells.every((cell) => headerKey(cell) === ''))) {
    throw new DibaoError('table-empty', {}, { ...place });
  }
  const found = findHeader(rows, { record, mapping, given: options.given ?? [] });
  const first = found === null ? undefined : rows[found.index];
  if (found === null || first === undefined || !found.complete) {
    const missing = found?.attempt.missing ?? [
      ...record.fields.filter((field) => field.starred === true).map((field) => [field.name]),
      ...(record.oneOf ?? []),
    ];
    throw missingField(rows, record, found, missing, place);
  }
  const duplicate = found.attempt.duplicates[0];
  if (duplicate !== undefined) throw claimedTwice(record, duplicate, first.row, place);

  const preamble = rows.slice(0, found.index);
  const { columns, notes: columnNotes } = buildColumns(found.attempt, record, unitLines(preamble), place);
  const notes: LayoutNote[] = [...found.attempt.notes, ...columnNotes];
  if (found.rows === 2) notes.unshift({ kind: 'two-row-header', values: { row: first.row } });
  const members = Math.max(...columns.map((column) => column.member));
  if (members > 0) notes.push({ kind: 'wide', values: { count: members } });

  let dataFrom = found.index + found.rows;
  const next = rows[dataFrom];
  if (next !== undefined && isNumberingRow(next.cells)) {
    notes.push({ kind: 'numbering-row', values: { row: next.row } });
    dataFrom++;
  }
  return {
    record: record.key,
    headerRow: first.row,
    headerRows: found.rows,
    dataFrom,
    columns,
    preamble,
    notes,
    householdFrom: found.attempt.householdFrom,
  };
}
