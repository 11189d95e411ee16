import { parseHouseholdId } from '../normalise/index.js';
import { givenNumber, numberOf } from './cells.js';
import { measureCodes, namesOf, opinionCodes } from './finding.js';
import { futureDays, type Judge, type RowInput, type RowJudgement, refused } from './judged.js';
import type { RowFault } from './types.js';

/** The household a row names, if it is known. */
export function householdOf({ values, world }: RowInput): { id: string } | RowFault {
  const key = 'household_id';
  if (values.household_id === undefined) return { code: 'no-identity', key };
  const id = parseHouseholdId(values.household_id).value;
  return world.hasHousehold(id) ? { id } : { code: 'unknown-household', key };
}

/** 核查调查表: one row a household, whether a case names it or not. */
export const judgeSurvey: Judge = (input): RowJudgement => {
  const { values, world, origin, batch, township: own } = input;
  const household = householdOf(input);
  if ('code' in household) return refused(household);
  const sent = world.batchOf(batch, own);
  if (sent !== undefined && !sent.households.has(household.id)) {
    const township = world.roster?.get(household.id)?.township ?? '';
    return refused({ code: 'other-township', key: 'household_id', values: { township, batch } });
  }
  const faults = futureDays(values, ['visited', 'reviewed'], world.date);
  if (values.visited === undefined) faults.push({ code: 'visit-missing', key: 'visited' });
  else if (sent?.on && values.visited < sent.on)
    faults.push({ code: 'before-dispatch', key: 'visited', values: { date: sent.on } });
  const due = numberOf(values.persons_due) ?? givenNumber(values.covered_size_now);
  const seen = numberOf(values.persons_seen);
  if (due === null) faults.push({ code: 'due-missing', key: 'persons_due' });
  if (seen === null) faults.push({ code: 'seen-missing', key: 'persons_seen' });
  if (due === null || seen === null) return refused(...faults);
  if (seen > due) faults.push({ code: 'seen-over-due', key: 'persons_seen', values: { seen, due } });
  if (seen < due && values.unseen_reason === undefined)
    faults.push({ code: 'fewer-seen', key: 'unseen_reason', values: { seen, due } });
  const size = numberOf(values.household_size);
  const covered = numberOf(values.covered_size);
  if (size !== null && covered !== null && covered > size)
    faults.push({ code: 'sizes-crossed', key: 'covered_size', values: { covered, size } });
  const text = (key: string): string => values[key] ?? '';
  const survey = {
    household_size: size,
    covered_size: covered,
    income: numberOf(values.income),
    electricity: numberOf(values.electricity),
    water: numberOf(values.water),
    gas: numberOf(values.gas),
    housing: text('housing'),
    vehicles: text('vehicles'),
    measure: measureCodes.get(text('measure')) ?? null,
    opinion: opinionCodes.get(text('opinion')) ?? null,
    village_officer: text('village_officer'),
    reviewer: text('reviewer'),
    reviewed: values.reviewed ?? null,
    remark: text('remark'),
  };
  const visited = {
    what: 'visited',
    household_id: household.id,
    batch: batch !== '' ? batch : (world.state.households.get(household.id)?.surveyed ?? ''),
    visited: values.visited ?? null,
    persons_due: due,
    persons_seen: seen,
    unseen_reason: text('unseen_reason'),
    note: text('note'),
    investigators: namesOf(values.investigator1, values.investigator2),
    survey,
    origin,
  } as const;
  return { happenings: [visited], faults };
};
