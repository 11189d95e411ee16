import { field } from './build.js';
import { householdId, idNumber, selfUnnamed } from './shared-fields.js';
import type { RecordSet } from './types.js';

/** Complaints about a household's relief. Not in the data dictionary of the design: docs/decisions/0033. */
export const complaint: RecordSet = {
  key: 'complaint',
  title: { zh: '信访举报', en: 'complaints' },
  fields: [
    householdId({}),
    idNumber('被反映人身份证号', {}),
    field('date', 'date', '反映日期 举报日期 信访日期 来信日期 受理日期 日期', {
      starred: true,
      title: '反映日期',
    }),
    field('channel', 'text', '反映渠道 举报渠道 信访渠道 来源'),
    field('content', 'text', '反映内容 举报内容 信访内容 反映事项'),
    field('result', 'code', '办理结果 处理结果 查处结果', {
      codes: {
        founded: '属实 基本属实 部分属实',
        unfounded: '不属实 查否 失实',
        open: '办理中 未办结 在办 核查中',
      },
    }),
  ],
  oneOf: [['household_id', 'id_number']],
  persons: [selfUnnamed],
  byHousehold: true,
  nameWords: ['信访', '举报', '投诉', '来信来访'],
};
