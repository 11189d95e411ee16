import { DibaoError, describeError } from '../src/errors.js';
import { say } from '../src/messages/language.js';
import { layoutTexts } from '../src/messages/layout.js';
import { type FindOptions, findLayout } from '../src/read/header.js';
import type { Layout } from '../src/read/layout.js';
import type { RawRow } from '../src/read/types.js';
import { recordSet } from '../src/records/index.js';

/** Rows from lines of a table, cells apart by `|`, numbered from 1. */
export function table(...lines: string[]): RawRow[] {
  return lines.map((line, index) => ({ row: index + 1, cells: line.split('|') }));
}

const place = { file: '某表.xlsx', sheet: 'Sheet1' };

export function layout(key: string, rows: RawRow[], mapping = {}, options: FindOptions = {}): Layout {
  const record = recordSet(key);
  if (record === undefined) throw new Error(`no record set ${key}`);
  return findLayout(rows, record, place, mapping, options);
}

/** `0 household_id` or `4 name@1` (of the first member) for each column that carries a field. */
export function fields(found: Layout): string[] {
  return found.columns.flatMap(({ index, field, member }) =>
    field === null ? [] : [`${index} ${field}${member > 0 ? `@${member}` : ''}`],
  );
}

export function notes(found: Layout): string[] {
  return found.notes.map((note) => say(layoutTexts[note.kind], note.values));
}

export function column(found: Layout, field: string) {
  const { header, scale, period, perPerson } = found.columns.find((one) => one.field === field) ?? {
    header: null,
    scale: null,
    period: null,
    perPerson: null,
  };
  return { header, scale, period, perPerson };
}

export function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof DibaoError) return describeError(error);
    throw error;
  }
  return 'no error';
}
