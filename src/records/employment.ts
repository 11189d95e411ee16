import { field } from './build.js';
import { idNumber, payMonth, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const employment: RecordSet = {
  key: 'employment',
  title: { zh: '务工与工资', en: 'employment and wages' },
  fields: [
    idNumber(),
    personName(),
    field('employer', 'text', '单位名称 扣缴义务人 参保单位'),
    // Never 累计收入, which adds up the months of the year.
    field('monthly_wage', 'money', '月工资 月收入 缴费基数 缴费工资 收入额 本期收入 年工资 年收入', {
      starred: true,
    }),
    payMonth(),
    // Flexible employment is no wage: its base is chosen, not earned.
    field('insured_as', 'code', '参保类型', {
      codes: { flexible: '灵活就业', employed: '单位职工 单位就业 企业职工 城镇职工 在职职工 单位参保 职工' },
    }),
    field('start_date', 'date', '开始时间 参保时间'),
    field('end_date', 'date', '结束时间 停保时间'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['务工', '工资', '社保缴费', '个税', '个人所得税', '参保缴费', '就业'],
};
