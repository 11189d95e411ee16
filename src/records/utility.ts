import { field } from './build.js';
import { householdId, idNumber, selfUnnamed } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const utility: RecordSet = {
  key: 'utility',
  title: { zh: '水电气缴费', en: 'water, electricity and gas' },
  fields: [
    householdId({}),
    idNumber('', {}),
    field('kind', 'text', '费用类型'),
    field('month', 'month', '月份 账期', { starred: true }),
    field('amount', 'money', '金额 费用', { starred: true }),
  ],
  oneOf: [['household_id', 'id_number']],
  persons: [selfUnnamed],
  byHousehold: true,
  nameWords: ['水电气', '水费', '电费', '燃气', '缴费'],
};
