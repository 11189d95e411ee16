import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const otherRelief: RecordSet = {
  key: 'other_relief',
  title: { zh: '其他救助名册', en: 'other relief' },
  fields: [
    idNumber(),
    personName(),
    field('programme', 'text', '救助项目', { starred: true }),
    field('region', 'text', '地区'),
    field('start_date', 'date', '开始享受时间 起始时间'),
    field('end_date', 'date', '停止享受时间 终止时间'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['其他救助', '特困', '五保', '外县低保', '他县低保'],
};
