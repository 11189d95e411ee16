import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const business: RecordSet = {
  key: 'business',
  title: { zh: '市场主体登记', en: 'businesses' },
  fields: [
    idNumber('法定代表人证件号 经营者身份证号'),
    personName(),
    field('role', 'code', '角色 职务', {
      codes: {
        legal_rep: '法定代表人',
        operator: '经营者',
        shareholder: '股东 投资人',
        officer: '监事 董事 经理',
      },
    }),
    field('company', 'text', '企业名称 市场主体名称 字号名称', { starred: true }),
    field('uscc', 'text', '统一社会信用代码'),
    field('type', 'text', '市场主体类型'),
    field('status', 'code', '经营状态 登记状态', {
      codes: { active: '存续 开业 在业', ended: '注销 吊销' },
    }),
    field('employees', 'int', '从业人数 雇工人数 参保人数 雇工数'),
    field('registered', 'date', '成立日期 注册日期'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['市场主体', '工商', '企业登记', '营业执照', '个体工商户'],
};
