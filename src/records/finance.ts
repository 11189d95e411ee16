import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const finance: RecordSet = {
  key: 'finance',
  title: { zh: '金融资产', en: 'financial assets' },
  fields: [
    idNumber(),
    personName(),
    field('kind', 'text', '资产类型'),
    // Tells accounts apart; a masked one does that as well.
    field('account', 'text', '账号'),
    field('balance', 'money', '余额 金额', { starred: true }),
    field('date', 'date', '日期'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['金融资产', '存款', '银行', '余额', '证券'],
};
