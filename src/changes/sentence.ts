import { changesTexts as texts } from '../messages/changes.js';
import { say } from '../messages/language.js';
import { count, yuan } from '../reports/numbers.js';
import type { ChangesReport } from './report.js';
import type { Figures } from './totals.js';

const money = (fen: number): string => yuan(fen / 100);

function figures(name: string, { households, persons, fen }: Figures): Record<string, string> {
  return {
    [`${name}Households`]: count(households),
    [`${name}Persons`]: count(persons),
    [`${name}Amount`]: money(fen),
  };
}

/** The monthly report in a sentence, then its control totals, standards that changed, and what else did: a line each. */
export function sentencesOf({ all, counts, standards, period }: ChangesReport): string[] {
  const { before, in: came, out, up, down, after, added, removed } = all;
  const others = {
    moved: counts.member_moved,
    places: counts.household_moved,
    numbers: counts.household_renumbered,
    heads: counts.head_changed,
    categories: counts.category_changed,
    classes: counts.class_changed,
    tiers: counts.tier_changed,
    ids: counts.id_corrected,
  };
  const isAny = Object.values(others).some((number) => number > 0);
  return [
    say(texts.sentence, {
      period: period ?? say(texts.thisMonth),
      ...figures('before', before),
      ...figures('in', came),
      ...figures('out', out),
      ...figures('after', after),
      ...{ added: count(added), removed: count(removed) },
      ...{ upHouseholds: count(up.households), upAmount: money(up.fen) },
      ...{ downHouseholds: count(down.households), downAmount: money(down.fen) },
    }),
    say(texts.control, {
      ...{ before: money(before.fen), in: money(came.fen), out: money(out.fen) },
      ...{ up: money(up.fen), down: money(down.fen), after: money(after.fen) },
    }),
    say(texts.controlPersons, {
      ...{ before: count(before.persons), in: count(came.persons), added: count(added) },
      ...{ out: count(out.persons), removed: count(removed), after: count(after.persons) },
    }),
    ...standards.map(({ category, before: was, after: is, households }) =>
      say(texts.standard, {
        category: say(texts.category[category]),
        ...{ before: yuan(was), after: yuan(is), households: count(households) },
      }),
    ),
    ...(isAny ? [say(texts.others, others)] : []),
  ];
}
