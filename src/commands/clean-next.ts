import path from 'node:path';
import { serviceForm } from '../forms/service.js';
import type { LedgerState } from '../ledger/state.js';
import { cleanTexts as texts } from '../messages/clean.js';
import { say } from '../messages/language.js';
import { quoted } from '../messages/quoted.js';
import { lastDayToObject } from '../settle/requirements.js';
import type { Decisions } from './clean-decide.js';
import type { Work } from './work.js';

/** The latest day on which a period that somebody waits for ends; null where nobody does. */
function periodEnd({ pending }: Decisions, state: LedgerState, days: number): string | null {
  const ends = pending
    .filter(({ decided }) => decided.waits.includes('period'))
    .flatMap(({ decided }) => {
      const on = state.households.get(decided.household.household_id)?.served?.on;
      return on === undefined ? [] : [lastDayToObject(on, days)];
    });
  return ends.sort().at(-1) ?? null;
}

/** What to do next, and the command for it, in the order in which it is done. */
export function nextSteps(
  decisions: Decisions,
  { campaign, context }: Work,
  shown: string,
  objectionDays: number,
  state: LedgerState,
): (readonly [string, string])[] {
  const file = campaign.file === null ? '' : path.relative(context.cwd, campaign.file);
  const own = quoted(file);
  const steps: (readonly [string, string])[] = [];
  if (decisions.due.length > 0) {
    const register = quoted(path.join(shown, `${serviceForm.sheet}.xlsx`));
    const why = say(texts.nextServe, { count: decisions.due.length });
    steps.push([why, `dibao collect ${register} -c ${own}`]);
  }
  if (
    decisions.pending.some(({ decided: { waits } }) =>
      waits.some((one) => one !== 'served' && one !== 'period'),
    )
  )
    steps.push([say(texts.nextCollect), `dibao collect 交回/*.xlsx -c ${own} && dibao clean -c ${own}`]);
  const end = periodEnd(decisions, state, objectionDays);
  if (end !== null) steps.push([say(texts.nextPeriod, { date: end }), `dibao clean -c ${own}`]);
  if (steps.length === 0) steps.push([say(texts.nextNotice), `dibao notice --round 2 -c ${own}`]);
  return steps;
}
