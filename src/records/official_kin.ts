import { field } from './build.js';
import { relationCodes } from './relation-codes.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const officialKin: RecordSet = {
  key: 'official_kin',
  title: { zh: '近亲属备案', en: 'filed relatives of officials' },
  fields: [
    idNumber('享受人员身份证号'),
    personName(),
    field('official_name', 'name', '干部姓名 经办人员姓名'),
    field('official_id_number', 'id', '干部身份证号'),
    field('relation', 'code', '关系 与干部关系', { title: '与干部关系', codes: relationCodes }),
    field('filed_date', 'date', '备案日期'),
  ],
  persons: [self, { side: 'other', id: 'official_id_number', name: 'official_name' }],
  byHousehold: false,
  nameWords: ['近亲属备案', '近亲属', '备案'],
};
