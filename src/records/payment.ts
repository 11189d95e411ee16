import { field } from './build.js';
import { accountName, bankAccount, householdId, idNumber, selfUnnamed } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const payment: RecordSet = {
  key: 'payment',
  title: { zh: '低保金发放', en: 'payments' },
  fields: [
    householdId(),
    field('month', 'month', '发放月份', { starred: true }),
    field('amount', 'money', '发放金额 实发金额', { starred: true }),
    // Of a file with many subsidies only the rows whose item names 低保 count.
    field('item', 'text', '项目名称 补贴项目'),
    field('period_from', 'date', '所属期起'),
    field('period_to', 'date', '所属期止'),
    bankAccount(),
    accountName(),
    idNumber('', {}),
  ],
  persons: [selfUnnamed],
  byHousehold: true,
  nameWords: ['低保金发放', '低保金', '低保发放', '发放明细', '发放清册', '一卡通', '惠民惠农'],
};
