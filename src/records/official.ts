import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const official: RecordSet = {
  key: 'official',
  title: { zh: '经办人员与村(居)干部名单', en: 'officials and village cadres' },
  fields: [
    idNumber(),
    personName(),
    field('unit', 'text', '单位'),
    field('position', 'text', '职务 岗位'),
    field('start_date', 'date', '任职时间'),
    field('end_date', 'date', '离任时间'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['经办人员', '干部名单', '村居干部'],
};
