import { access } from 'node:fs/promises';
import path from 'node:path';
import { type CasePlace, casesAt, placeCases } from '../cases/case-places.js';
import { DibaoError } from '../errors.js';
import { reportFiles } from '../files/run-files.js';
import type { CaseState, LedgerState } from '../ledger/state.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { byDoor, type Sent, sentCase, toldBySlip } from './rows.js';

/**
 * Where the cases stand that go out: each in the last run that has it, since a run of a few checks says nothing of the
 * others. Cases reported on a visit stand in none.
 * @throws DibaoError run-damaged where the last run's cases cannot be read
 */
export async function findCases(
  folder: string,
  state: LedgerState,
  wanted: ReadonlySet<string>,
): Promise<Map<string, CasePlace>> {
  const found = new Map<string, CasePlace>();
  const missing = new Set(wanted);
  const seen = new Set<string>();
  for (const [index, run] of state.runs.toReversed().entries()) {
    if (missing.size === 0) break;
    const file = path.join(path.resolve(folder, run.folder), reportFiles.cases);
    // A folder that was used twice holds its last run alone.
    if (seen.has(file)) continue;
    seen.add(file);
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (!isThere && index > 0) continue;
    const places = await damaged(run.folder, () => placeCases(file, missing));
    for (const [id, place] of places) {
      found.set(id, place);
      missing.delete(id);
    }
  }
  return found;
}

async function damaged<T>(run: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DibaoError) throw error;
    const why = (error as NodeJS.ErrnoException).code ?? '';
    throw new DibaoError('run-damaged', { name: reportFiles.cases, why }, { file: run });
  }
}

/**
 * The cases of one township as they go out, in the order of the doors.
 * @throws DibaoError run-damaged
 */
export async function gatherCases(
  cases: readonly CaseState[],
  places: ReadonlyMap<string, CasePlace>,
  roster: ReadonlyMap<string, RosterHousehold>,
): Promise<Sent[]> {
  const own = cases.flatMap(({ slip }) => places.get(slip.case_id) ?? []);
  own.sort((a, b) => (a.file === b.file ? a.from - b.from : a.file < b.file ? -1 : 1));
  const sent: Sent[] = [];
  const told = (id: string) => roster.get(id) ?? null;
  await damaged('', async () => {
    for await (const one of casesAt(own)) sent.push(sentCase(one, told(one.household_id)));
  });
  for (const { slip } of cases)
    if (!places.has(slip.case_id)) sent.push(sentCase(toldBySlip(slip), told(slip.household_id)));
  return sent.sort(
    byDoor(({ row, household_id, out }) => ({
      village: String(row.village ?? ''),
      group: String(row.village_group ?? ''),
      household: household_id,
      case: out.number,
    })),
  );
}
