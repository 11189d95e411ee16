import type { Text } from './language.js';

/** What is wrong with an answer, and what would be right. */
export interface AnswerFaultEntry {
  readonly what: Text;
  readonly right: Text;
}

export const fromList: Text = { zh: '从下拉列表里选', en: 'take it from the drop-down' };
export const dayForm: Text = { zh: '写成 2026-11-05 这样的日期', en: 'write a date such as 2026-11-05' };
const moneyForm: Text = {
  zh: '只填数字,单位元,最多两位小数',
  en: 'a number in yuan with at most two decimals',
};

/** Files, sheets and single cells. */
export const cellFaults = {
  'file-unreadable': {
    what: { zh: '{what}', en: '{what}' },
    right: { zh: '{remedy}', en: '{remedy}' },
  },
  'no-form': {
    what: {
      zh: '没有找到下发的表格(按列名找不到)',
      en: 'no form of ours in it (none by its column titles)',
    },
    right: {
      zh: '交回 dibao dispatch 下发的表;表头一行的列名不要改',
      en: 'hand in what dibao dispatch sent out, with the titles of its columns as they were',
    },
  },
  'other-campaign': {
    what: { zh: '是另一个专项“{campaign}”的表', en: 'a form of another campaign, {campaign}' },
    right: {
      zh: '核对是不是拿错了文件;专项改过名的不必理会',
      en: 'see whether it is the right file; nothing to do where the campaign was renamed',
    },
  },
  'column-missing': {
    what: { zh: '缺“{column}”一列,不知道答的是哪一条', en: 'the column {column} is missing' },
    right: { zh: '从下发的原表把这一列补回来', en: 'put it back from the form that went out' },
  },
  'column-twice': {
    what: { zh: '这一列有两列', en: 'this column is there twice' },
    right: { zh: '留下填了的一列', en: 'leave the one that is filled in' },
  },
  'row-unreadable': {
    what: { zh: '这一行读不出来', en: 'this row cannot be read' },
    right: { zh: '在表格软件里打开,另存后再交', en: 'open it in a spreadsheet and save it anew' },
  },
  'cell-unreadable': {
    what: { zh: '单元格是错误值或没有结果的公式', en: 'an error value, or a formula without a result' },
    right: { zh: '直接填写值,不用公式', en: 'write the value itself, no formula' },
  },
  'day-unreadable': { what: { zh: '看不出是哪一天', en: 'no date that can be read' }, right: dayForm },
  'day-missing': { what: { zh: '只有年月,没有日', en: 'a month without its day' }, right: dayForm },
  'month-unreadable': {
    what: { zh: '看不出是哪个月', en: 'no month that can be read' },
    right: { zh: '写成 2026-12 这样的年月', en: 'write a month such as 2026-12' },
  },
  'money-unreadable': { what: { zh: '看不出金额', en: 'no amount that can be read' }, right: moneyForm },
  'money-negative': { what: { zh: '金额不能是负数', en: 'an amount is never negative' }, right: moneyForm },
  'money-rounded': {
    what: { zh: '金额超过两位小数,按 {value} 元收', en: 'more than two decimals, taken as {value}' },
    right: moneyForm,
  },
  'count-unreadable': {
    what: { zh: '人数不是整数', en: 'not a whole number' },
    right: { zh: '填整数,如 3', en: 'write a whole number, such as 3' },
  },
  'choice-unknown': {
    what: { zh: '不是列表里的词', en: 'not a word of the list' },
    right: { zh: '只能是:{words}', en: 'one of: {words}' },
  },
} as const satisfies Record<string, AnswerFaultEntry>;

/** Which case or household. */
export const identityFaults = {
  'no-identity': {
    what: { zh: '有答复,但没有编号,不知道是哪一条', en: 'an answer without a number to know it by' },
    right: { zh: '从下发的原表补上编号', en: 'put the number in from the form that went out' },
  },
  'unknown-case': {
    what: { zh: '台账里没有这个疑点编号', en: 'the ledger knows no such case' },
    right: {
      zh: '照下发的原表改正编号;新发现的问题填在“补报”表',
      en: 'correct it from the form that went out; new problems belong on the sheet 补报',
    },
  },
  'unknown-household': {
    what: { zh: '名册里没有这一户', en: 'the roster has no such household' },
    right: { zh: '核对户编号,或填户主身份证号', en: "check the household number, or give the head's ID" },
  },
  'other-township': {
    what: {
      zh: '这一条属于{township},不在本表批次 {batch} 下发的范围里',
      en: 'of {township}, not of batch {batch} that this form is of',
    },
    right: { zh: '由{township}核实后填在它自己的表里', en: 'to be answered on the form of {township}' },
  },
  'not-drawn': {
    what: { zh: '这一条没有抽中重核', en: 'not drawn for a second look' },
    right: { zh: '填在疑点核实表里', en: 'answer it on the verification form' },
  },
  'in-second-look': {
    what: { zh: '这一条正在重核,不收原表的答复', en: 'out for a second look: answers come on its form' },
    right: { zh: '由重核人员填在重核表里', en: 'to be answered on the form of the second look' },
  },
} as const satisfies Record<string, AnswerFaultEntry>;
