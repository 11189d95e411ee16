import type { Form } from './types.js';
import { asked, choice, day, given, money, text } from './verification.js';

const household = [
  given('number', '序号', 6),
  given('household_id', '户编号', 16),
  given('township', '乡镇(街道)', 14),
  given('village', '村(社区)', 14),
  given('head', '户主姓名', 10),
] as const;

export const mannerWords = ['直接送达', '留置送达', '邮寄送达', '公告送达'] as const;

/** 告知书送达登记表: goes out with the 告知书, and says when each was served. */
export const serviceForm: Form = {
  kind: 'service',
  sheet: '告知书送达登记表',
  columns: [
    ...household,
    given('measure', '拟处理措施', 12),
    asked('served_on', '送达日期', 12, day),
    asked('manner', '送达方式', 12, choice(mannerWords)),
    asked('served_by', '送达人', 10, text),
    asked('received_by', '签收人', 10, text),
    asked('objected_on', '提出异议日期', 12, day),
    asked('objection', '异议内容', 30, text),
    asked('remark', '备注', 20, text),
  ],
};

/** 公示异议登记表: what was objected while a public notice hung; re-opens the household. */
export const objectionForm: Form = {
  kind: 'objection',
  sheet: '公示异议登记表',
  columns: [
    ...household,
    asked('objected_on', '提出日期', 12, day),
    asked('objector', '提出人', 10, text),
    asked('objection', '异议内容', 40, text),
    asked('received_by', '受理人', 10, text),
    asked('remark', '备注', 20, text),
  ],
};

/** 追缴清单: the base only, never a fine (FORMS.md). One row a household. */
export const recoveryForm: Form = {
  kind: 'recovery',
  sheet: '追缴清单',
  columns: [
    ...household,
    given('reason', '追缴事由', 30),
    given('from_month', '多领起始月', 11),
    given('to_month', '多领截止月', 11),
    given('months', '多领月数', 8),
    given('basis', '金额口径(实发/估算)', 10),
    given('owed', '应追缴金额(元)', 12),
    given('recovered_before', '已追缴金额(元)', 12),
    asked('recovered', '本次追缴金额(元)', 12, money),
    asked('recovered_on', '追缴日期', 12, day),
    asked('receipt', '缴款凭证号', 18, text),
    asked('remark', '备注', 20, text),
  ],
};
