import type { Form } from './types.js';
import { findings, given, signatures, whereabouts } from './verification.js';

/** What stands in the columns of the case for a household that none names. */
export const unflaggedWords = {
  /** Stands where the number of a case would: the drop-down of 认定理由 goes by what is before the hyphen. */
  caseId: 'V-抽查',
  title: '无疑点户抽查',
  reason: '比对没有发现疑点。入户核实后,存在应退出、减员或调整情形的,核实结论填“属实”;不存在的填“不属实”。',
} as const;

/**
 * 重核表: drawn households for a second look. One row a case, or a household without one. The first verdict is not on
 * it: the second visitors are to judge for themselves.
 */
export const secondLookForm: Form = {
  kind: 'second_look',
  sheet: '重核表',
  columns: [
    given('number', '重核序号', 8),
    given('household_id', '户编号', 16),
    given('case_id', '疑点编号', 26),
    ...whereabouts,
    given('covered_size_now', '保障人口', 8),
    given('amount_now', '月保障金', 10),
    given('person', '疑点人员', 10),
    given('title', '疑点事项', 18),
    given('reason', '疑点事实(含数据截止日期)', 42),
    given('lawful', '须排除情形', 30),
    ...findings,
    ...signatures,
  ],
};
