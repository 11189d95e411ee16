import type { LedgerState } from '../ledger/state.js';

/** Township of every household that the ledger names: as its cases say it, else as the batch or the second look that it went out with. */
export function townshipsOf(state: LedgerState): Map<string, string> {
  const found = new Map<string, string>();
  for (const { slip } of state.cases.values())
    if (!found.has(slip.household_id)) found.set(slip.household_id, slip.township);
  for (const { township, households } of state.batches)
    for (const id of households) if (!found.has(id)) found.set(id, township);
  for (const { household_id, secondLook } of state.households.values())
    if (secondLook !== null && !found.has(household_id)) found.set(household_id, secondLook.township);
  return found;
}
