import type { LedgerState } from '../ledger/state.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { loadCatalogue } from '../rules/catalogue.js';
import { termsOf } from '../settle/inputs.js';
import { basisByCheck } from '../settle/reasons.js';
import { settle } from '../settle/settle.js';
import type { Settlement } from '../settle/types.js';
import { gather } from './clean-inputs.js';
import type { Work } from './work.js';

/**
 * What `clean` would make of a household's verdicts as they stand: a notice must not say another amount.
 * @throws DibaoError ledger-without-run, clean-run-missing
 */
export async function decider(
  work: Work,
  state: LedgerState,
): Promise<(household: RosterHousehold) => Settlement> {
  const { campaign, date } = work;
  const waived = state.waivers.flatMap(({ requirement, household_id }) =>
    requirement === 'verdict' && household_id !== null ? [household_id] : [],
  );
  const knowledge = await gather(work, state, new Set(waived));
  const basis = basisByCheck(await loadCatalogue(campaign.rules));
  const terms = termsOf(campaign, date, state.waivers, basis);
  return (household) => settle(household, knowledge.of(household.household_id), terms);
}
