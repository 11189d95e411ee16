import { parsedId, parseIdBytes } from '../normalise/index.js';
import { type CsvRecord, type KeyColumn, PlainRows } from '../read/csv-scan.js';
import type { Encoding } from '../read/types.js';
import { knownRecord } from '../records/index.js';
import { PlainCells } from './bytes/plain-cells.js';
import { NUMBER } from './bytes/shapes.js';
import type { PartLoader } from './part.js';
import type { LoadContext, TableLoader } from './table-loader.js';

/** What the bytes of a row's keys tell of it; `unsure` where they must be read as texts. */
export type Concern = 'nobody' | 'somebody' | 'unsure';

/** Where the keys of a row stand: ID numbers of persons, and the household's number. */
function keyColumns(record: string, loader: PartLoader): { ids: number[]; household: number | undefined } {
  const { plan } = loader.reader;
  const columnOf = (field: string) => plan.own.find((one) => one.slot === plan.slots.get(field))?.index;
  const ids = knownRecord(record).persons.flatMap((person) => columnOf(person.id) ?? []);
  return { ids, household: columnOf('household_id') };
}

const asksLeads = ({ task, mode }: LoadContext): boolean => task.ofLeads === true && mode === 'register';
const isWanted = ({ task, mode }: LoadContext): boolean => task.whole && mode === 'register';
const isRosterLike = ({ task, mode }: LoadContext): boolean =>
  mode === 'roster' || knownRecord(task.record).ofMembers === true;

/** Whether a row may be passed over by its numbers alone. */
const judgesIds = (context: LoadContext, { leads }: PartLoader): boolean =>
  !context.task.keepAll && !isWanted(context) && !isRosterLike(context) && leads === null;

/**
 * Judges whole rows by the bytes of their keys alone: of nobody is one whose ID numbers are all valid and none of
 * interest, of somebody one with a valid number of interest, any whole row of a roster or of a record set that is
 * wanted whole, or one that may name a lead.
 */
export function judgeBytes(context: LoadContext, loader: PartLoader, width: number, encoding: Encoding) {
  const { task, interest } = context;
  const { ids, household } = keyColumns(task.record, loader);
  const { ids: set, leads, households } = interest;
  const ofLeads = asksLeads(context);
  const plain = new PlainCells(encoding);
  const isRoster = isRosterLike(context);
  const isWhole = isWanted(context);
  return (row: CsvRecord): Concern => {
    if (task.keepAll || row.count !== width) return 'unsure';
    if (isWhole) return 'somebody';
    if (loader.leads) return loader.leads.mayBeBytes(row) ? 'somebody' : 'nobody';
    let concern: Concern = ids.length === 0 ? 'unsure' : 'nobody';
    for (const column of ids) {
      if (parseIdBytes(row.buffer, row.starts[column] as number, row.ends[column] as number) === 0)
        concern = 'unsure';
      else if (isRoster || set.has(parsedId.high, parsedId.low)) return 'somebody';
      else if (ofLeads && leads.has(parsedId.high, parsedId.low)) return 'somebody';
    }
    if (household === undefined) return concern;
    const start = row.starts[household] as number;
    const end = row.ends[household] as number;
    if (start === end) return concern;
    if (isRoster) return 'unsure';
    const length = plain.take(NUMBER, row.buffer, start, end);
    return length > 0 && households.hasUtf8(plain.bytes, 0, length) ? 'somebody' : 'unsure';
  };
}

/**
 * What takes plain rows apart and skips those that judgeBytes() would find to be of nobody, as far as it can tell; null where
 * none may be skipped. To be closed.
 */
export function plainRows(
  context: LoadContext,
  { loader, watch, width: { cells } }: TableLoader,
  delimiter: string,
  dataLine: number,
): PlainRows | null {
  const { task, interest } = context;
  // Who observes the rows sees them read the other way, which must come to the same.
  if (context.observe || !judgesIds(context, loader)) return null;
  const { ids, household } = keyColumns(task.record, loader);
  const columns = Array.from(
    { length: cells },
    (_, index): KeyColumn => (index === household ? 'empty' : ids.includes(index) ? 'id' : 'any'),
  );
  // A column that is two keys at once, or that whole rows lack, is nothing that the kernel knows.
  if (ids.length === 0 || ids.some((index) => columns[index] !== 'id')) return null;
  if (household !== undefined && household >= cells) return null;
  const sets = asksLeads(context) ? [interest.ids, interest.leads] : [interest.ids];
  return PlainRows.open({
    delimiter,
    columns,
    filters: sets.map(({ filter }) => filter),
    skipFrom: dataLine,
    skipped: (rows) => {
      watch.record();
      loader.passOver(rows);
    },
  });
}
