import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const spending: RecordSet = {
  key: 'spending',
  title: { zh: '高消费', en: 'high spending' },
  fields: [
    idNumber(),
    personName(),
    field('kind', 'text', '消费类型'),
    field('amount', 'money', '金额', { starred: true }),
    field('date', 'date', '日期', { starred: true }),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['高消费', '消费', '出境旅游'],
};
