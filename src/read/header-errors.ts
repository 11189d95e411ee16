import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { headerWords } from '../messages/layout.js';
import { editDistance } from '../messages/nearest.js';
import type { RecordSet } from '../records/types.js';
import type { Duplicate } from './header-assign.js';
import { fieldOf } from './header-claims.js';
import type { FoundHeader } from './header-find.js';
import { headerKey, headerKeys, looksLikeData, shownHeader } from './header-text.js';
import type { TablePlace } from './layout.js';
import type { RawRow } from './types.js';

/** The line for the campaign file that calls a header a field; quoted where YAML needs it. */
function columnsLine(header: string, field: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_()()-]*$/u.test(header);
  return `columns: { ${plain ? header : JSON.stringify(header)}: ${field} }`;
}

/** Headers that no field has taken, or, where no header was found, whatever in the first rows could be one. */
function unclaimed(rows: readonly RawRow[], found: FoundHeader | null): string[] {
  if (found !== null) {
    const used = new Set(found.attempt.assigned.map(({ cell }) => cell));
    const left = found.attempt.cells.filter((cell) => !used.has(cell) && !looksLikeData(cell.label));
    return left.map((cell) => cell.header);
  }
  const texts = rows.slice(0, 20).flatMap((row) => row.cells);
  return texts.filter((text) => headerKey(text) !== '' && !looksLikeData(text)).map(shownHeader);
}

/** The header spelled most like one of the labels; null where none has a letter in common with any. */
function nearestHeader(headers: readonly string[], labels: readonly string[]): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const header of headers) {
    const key = headerKeys(header).bare;
    for (const label of labels.map(headerKey)) {
      const distance = editDistance(key, label);
      if (distance >= Math.max(key.length, label.length) || distance >= least) continue;
      least = distance;
      best = header;
    }
  }
  return best;
}

/** The error for starred fields without a column: names the first, and the others beside it. */
export function missingField(
  rows: readonly RawRow[],
  record: RecordSet,
  found: FoundHeader | null,
  missing: readonly (readonly string[])[],
  place: TablePlace,
): DibaoError {
  const or = say(headerWords.or);
  const titles = missing.map((group) => group.map((name) => fieldOf(record, name).title).join(or));
  const [first = [], ...rest] = missing;
  const labels = first.flatMap((name) => fieldOf(record, name).labels);
  const nearest = nearestHeader(unclaimed(rows, found), labels);
  const others = rest.length === 0 ? '' : say(headerWords.also, { titles: titles.slice(1).join('、') });
  const values = {
    title: titles[0] ?? '',
    others,
    labels: labels.join(' '),
    nearest: nearest ?? say(headerWords.none),
    line: columnsLine(nearest ?? say(headerWords.header), first[0] ?? ''),
  };
  const isCategory = first.length === 1 && first[0] === 'category';
  const row = found === null ? undefined : rows[found.index]?.row;
  return new DibaoError(isCategory ? 'header-missing-category' : 'header-missing-field', values, {
    ...place,
    row,
    field: titles[0],
  });
}

/** The error for a starred field that two headers claim; equal headers are told apart as `身份证号#2`. */
export function claimedTwice(
  record: RecordSet,
  duplicate: Duplicate,
  row: number | undefined,
  place: TablePlace,
): DibaoError {
  const title = fieldOf(record, duplicate.field).title;
  const headers = duplicate.cells.map((cell) => cell.header);
  const first = headers[0] ?? '';
  const isTwin = headers.slice(1).includes(first);
  const values = {
    title,
    headers: headers.map((header) => `“${header}”`).join('、'),
    line: columnsLine(isTwin ? `${first}#1` : first, duplicate.field),
  };
  return new DibaoError('header-claimed-twice', values, { ...place, row, field: title });
}
