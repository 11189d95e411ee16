import type { CaseState } from '../ledger/state.js';
import { fenOf } from '../progress/rounding.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import type { Verified } from './model.js';

export type Roster = ReadonlyMap<string, Pick<RosterHousehold, 'monthly_amount' | 'members' | 'category'>>;

const holds = ({ finding }: CaseState): boolean =>
  finding?.verdict === 'confirmed' || finding?.verdict === 'partly';

/** Persons as the summary of a run counts them: who a case names, and every covered member where it names nobody. */
function personsOf({ slip }: CaseState, roster: Roster): string[] {
  if (slip.person !== null) return [slip.person.id_number];
  const members = roster.get(slip.household_id)?.members ?? [];
  return members.filter(({ covered }) => covered).map(({ id_number }) => id_number);
}

/** What verification made of some cases. Those that no run finds any more and nobody verified are not counted. */
export function verifiedOf(cases: readonly CaseState[], roster: Roster): Verified {
  const verdicts = { confirmed: 0, partly: 0, dismissed: 0 };
  const persons = new Set<string>();
  const amounts = new Map<string, number | null>();
  let all = 0;
  for (const one of cases) {
    const { slip, finding, settled, present, stage } = one;
    if (!present && (stage === 'open' || stage === 'dispatched')) continue;
    all++;
    if (finding) verdicts[finding.verdict]++;
    if (!holds(one)) continue;
    for (const id of personsOf(one, roster)) persons.add(`${slip.household_id} ${id}`);
    // Who is on no roster is no household of it; one that was settled and left it is.
    if (!roster.has(slip.household_id) && settled === null) continue;
    const amount = roster.get(slip.household_id)?.monthly_amount ?? settled?.before.amount ?? null;
    if ((amounts.get(slip.household_id) ?? null) === null) amounts.set(slip.household_id, amount);
  }
  const known = [...amounts.values()].filter((amount) => amount !== null);
  return {
    cases: all,
    verified: verdicts.confirmed + verdicts.partly + verdicts.dismissed,
    ...verdicts,
    waiting: all - verdicts.confirmed - verdicts.partly - verdicts.dismissed,
    households: amounts.size,
    persons: persons.size,
    monthly_amount: known.reduce((sum, amount) => sum + fenOf(amount), 0) / 100,
    amount_unknown: amounts.size - known.length,
  };
}
