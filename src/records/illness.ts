import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const illness: RecordSet = {
  key: 'illness',
  title: { zh: '重病患者', en: 'seriously ill persons' },
  fields: [
    idNumber(),
    personName(),
    field('disease', 'text', '病种'),
    field('severity', 'code', '程度', {
      codes: { serious: '重大疾病 大病', chronic: '慢性病 慢病' },
    }),
    field('date', 'date', '日期'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['重病', '大病', '患者', '慢性病', '病种'],
};
