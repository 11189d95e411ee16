import { type AnswerFaultEntry, cellFaults, dayForm, identityFaults } from './answer-faults-cells.js';
import { findingFaults } from './answer-faults-findings.js';

/** Forms of households: 核查调查表, 送达, 异议, 追缴, 补报. */
const householdFaults = {
  'seen-missing': {
    what: { zh: '没有填已见人数', en: 'the number of persons seen is missing' },
    right: { zh: '填整数;一个人也没见到填 0', en: 'a whole number; 0 for nobody' },
  },
  'due-missing': {
    what: { zh: '没有应见人数', en: 'the number of persons to be seen is missing' },
    right: { zh: '填整数', en: 'a whole number' },
  },
  'seen-over-due': {
    what: { zh: '已见 {seen} 人,多于应见 {due} 人', en: '{seen} persons seen of {due}' },
    right: { zh: '核对两个人数', en: 'check both numbers' },
  },
  'fewer-seen': {
    what: {
      zh: '应见 {due} 人,已见 {seen} 人,没有写未见原因',
      en: '{seen} of {due} persons seen, and no reason is given',
    },
    right: { zh: '填写未见原因', en: 'say why' },
  },
  'served-day-missing': {
    what: { zh: '没有送达日期', en: 'the day it was served is missing' },
    right: dayForm,
  },
  'manner-missing': {
    what: { zh: '没有送达方式', en: 'the manner of service is missing' },
    right: { zh: '从下拉列表里选', en: 'take it from the drop-down' },
  },
  'server-missing': {
    what: { zh: '没有送达人', en: 'who served it is missing' },
    right: { zh: '填写送达人姓名', en: 'name who served it' },
  },
  'receiver-missing': {
    what: { zh: '直接送达,没有签收人', en: 'served in person, and nobody signed' },
    right: { zh: '填写签收人;没有签收的改送达方式', en: 'name who signed, or change the manner' },
  },
  'objection-day-missing': {
    what: { zh: '有异议,没有提出日期', en: 'an objection without its day' },
    right: dayForm,
  },
  'objection-text-missing': {
    what: { zh: '有异议,没有写内容', en: 'an objection without its text' },
    right: { zh: '写明异议内容', en: 'write what was objected' },
  },
  'objected-before-service': {
    what: { zh: '提出异议的日期早于送达日期', en: 'objected before it was served' },
    right: { zh: '核对两个日期', en: 'check both dates' },
  },
  'payment-missing': {
    what: { zh: '没有本次追缴金额', en: 'the amount that came back is missing' },
    right: { zh: '填写金额,大于 0', en: 'an amount above 0' },
  },
  'payment-day-missing': {
    what: { zh: '没有追缴日期', en: 'the day of the payment is missing' },
    right: dayForm,
  },
  'receipt-missing': {
    what: { zh: '没有缴款凭证号', en: 'no number of a receipt' },
    right: { zh: '填写凭证号', en: 'give the number' },
  },
  'receipt-twice': {
    what: {
      zh: '凭证 {receipt} 已经记过,是 {amount} 元',
      en: 'receipt {receipt} is on record with {amount} yuan',
    },
    right: { zh: '核对凭证号和金额', en: 'check number and amount' },
  },
  'over-owed': {
    what: {
      zh: '追缴 {amount} 元,多于还欠的 {owed} 元',
      en: '{amount} yuan came back, {owed} yuan were owed',
    },
    right: { zh: '核对金额;多收的应退还', en: 'check it; what is too much must be paid back' },
  },
  'nothing-owed': {
    what: { zh: '台账里这一户没有应追缴的金额', en: 'the ledger knows of nothing owed by it' },
    right: { zh: '先办结(dibao clean)再登记追缴', en: 'settle it first (dibao clean)' },
  },
  'title-missing': {
    what: { zh: '补报没有问题类别', en: 'a report without the kind of problem' },
    right: { zh: '填写问题类别', en: 'name the kind' },
  },
  'reason-missing': {
    what: { zh: '补报没有问题事实', en: 'a report without its facts' },
    right: { zh: '写明问题事实', en: 'write the facts' },
  },
  'no-member': {
    what: { zh: '涉及人员不是这一户名册上的人', en: 'the person is no member of the household' },
    right: { zh: '核对身份证号;是亲属的不必改', en: 'check the ID number; a relative may stand' },
  },
} as const satisfies Record<string, AnswerFaultEntry>;

/** An answer against others: in the same file, another file, the ledger. */
const conflictFaults = {
  'twice-different': {
    what: { zh: '与 {place} 的答复不一样:{columns}', en: 'another answer than in {place}: {columns}' },
    right: { zh: '一条只留一个答复', en: 'leave one answer' },
  },
  'ledger-different': {
    what: { zh: '与以前收回的答复不一样:{columns}', en: 'another answer than the one on record: {columns}' },
    right: {
      zh: '确要更正的,改好文件后加 --replace 再收',
      en: 'to correct the record, collect it with --replace',
    },
  },
  'answer-superseded': {
    what: {
      zh: '与以前收回、后来又被更正或退回的答复相同,没有采用',
      en: 'an answer that was corrected or sent back since: not taken',
    },
    right: { zh: '重新核实后再填', en: 'verify it anew' },
  },
} as const satisfies Record<string, AnswerFaultEntry>;

/** Everything that can be wrong with an answer, by its code. */
export const answerFaults = {
  ...cellFaults,
  ...identityFaults,
  ...findingFaults,
  ...householdFaults,
  ...conflictFaults,
} as const;

export type AnswerFault = keyof typeof answerFaults;
