import { field } from './build.js';
import { householdId } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const declaration: RecordSet = {
  key: 'declaration',
  title: { zh: '家庭申报', en: 'declarations' },
  fields: [
    householdId(),
    field('declared_vehicles', 'int', '申报车辆数'),
    field('declared_homes', 'int', '申报住房套数'),
    // The household's income per month; the layout converts a yearly column.
    field('declared_income', 'money', '申报家庭月收入 申报家庭年收入 申报家庭收入'),
    field('date', 'date', '日期'),
  ],
  persons: [],
  byHousehold: true,
  nameWords: ['家庭申报', '申报'],
};
