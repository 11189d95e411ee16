import { field } from './build.js';
import { idNumber, payMonth, personName, self } from './shared-fields.js';
import type { RecordSet } from './types.js';

export const payroll: RecordSet = {
  key: 'payroll',
  title: { zh: '财政供养与国企人员、村(居)干部', en: 'public payroll' },
  fields: [
    idNumber(),
    personName(),
    field('employer', 'text', '单位 工作单位 所在单位'),
    field('kind', 'code', '人员类别 编制类型', {
      starred: true,
      codes: {
        civil: '公务员 行政 机关 参公',
        institution: '事业 事业编制',
        soe: '国企 国有企业',
        village_cadre: '村干部 村(居)干部 三职干部 村支书 村主任 文书',
        welfare_post: '公益性岗位 公益岗',
        temp: '临聘 编外',
      },
    }),
    field('position', 'text', '职务 岗位'),
    field('monthly_pay', 'money', '月工资 应发工资 年工资 年收入'),
    payMonth(),
    field('start_date', 'date', '入职时间 任职时间'),
    field('end_date', 'date', '离职时间 免职时间'),
    field('status', 'code', '在职状态', {
      codes: { active: '在职 在编', retired: '退休 离退休', ended: '离职 辞职 免职' },
    }),
  ],
  persons: [self],
  byHousehold: false,
  nameWords: ['财政供养', '国企人员', '国有企业', '机关事业', '编制', '公职人员', '村干部', '村(居)干部'],
};
