import { DibaoError } from '../errors.js';
import { recordSets } from '../records/index.js';
import type { RecordSet } from '../records/types.js';
import { findLayout } from './header.js';
import { type FoundHeader, findHeader } from './header-find.js';
import { headerKey } from './header-text.js';
import type { Layout } from './layout.js';
import type { RawRow } from './types.js';

/** One record set that a table could be. */
export interface Guess {
  readonly key: string;
  /** Higher is likelier; above 0 only where something speaks for it. */
  readonly score: number;
  /** Null where a starred field is missing, or two headers claim one. */
  readonly layout: Layout | null;
  /** Fields that have a column. */
  readonly mapped: readonly string[];
  /** Starred fields without one; alternatives joined by `/`. */
  readonly missing: readonly string[];
}

/** Fields that most registers share tell little of which one this is. */
const shared = new Set([
  'id_number',
  'name',
  'household_id',
  'date',
  'status',
  'start_date',
  'end_date',
  'relation',
]);
/** Columns of every table, which speak against no record set. */
const neutral = /^(?:序号|编号|备注|数据批次|批次)$/;
/** A roster's category often stands in the file's name alone. */
const given = ['category'];

function wordsIn(text: string, record: RecordSet): number {
  return Math.max(
    0,
    ...record.nameWords.filter((word) => text.includes(headerKey(word))).map((word) => word.length),
  );
}

function scoreOf(record: RecordSet, found: FoundHeader | null, name: string, title: string): number {
  const named = wordsIn(name, record) * 1.5 + wordsIn(title, record);
  if (found === null) return named > 0 ? named - 10 : -10;
  const { assigned, cells, missing } = found.attempt;
  const carried = new Set(assigned.filter(({ claim }) => claim.exact).map(({ claim }) => claim.field));
  let score = named - missing.length * 5;
  for (const field of carried) score += shared.has(field) ? 0.5 : 2;
  const used = new Set(assigned.map(({ cell }) => cell));
  const strangers = cells.filter((cell) => !used.has(cell) && !neutral.test(headerKey(cell.label)));
  return score - strangers.length * 0.5;
}

function layoutOrNull(
  rows: readonly RawRow[],
  record: RecordSet,
  file: string,
  sheet: string | null,
): Layout | null {
  try {
    return findLayout(rows, record, { file, sheet }, {}, { given });
  } catch (error) {
    if (error instanceof DibaoError) return null;
    throw error;
  }
}

/**
 * Which record sets a table could be, best first: by its headers, then by words in the file's and the sheet's name
 * and in the rows above the header. `rows` as for findLayout.
 */
export function guessRecord(rows: readonly RawRow[], fileName: string, sheetName: string | null): Guess[] {
  const name = headerKey(`${fileName} ${sheetName ?? ''}`);
  const guesses: Guess[] = [];
  for (const record of recordSets.values()) {
    // An earlier roster looks like any other: which it is, its user knows.
    if (record.key === 'snapshot') continue;
    const found = findHeader(rows, { record, mapping: {}, given });
    const above = rows.slice(0, found?.index ?? 3).flatMap((row) => row.cells);
    const score = scoreOf(record, found, name, headerKey(above.join(' ')));
    const fields = new Set((found?.attempt.assigned ?? []).map(({ claim }) => claim.field));
    guesses.push({
      key: record.key,
      score,
      layout: found?.complete === true ? layoutOrNull(rows, record, fileName, sheetName) : null,
      mapped: [...fields],
      missing: (found?.attempt.missing ?? []).map((group) => group.join('/')),
    });
  }
  return guesses.sort((a, b) => Number(b.layout !== null) - Number(a.layout !== null) || b.score - a.score);
}
