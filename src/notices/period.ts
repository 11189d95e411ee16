import { numberInForce } from '../standards/in-force.js';
import type { Parameter } from '../standards/types.js';
import type { Period, Round } from './types.js';

const milliseconds = 86_400_000;

/** The day `days` after `day`, both YYYY-MM-DD. */
function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * milliseconds).toISOString().slice(0, 10);
}

/** The same day so many months on; where the month has no such day, its last. */
function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The parameter that says how long a notice of a round hangs, and in what. */
const parameterOf: Readonly<Record<Round, readonly [name: string, unit: 'days' | 'months']>> = {
  '1': ['notice_days', 'days'],
  '2': ['notice_days', 'days'],
  quarterly: ['notice_quarterly_months', 'months'],
  standing: ['notice_standing_months', 'months'],
};

/**
 * When a notice hangs: from its first day on for as long as the parameter says, or to the day given.
 * @param from YYYY-MM-DD
 * @param to YYYY-MM-DD, not before `from`; undefined: by the parameter
 */
export function periodOf(
  round: Round,
  parameters: readonly Parameter[],
  from: string,
  to: string | undefined,
): Period {
  const [name, unit] = parameterOf[round];
  const { value, document } = numberInForce(parameters, name, from);
  const next = unit === 'days' ? plusDays(from, value) : plusMonths(from, value);
  const wanted = { to: plusDays(next, -1), document };
  const last = to ?? wanted.to;
  const days = (Date.parse(last) - Date.parse(from)) / milliseconds + 1;
  return { from, to: last, down: plusDays(last, 1), days, wanted };
}
