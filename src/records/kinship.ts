import { field } from './build.js';
import { relationCodes } from './relation-codes.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

/** The relation says what the relative is to the person, not the other way round. */
export const kinship: RecordSet = {
  key: 'kinship',
  title: { zh: '亲属关系(赡养、抚养、扶养)', en: 'kinship' },
  fields: [
    idNumber(),
    personName(),
    field('relative_id_number', 'id', '亲属身份证号 赡养人身份证号', { starred: true }),
    field('relative_name', 'name', '亲属姓名 赡养人姓名'),
    field('relation', 'code', '与本人关系 关系', { starred: true, codes: relationCodes }),
    field('support_paid', 'money', '月赡养费 给付金额 年赡养费'),
  ],
  persons: [self, { side: 'other', id: 'relative_id_number', name: 'relative_name' }],
  byHousehold: false,
  nameWords: ['亲属关系', '赡养', '抚养', '扶养'],
};
