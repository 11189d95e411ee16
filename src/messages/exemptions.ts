import type { Text } from './language.js';

export const exemptionSheet: Text = { zh: '豁免', en: 'exemptions' };

/** The columns of an exemption file: the title, which is Chinese in either language, and a note for who fills it in. */
export const exemptionColumns = {
  household_id: {
    title: '户编号',
    note: { zh: '整户豁免时填,与花名册一致', en: 'of the household, as the roster has it' },
  },
  id_number: {
    title: '身份证号',
    note: {
      zh: '只豁免一个人时填;户编号、身份证号至少填一个',
      en: 'of one person; this or the household number',
    },
  },
  check: {
    title: '检查项',
    note: {
      zh: '检查编号(R04.car)、规则编号(R04)或疑点名称;几项用顿号隔开,全部豁免写“全部”',
      en: 'a check (R04.car), a rule (R04) or the title of a check; several with commas; 全部 for all',
    },
  },
  reason: { title: '理由', note: { zh: '为什么豁免', en: 'why' } },
  approver: { title: '批准人', note: { zh: '谁批准的', en: 'who approved it' } },
  approved: { title: '批准日期', note: { zh: '可以不填', en: 'may be left empty' } },
  until: {
    title: '有效期至',
    note: { zh: '最后一天有效的日期,过期疑点重新列出', en: 'the last day on which it holds' },
  },
  evidence: {
    title: '证据标识',
    note: {
      zh: '豁免所依据的证据:cases.csv 的 evidence_id,explain 也显示;几个用顿号隔开。不填的,以第一次用到时的证据为准',
      en: 'the evidence it is granted for: evidence_id of cases.csv; empty: what it is when first used',
    },
  },
} as const satisfies Record<string, { title: string; note: Text }>;

/** What is said of exemptions on cases, on the screen and in reports. */
export const exemptionTexts = {
  all: { zh: '全部', en: 'all' },
  exempted: {
    zh: '已豁免:{reason};{approver}批准,有效期至{until}',
    en: 'exempted: {reason}; by {approver}, until {until}',
  },
  expired: {
    zh: '豁免已于{until}过期({approver}批准)',
    en: 'exemption by {approver} expired on {until}',
  },
  changed: {
    zh: '证据与豁免时不同,不再豁免({approver}批准,有效期至{until})',
    en: 'the evidence is not that of the exemption (by {approver}, until {until})',
  },
  total: {
    zh: '豁免疑点 {cases}条{households}户,不计入上面的数;豁免共{rows}条:用到{used}、没用到{unused}、过期{expired}、证据有变{changed}',
    en: 'exempted: {cases} cases of {households} households, not counted above; of {rows} exemptions {used} used, {unused} unused, {expired} expired, {changed} with other evidence',
  },
  listed: { zh: '{what}的豁免:{rows}', en: 'exemptions {what}: {rows}' },
  row: { zh: '第{row}行({who})', en: 'row {row} ({who})' },
  used: { zh: '用到', en: 'used' },
  unused: { zh: '没用到', en: 'unused' },
  'is-expired': { zh: '过期', en: 'expired' },
  'is-changed': { zh: '证据有变', en: 'with other evidence' },
  more: { zh: '…等{count}行', en: '… {count} rows' },
  section: { zh: '【豁免】', en: '[Exemptions]' },
  title: { zh: '豁免', en: 'Exemptions' },
  state: { zh: '已豁免', en: 'exempted' },
  place: { zh: '{file}第{row}行 {who}', en: '{file} row {row} {who}' },
  content: {
    zh: '{checks}:{reason}',
    en: '{checks}: {reason}',
  },
  basis: { zh: '{approver}批准{approved},有效期至{until}', en: 'by {approver}{approved}, until {until}' },
  counts: { zh: '{status}:豁免{exempted}条', en: '{status}: {exempted} cases exempted' },
  countsChanged: {
    zh: '{status}:豁免{exempted}条,证据有变{changed}条',
    en: '{status}: {exempted} cases exempted, {changed} with other evidence',
  },
  forgetful: {
    zh: '{file}中有{count}条用到的豁免没有写证据标识,这次又没有台账或 --baseline 记得当时的证据:证据变了看不出来',
    en: '{count} exemptions of {file} that were used name no evidence, and neither a ledger nor --baseline remembers it: a change would not be seen',
  },
} as const satisfies Record<string, Text>;
