import { dueTexts as texts } from '../messages/due.js';
import { say } from '../messages/language.js';
import { parameterInForce } from '../standards/in-force.js';
import { countDue } from './counts.js';
import type { ReviewSettings } from './rules.js';
import type { DueRow, Renewal } from './types.js';

/** How reviews fall due: the periods or months in force, as the parameters have them. */
function ruleLine({ rules, parameters, date }: ReviewSettings): string {
  const value = (name: string): string => {
    const parameter = parameters.find((one) => one.name === name);
    if (parameter === undefined) throw new Error(`there is no parameter ${name}`);
    const inForce = parameterInForce(parameter, date).value;
    return Array.isArray(inForce) ? inForce.join('、') : String(inForce);
  };
  if (rules.mode === 'rolling')
    return say(texts.rolling, {
      ...{ a: value('review_months_a'), b: value('review_months_b'), c: value('review_months_c') },
    });
  return say(texts.calendar, {
    ...{ a: value('review_calendar_a'), b: value('review_calendar_b'), c: value('review_calendar_c') },
  });
}

/** What the list says in sentences, on the screen and on its cover. */
export function dueSentences(rows: readonly DueRow[], settings: ReviewSettings): string[] {
  const { rules, date, hasDeclarations } = settings;
  const { renewal } = rules;
  const of = (state: Renewal): number => rows.filter((row) => row.renewal === state).length;
  const counts = { declared: of('declared'), late: of('late'), missing: of('missing') };
  const renewed =
    renewal === null
      ? [say(texts.noRenewal)]
      : date < renewal.from
        ? [say(texts.notYet, { ...renewal })]
        : [say(texts.renewed, { ...renewal, ...counts, open: of('open'), unknown: of('unknown') })];
  const { households, overdue, later, unknown } = countDue(rows);
  return [
    say(texts.heading, { date, households, overdue, later, unknown }),
    ruleLine(settings),
    ...renewed,
    ...(renewal !== null && !hasDeclarations ? [say(texts.noDeclarations)] : []),
  ];
}
