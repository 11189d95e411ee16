import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const jobRefusal: RecordSet = {
  key: 'job_refusal',
  title: { zh: '拒绝就业服务', en: 'job offers refused' },
  fields: [
    idNumber(),
    personName(),
    field('date', 'date', '日期 推荐日期', { starred: true, title: '推荐日期' }),
    field('offer', 'text', '推荐岗位'),
    field('reason', 'text', '拒绝理由'),
    field('justified', 'bool', '是否正当 理由是否正当'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['拒绝就业', '就业服务', '推荐就业', '就业推荐'],
};
