import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

/** The certificate number is the ID, the type and the level: 20 characters, which fill blanks in the others. */
export const disability: RecordSet = {
  key: 'disability',
  title: { zh: '残疾人', en: 'disabled persons' },
  fields: [
    idNumber(),
    personName(),
    field('cert_no', 'text', '残疾证号'),
    field('type', 'code', '残疾类别', {
      codes: {
        visual: '视力',
        hearing: '听力',
        speech: '言语',
        physical: '肢体',
        intellectual: '智力',
        mental: '精神',
        multiple: '多重',
      },
    }),
    field('level', 'code', '残疾等级', {
      starred: true,
      codes: { 1: '一级 1 1级', 2: '二级 2 2级', 3: '三级 3 3级', 4: '四级 4 4级' },
    }),
    field('expires', 'date', '有效期至'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['残疾', '残联'],
};
