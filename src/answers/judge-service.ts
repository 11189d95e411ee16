import type { Happening } from '../ledger/events.js';
import { numberOf, type Values } from './cells.js';
import { householdOf } from './judge-households.js';
import { futureDays, type Judge, type RowInput, type RowJudgement, refused } from './judged.js';
import type { RowFault } from './types.js';

/** What a row says was objected; null where it says nothing of an objection. */
function objectionOf(
  { values, origin }: RowInput,
  household_id: string,
): { happening: Happening | null; faults: RowFault[] } {
  const { objected_on: on, objection: text } = values;
  if (on === undefined && text === undefined) return { happening: null, faults: [] };
  if (on === undefined)
    return { happening: null, faults: [{ code: 'objection-day-missing', key: 'objected_on' }] };
  if (text === undefined)
    return { happening: null, faults: [{ code: 'objection-text-missing', key: 'objection' }] };
  const objector = values.objector === undefined ? {} : { objector: values.objector };
  return { happening: { what: 'objected', household_id, on, text, ...objector, origin }, faults: [] };
}

const serviceKeys = ['served_on', 'manner', 'served_by', 'received_by'] as const;

function servedFaults(values: Values): RowFault[] {
  const faults: RowFault[] = [];
  if (values.served_on === undefined) faults.push({ code: 'served-day-missing', key: 'served_on' });
  if (values.manner === undefined) faults.push({ code: 'manner-missing', key: 'manner' });
  if (values.served_by === undefined) faults.push({ code: 'server-missing', key: 'served_by' });
  if (values.manner === '直接送达' && values.received_by === undefined)
    faults.push({ code: 'receiver-missing', key: 'received_by' });
  return faults;
}

/** 告知书送达登记表: when the 告知书 was served, and what was objected to it. */
export const judgeService: Judge = (input): RowJudgement => {
  const { values, world, origin } = input;
  const household = householdOf(input);
  if ('code' in household) return refused(household);
  const { objected_on, served_on, manner = '', served_by = '', received_by } = values;
  const { happening, faults } = objectionOf(input, household.id);
  faults.push(...futureDays(values, ['served_on', 'objected_on'], world.date));
  const happenings: Happening[] = [];
  if (serviceKeys.some((key) => values[key] !== undefined)) {
    faults.push(...servedFaults(values));
    const receiver = received_by === undefined ? {} : { received_by };
    if (served_on !== undefined) {
      const by = { on: served_on, manner, by: served_by, ...receiver };
      happenings.push({ what: 'served', household_id: household.id, ...by, origin });
    }
  }
  const served = served_on ?? world.state.households.get(household.id)?.served?.on;
  if (served !== undefined && objected_on !== undefined && objected_on < served)
    faults.push({ code: 'objected-before-service', key: 'objected_on' });
  return { happenings: happening === null ? happenings : [...happenings, happening], faults };
};

/** 公示异议登记表: what was objected while a public notice hung. */
export const judgeObjection: Judge = (input): RowJudgement => {
  const household = householdOf(input);
  if ('code' in household) return refused(household);
  const { happening, faults } = objectionOf(input, household.id);
  faults.push(...futureDays(input.values, ['objected_on'], input.world.date));
  if (happening === null && faults.length === 0)
    faults.push({ code: 'objection-text-missing', key: 'objection' });
  return { happenings: happening === null ? [] : [happening], faults };
};

/** 追缴清单: what came back. */
export const judgeRecovery: Judge = (input): RowJudgement => {
  const { values, world, origin } = input;
  const household = householdOf(input);
  if ('code' in household) return refused(household);
  const amount = numberOf(values.recovered);
  const { recovered_on: on, receipt = '' } = values;
  const faults = futureDays(values, ['recovered_on'], world.date);
  if (amount === null || amount === 0) faults.push({ code: 'payment-missing', key: 'recovered' });
  if (on === undefined) faults.push({ code: 'payment-day-missing', key: 'recovered_on' });
  if (receipt === '') faults.push({ code: 'receipt-missing', key: 'receipt' });
  if (amount === null || on === undefined) return refused(...faults);
  const known = world.history.get(`recovered|${household.id}`) ?? [];
  const again = known.find((one) => one.what === 'recovered' && receipt !== '' && one.receipt === receipt);
  if (again?.what === 'recovered' && again.amount !== amount)
    faults.push({ code: 'receipt-twice', key: 'receipt', values: { receipt, amount: again.amount } });
  const state = world.state.households.get(household.id);
  const owed = state?.settled?.recover ?? 0;
  const rest = Math.round((owed - (state?.recovered ?? 0)) * 100) / 100;
  if (owed === 0) faults.push({ code: 'nothing-owed', key: 'recovered' });
  else if (again === undefined && amount > rest)
    faults.push({ code: 'over-owed', key: 'recovered', values: { amount, owed: rest } });
  return {
    happenings: [{ what: 'recovered', household_id: household.id, amount, on, receipt, origin }],
    faults,
  };
};
