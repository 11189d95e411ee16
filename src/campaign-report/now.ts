import type { Summary } from '../cases/types.js';
import type { HappeningOf } from '../ledger/events.js';
import { fenOf } from '../progress/rounding.js';
import type { CampaignReport, Drawing } from './model.js';
import { settledOf } from './settled.js';

type Category = 'urban' | 'rural' | null;

function moved(
  { households, covered, monthly_amount }: Summary['roster']['urban'],
  events: readonly HappeningOf<'settled'>[],
): Drawing {
  const { before, after, changed } = settledOf(events);
  return {
    households: households + after.households - before.households,
    persons: covered + after.persons - before.persons,
    monthly_amount: (fenOf(monthly_amount) + fenOf(changed)) / 100,
  };
}

/** Who draws the allowance once everything settled is carried out. */
export function nowOf(
  roster: Summary['roster'],
  events: readonly HappeningOf<'settled'>[],
  categoryOf: (household_id: string) => Category,
): CampaignReport['now'] {
  const of = (category: Category) =>
    events.filter(({ household_id }) => categoryOf(household_id) === category);
  return {
    all: moved(roster, events),
    urban: moved(roster.urban, of('urban')),
    rural: moved(roster.rural, of('rural')),
    category_unknown: of(null).length,
  };
}
