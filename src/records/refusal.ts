import { field } from './build.js';
import { householdId, idNumber, selfUnnamed } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const refusal: RecordSet = {
  key: 'refusal',
  title: { zh: '拒绝核查', en: 'refusals of the means test' },
  fields: [
    householdId({}),
    idNumber('', {}),
    field('date', 'date', '日期', { starred: true }),
    field('reason', 'text', '原因'),
  ],
  oneOf: [['household_id', 'id_number']],
  persons: [selfUnnamed],
  byHousehold: true,
  nameWords: ['拒绝核查', '拒绝入户', '不配合'],
};
