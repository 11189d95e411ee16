import type { ReviewRules } from '../campaign-file/review-rules.js';
import { DibaoError } from '../errors.js';
import { numberInForce, parameterInForce } from '../standards/in-force.js';
import type { Parameter } from '../standards/types.js';
import { addMonths, daysBetween, nextFixedMonth } from './dates.js';
import type { Renewal, Review, ReviewedHousehold } from './types.js';

const periods = { A: 'review_months_a', B: 'review_months_b', C: 'review_months_c' } as const;
const calendars = { A: 'review_calendar_a', B: 'review_calendar_b', C: 'review_calendar_c' } as const;

type Class = keyof typeof periods;
const isClass = (name: string): name is Class => name in periods;

export interface ReviewSettings {
  readonly rules: ReviewRules;
  readonly parameters: readonly Parameter[];
  /** Day of the work, YYYY-MM-DD. */
  readonly date: string;
  /** Whether there is a register of declarations. */
  readonly hasDeclarations: boolean;
}

/** @throws DibaoError review-months */
function monthsOf(name: string, value: Parameter['values'][number]['value']): number[] {
  const words = Array.isArray(value) ? value.map(String) : [String(value)];
  const wrong = words.find((word) => !/^(?:[1-9]|1[0-2])$/.test(word));
  if (wrong !== undefined || words.length === 0)
    throw new DibaoError('review-months', { name, value: wrong ?? '' });
  return words.map(Number);
}

/** The day by which a household is to be reviewed again. */
function dueAfter(base: string, name: Class, { rules, parameters, date }: ReviewSettings): string {
  if (rules.mode === 'rolling') return addMonths(base, numberInForce(parameters, periods[name], date).value);
  const parameter = parameters.find((one) => one.name === calendars[name]);
  if (parameter === undefined) throw new Error(`there is no parameter ${calendars[name]}`);
  const { value } = parameterInForce(parameter, date);
  return nextFixedMonth(base, monthsOf(calendars[name], value));
}

/**
 * Whether a household's review is overdue on the day. To be taken on is to be reviewed: who came later than his last
 * review, or has none, counts from his start. A class that is not known, or no review that is known where one was due
 * since the start, says nothing: such a household is unknown, and not overdue.
 *
 * In fixed months a review counts for the month that it is in and for those before; the next is due by the end of the
 * first fixed month after its own. On the day itself nothing is overdue yet.
 */
export function reviewOf(one: ReviewedHousehold, settings: ReviewSettings): Review {
  const { date } = settings;
  const unknown = (why: Review['why']): Review => ({
    state: 'unknown',
    next_due: null,
    days_overdue: 0,
    why,
  });
  if (!isClass(one.class)) return unknown('class');
  if (one.last_review !== null && one.last_review > date) return unknown('future');
  const start = one.start_date !== null && one.start_date <= date ? one.start_date : null;
  const bases = [one.last_review, start].filter((day) => day !== null).sort();
  const base = bases.at(-1);
  if (base === undefined) return unknown('never');
  const next_due = dueAfter(base, one.class, settings);
  if (date <= next_due) return { state: 'later', next_due, days_overdue: 0, why: null };
  if (one.last_review === null) return unknown('never');
  return { state: 'overdue', next_due, days_overdue: daysBetween(next_due, date), why: null };
}

/** Whether a household has declared again in the period of renewal; null where the campaign has none. */
export function renewalOf(
  one: ReviewedHousehold,
  { rules, date, hasDeclarations }: ReviewSettings,
): Renewal | null {
  const { renewal } = rules;
  if (renewal === null || date < renewal.from) return null;
  if (!hasDeclarations) return 'unknown';
  const own = one.declared.filter((day) => day >= renewal.from && day <= date);
  if (own.some((day) => day <= renewal.to)) return 'declared';
  if (own.length > 0) return 'late';
  // A declaration without a date may be of this period.
  if (one.hasUndated) return 'unknown';
  return date <= renewal.to ? 'open' : 'missing';
}
