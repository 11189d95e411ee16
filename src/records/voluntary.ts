import { field } from './build.js';
import { householdId } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const voluntary: RecordSet = {
  key: 'voluntary',
  title: { zh: '主动申报退出', en: 'voluntary exits' },
  fields: [householdId(), field('date', 'date', '日期', { starred: true }), field('reason', 'text', '原因')],
  persons: [],
  byHousehold: true,
  nameWords: ['主动申报', '主动退出', '自愿退出', '退出申报'],
};
