import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const property: RecordSet = {
  key: 'property',
  title: { zh: '不动产登记', en: 'property' },
  fields: [
    idNumber('权利人证件号 权利人身份证号'),
    personName('权利人 产权人 所有权人'),
    field('unit_no', 'text', '不动产单元号'),
    field('cert_no', 'text', '不动产权证号 房产证号 产权证号 房屋所有权证号'),
    field('address', 'text', '坐落 房屋坐落'),
    field('use', 'text', '用途 规划用途 房屋用途 设计用途 房屋性质', { starred: true }),
    // Text: a value that names 抵押 预告 居住权 地役 is no ownership, whatever else it names.
    field('right_type', 'text', '权利类型'),
    field('area', 'text', '建筑面积 面积'),
    field('share', 'text', '共有情况 份额'),
    field('registered', 'date', '登记时间 登记日期'),
    field('status', 'code', '权属状态', {
      codes: { active: '现势 有效', ended: '历史 注销 已转移' },
    }),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['不动产', '房产', '房屋', '住房', '产权'],
};
