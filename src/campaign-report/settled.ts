import { measureWords } from '../forms/words.js';
import { type HappeningOf, type Measure, measureSchema } from '../ledger/events.js';
import { fenOf, wan } from '../progress/rounding.js';
import type { CampaignReport, Drawing, MoneyEffect, Settled } from './model.js';

type Event = HappeningOf<'settled'>;

function drawing(sides: readonly Event['before'][]): Drawing {
  return {
    households: sides.filter(({ persons }) => persons > 0).length,
    persons: sides.reduce((sum, { persons }) => sum + persons, 0),
    monthly_amount: sides.reduce((sum, { amount }) => sum + fenOf(amount), 0) / 100,
  };
}

/** What was decided on about some households, before and after. */
export function settledOf(events: readonly Event[]): Settled {
  const before = drawing(events.map((one) => one.before));
  const after = drawing(events.map((one) => one.after));
  const changed = (fenOf(after.monthly_amount) - fenOf(before.monthly_amount)) / 100;
  const persons_out = before.persons - after.persons;
  return { households: events.length, before, after, persons_out, changed };
}

/** What it saves and costs a month: a household that draws less saves, one that draws more costs. */
export function effectOf(events: readonly Event[]): MoneyEffect {
  const changes = events.map(({ before, after }) => fenOf(after.amount) - fenOf(before.amount));
  const saved = changes.reduce((sum, change) => sum + Math.max(0, -change), 0);
  const added = changes.reduce((sum, change) => sum + Math.max(0, change), 0);
  return { saved: saved / 100, saved_wan: wan(saved), added: added / 100, added_wan: wan(added) };
}

export function measuresOf(events: readonly Event[]): CampaignReport['measures'] {
  return measureSchema.options.map((measure: Measure) => ({
    measure,
    title: measureWords[measure],
    ...settledOf(events.filter((one) => one.measure === measure)),
  }));
}

const leaves = ({ measure }: Event): boolean => measure === 'stop' || measure === 'edge';

/** Who draws no more: whole households, and persons out of households that stay. */
export function leftOf(events: readonly Event[]): Pick<CampaignReport, 'left' | 'removed'> {
  const gone = events.filter(leaves);
  const less = (some: readonly Event[]): number =>
    some.reduce((sum, { before, after }) => sum + Math.max(0, before.persons - after.persons), 0);
  return {
    left: { households: gone.length, persons: less(gone) },
    removed: less(events.filter((one) => !leaves(one))),
  };
}
