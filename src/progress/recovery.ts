import type { HouseholdState } from '../ledger/state.js';
import { fenOf, percent } from './rounding.js';
import type { RecoveryCounts } from './types.js';

/** What is to come back of the households settled, and what has come back. */
export function countRecovery(households: Iterable<HouseholdState>): RecoveryCounts {
  let [count, owed, recovered] = [0, 0, 0];
  for (const one of households) {
    const due = fenOf(one.settled?.recover ?? 0);
    if (due > 0 || one.recovered > 0) count++;
    owed += due;
    recovered += fenOf(one.recovered);
  }
  return {
    households: count,
    owed: owed / 100,
    recovered: recovered / 100,
    rate: percent(recovered, owed),
  };
}
