import { field } from './build.js';
import { idNumber, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const student: RecordSet = {
  key: 'student',
  title: { zh: '在校学生', en: 'students' },
  fields: [
    idNumber(),
    personName(),
    field('school', 'text', '学校'),
    field('level', 'code', '学历层次 培养层次', {
      starred: true,
      codes: {
        compulsory: '小学 初中',
        high: '高中',
        vocational: '中专 中职 技校',
        college: '大专 高职 专科',
        university: '本科',
        graduate: '硕士 博士 研究生',
      },
    }),
    field('enrolled', 'date', '入学时间'),
    field('graduates', 'date', '预计毕业时间 毕业时间'),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['在校', '学生', '学籍'],
};
