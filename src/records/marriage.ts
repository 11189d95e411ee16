import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

/** A row names both sides: the person and the spouse, or 男方 and 女方. */
export const marriage: RecordSet = {
  key: 'marriage',
  title: { zh: '婚姻登记', en: 'marriages' },
  fields: [
    idNumber('男方身份证号'),
    personName('男方姓名'),
    field('spouse_id_number', 'id', '配偶身份证号 对方身份证号 女方身份证号', { starred: true }),
    field('spouse_name', 'name', '配偶姓名 对方姓名 女方姓名'),
    field('event', 'code', '登记类型 业务类型', {
      starred: true,
      codes: { marriage: '结婚', divorce: '离婚' },
    }),
    field('date', 'date', '登记日期 登记时间', { starred: true }),
  ],
  persons: [self, { side: 'other', id: 'spouse_id_number', name: 'spouse_name' }],
  byHousehold: false,
  nameWords: ['婚姻', '结婚', '离婚'],
};
