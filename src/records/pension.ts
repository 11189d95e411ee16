import { field } from './build.js';
import { idNumber, payMonth, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const pension: RecordSet = {
  key: 'pension',
  title: { zh: '养老金发放', en: 'pensions' },
  fields: [
    idNumber(),
    personName(),
    // not_pension: allowances paid out with pensions that are none. A pension's own word in the text outweighs them:
    // 职工供养亲属抚恤金 is survivor.
    field('kind', 'code', '待遇类型 养老金类型 险种 险种类型', {
      codes: {
        employee: '城镇职工 企业职工',
        civil: '机关事业 退休金',
        resident: '城乡居民',
        survivor: '遗属 供养亲属 遗属补助 遗属抚恤 遗属优抚 遗属丧葬 遗属补发',
        not_pension: '抚恤 优抚 奖扶 高龄补贴 丧葬 补发',
      },
    }),
    field(
      'monthly_amount',
      'money',
      '月养老金 月待遇 月发放金额 发放金额 待遇金额 基本养老金 养老金合计 应发金额 实发金额 ' +
        '季度发放额 季度发放金额 年养老金 年发放金额',
      { starred: true },
    ),
    payMonth(),
    field('start_date', 'date', '起领时间 开始发放时间 领取时间'),
    field('end_date', 'date', '终止时间'),
    field('status', 'code', '发放状态', {
      codes: { active: '正常 在发', paused: '暂停', ended: '终止 死亡 停发' },
    }),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['养老金', '养老保险', '养老', '退休金', '退休', '遗属'],
};
