import type { Undecidable } from '../cases/types.js';
import type { Written } from '../files/atomic.js';
import { type CsvValue, writeCsv } from './csv.js';

const header = ['check', 'household_id', 'township', 'village', 'person_name', 'person_id_number', 'reason'];

function* rowsOf(undecidable: Iterable<Undecidable>): Generator<CsvValue[]> {
  for (const one of undecidable) {
    const { name = null, id_number = null } = one.person ?? {};
    yield [one.check, one.household_id, one.township, one.village, name, id_number, one.reason];
  }
}

/** Writes undecidable.csv: the households and persons of whom a check could say neither yes nor no. */
export async function writeUndecidableCsv(
  path: string,
  undecidable: Iterable<Undecidable>,
): Promise<Written> {
  return writeCsv(path, header, rowsOf(undecidable));
}
