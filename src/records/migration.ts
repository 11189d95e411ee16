import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const migration: RecordSet = {
  key: 'migration',
  title: { zh: '户籍迁出', en: 'moves out' },
  fields: [
    idNumber(),
    personName(),
    field('move_date', 'date', '迁出日期 迁移日期', { starred: true }),
    field('destination', 'text', '迁往地 迁入地'),
    field('destination_code', 'text', '迁往地区划代码'),
    field('reason', 'text', '迁移原因'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['户籍迁出', '迁出', '迁移'],
};
