import type { Answer, Form, FormColumn } from './types.js';
import { measureWords, opinionWords, verdictWords, yesNoWords } from './words.js';

export const given = (key: string, title: string, width: number): FormColumn => ({
  key,
  title,
  width,
  answer: null,
});
export const asked = (key: string, title: string, width: number, answer: Answer): FormColumn => ({
  key,
  title,
  width,
  answer,
});

export const text: Answer = { type: 'text' };
export const day: Answer = { type: 'day' };
export const money: Answer = { type: 'money' };
export const count: Answer = { type: 'count' };
export const choice = (of: readonly string[]): Answer => ({ type: 'choice', of });

/** What the visitors sign, at the end of each form that is filled in on a visit. */
export const signatures: readonly FormColumn[] = [
  asked('investigator1', '入户人员1', 10, text),
  asked('investigator2', '入户人员2', 10, text),
  asked('village_officer', '村(社区)负责人', 12, text),
  asked('reviewer', '乡镇审核人', 11, text),
  asked('reviewed', '审核日期', 12, day),
  asked('remark', '备注', 20, text),
];

/** What a visit finds out, in the order of FORMS.md. */
export const findings: readonly FormColumn[] = [
  asked('visited', '入户日期', 12, day),
  asked('seen', '是否见到本人', 9, choice(yesNoWords)),
  asked('unseen_reason', '未见原因', 14, text),
  asked('verdict', '核实结论(属实/不属实/部分属实)', 12, choice(Object.values(verdictWords))),
  asked('ground', '认定理由', 22, { type: 'ground' }),
  asked('note', '核实情况说明', 30, text),
  asked('household_size', '核实后家庭人口', 9, count),
  asked('covered_size', '核实后享受人口', 9, count),
  asked('income', '核实后家庭月收入', 11, money),
  asked('materials', '佐证材料名称及份数', 20, text),
  asked(
    'measure',
    '拟处理措施(停发/减员/调减/调增/保留/转低保边缘)',
    13,
    choice(Object.values(measureWords)),
  ),
  asked('from_month', '执行起始月', 11, { type: 'month' }),
  asked('new_amount', '调整后月保障金', 11, money),
  asked('recover', '应追回金额', 11, money),
  asked('opinion', '家庭意见(无异议/有异议/拒签)', 11, choice(Object.values(opinionWords))),
];

/** Where a family lives and how it is reached, on every form that goes out for a visit. */
export const whereabouts: readonly FormColumn[] = [
  given('village', '村(社区)', 14),
  given('village_group', '组', 8),
  given('head', '户主姓名', 10),
  given('head_id', '户主身份证号', 21),
  given('phone', '联系电话', 14),
  given('address', '家庭住址', 24),
];

/** 疑点核实表: FORMS.md. One row a case. */
export const verificationForm: Form = {
  kind: 'verification',
  sheet: '疑点核实表',
  columns: [
    given('number', '序号', 6),
    given('case_id', '疑点编号', 26),
    ...whereabouts,
    given('covered_size_now', '保障人口', 8),
    given('amount_now', '月保障金', 10),
    given('person', '疑点人员', 10),
    given('relation', '与户主关系', 9),
    given('title', '疑点事项', 18),
    given('reason', '疑点事实(含数据截止日期)', 42),
    given('lawful', '须排除情形', 30),
    given('materials_wanted', '应调取材料', 24),
    ...findings,
    ...signatures,
  ],
};

/** 补报: problems found on a visit that no case named. One row a problem. */
export const reportForm: Form = {
  kind: 'report',
  sheet: '补报',
  columns: [
    asked('number', '序号', 6, count),
    asked('household_id', '户编号', 16, text),
    asked('village', '村(社区)', 14, text),
    asked('head', '户主姓名', 10, text),
    asked('head_id', '户主身份证号', 21, text),
    asked('person', '涉及人员', 10, text),
    asked('person_id', '涉及人员身份证号', 21, text),
    asked('title', '问题类别', 18, { type: 'ground' }),
    asked('reason', '问题事实', 42, text),
    ...findings,
    ...signatures,
  ],
};

/** 核查调查表: every household, whether a case names it or not (家家登门、户户核实、人人见面). One row a household. */
export const surveyForm: Form = {
  kind: 'survey',
  sheet: '核查调查表',
  columns: [
    given('number', '序号', 6),
    given('household_id', '户编号', 16),
    ...whereabouts,
    given('members', '家庭成员(关系)', 30),
    given('household_size_now', '家庭人口', 8),
    given('covered_size_now', '保障人口', 8),
    given('amount_now', '月保障金', 10),
    given('cases', '疑点数', 7),
    asked('visited', '入户日期', 12, day),
    asked('persons_due', '应见人数', 8, count),
    asked('persons_seen', '已见人数', 8, count),
    asked('unseen_reason', '未见原因', 14, text),
    asked('household_size', '核实后家庭人口', 9, count),
    asked('covered_size', '核实后享受人口', 9, count),
    asked('income', '核实后家庭月收入', 11, money),
    asked('electricity', '近月电费', 9, money),
    asked('water', '近月水费', 9, money),
    asked('gas', '近月燃气费', 9, money),
    asked('housing', '住房情况', 14, text),
    asked('vehicles', '车辆情况', 14, text),
    asked('note', '核查情况说明', 30, text),
    asked(
      'measure',
      '拟处理措施(停发/减员/调减/调增/保留/转低保边缘)',
      13,
      choice(Object.values(measureWords)),
    ),
    asked('opinion', '家庭意见(无异议/有异议/拒签)', 11, choice(Object.values(opinionWords))),
    ...signatures,
  ],
};
