import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const vehicle: RecordSet = {
  key: 'vehicle',
  title: { zh: '机动车登记', en: 'vehicles' },
  fields: [
    idNumber('所有人证件号 车主身份证号 身份证明号码'),
    personName('所有人 车主 机动车所有人'),
    field('plate', 'text', '号牌号码 车牌号 车牌 号牌号'),
    field('plate_kind', 'text', '号牌种类'),
    field('scrap_due', 'date', '强制报废期止'),
    field('inspection_due', 'date', '检验有效期止'),
    // Text or a GA 24.4 code; use_nature text or a GA 24.3 code: the rules read both.
    field('vehicle_type', 'text', '车辆类型', { starred: true }),
    field('use_nature', 'text', '使用性质'),
    // Letters as in the traffic police's own exports; of several in one string any of E M P is ended.
    field('status', 'code', '机动车状态 状态', {
      codes: {
        active:
          '正常 逾期未检验 转出 查封 抵押 锁定 扣留 停驶 被盗抢 违法未处理 事故未处理 海关监管 A B C D G H I J K L N O Q',
        ended: '注销 强制注销 报废 已过户 E M P',
      },
    }),
    field('first_registered', 'date', '初次登记日期 登记日期'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['机动车', '车辆', '车管', '汽车'],
};
