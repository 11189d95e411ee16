import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const prison: RecordSet = {
  key: 'prison',
  title: { zh: '服刑人员', en: 'prisoners' },
  fields: [
    idNumber(),
    personName(),
    field('kind', 'code', '类别', {
      codes: { prison: '监狱服刑 在押 服刑', community: '社区矫正 缓刑 假释' },
    }),
    field('start_date', 'date', '收监日期 服刑起始', { starred: true }),
    field('end_date', 'date', '刑满日期 释放日期'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['服刑', '在押', '监狱', '社区矫正'],
};
