import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const death: RecordSet = {
  key: 'death',
  title: { zh: '死亡登记', en: 'deaths' },
  fields: [
    idNumber(),
    personName(),
    field('death_date', 'date', '死亡日期 死亡时间 死亡年月 去世时间 火化日期 注销日期', { starred: true }),
    // Text, not a code: 迁出 参军 出国 重号 never count as death, and an unknown reason means verify.
    field('cancel_reason', 'text', '注销原因'),
    field('office', 'text', '登记机关 数据来源'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['死亡', '火化', '殡葬', '去世', '户籍注销'],
};
