import type { Text } from './language.js';

/** Columns of the tables of `status`: on the screen in the language set, on sheets and pages in Chinese. */
export const progressColumns = {
  township: { zh: '乡镇(街道)', en: 'township' },
  check: { zh: '编号', en: 'check' },
  title: { zh: '核查内容', en: 'title' },
  cases: { zh: '疑点', en: 'cases' },
  open: { zh: '待下发', en: 'open' },
  dispatched: { zh: '待核实', en: 'out' },
  overdue: { zh: '逾期', en: 'late' },
  verified: { zh: '已核实', en: 'verified' },
  confirmed: { zh: '属实', en: 'true' },
  partly: { zh: '部分属实', en: 'partly' },
  dismissed: { zh: '不属实', en: 'untrue' },
  pending: { zh: '待处理', en: 'pending' },
  settled: { zh: '已处理', en: 'settled' },
  closed: { zh: '已销号', en: 'closed' },
  closedRate: { zh: '销号率', en: 'closed %' },
  recovered: { zh: '追回到位', en: 'recovered' },
  again: { zh: '须再核', en: 'again' },
  precision: { zh: '准确率', en: 'precision' },
  judged: { zh: '属实/核实', en: 'true/verified' },
  due: { zh: '应查户', en: 'due' },
  visited: { zh: '已查户', en: 'visited' },
  visitedRate: { zh: '入户率', en: 'visited %' },
  householdsOverdue: { zh: '逾期户', en: 'late' },
  personsDue: { zh: '应见人', en: 'persons' },
  personsSeen: { zh: '已见人', en: 'seen' },
  seenRate: { zh: '见面率', en: 'seen %' },
  owed: { zh: '应追回(元)', en: 'owed (yuan)' },
  back: { zh: '已追回(元)', en: 'back (yuan)' },
  backRate: { zh: '追回率', en: 'back %' },
  changed: { zh: '证据变化', en: 'changed' },
  returned: { zh: '再次出现', en: 'returned' },
  sentBack: { zh: '退回重核', en: 'sent back' },
  objected: { zh: '有异议', en: 'objected' },
  gone: { zh: '已消失', en: 'gone' },
} as const satisfies Record<string, Text>;

/** Headings and notes of `status`. */
export const progressTexts = {
  head: {
    zh: '{name}  截至 {date}(上次核查基准日 {run})',
    en: '{name}, on {date} (data of the last run: {run})',
  },
  noRun: { zh: '尚未核查', en: 'none' },
  total: { zh: '合计', en: 'total' },
  noTownship: { zh: '(未填乡镇)', en: '(no township)' },
  byTownship: { zh: '分乡镇核实进度', en: 'Cases by township' },
  visits: { zh: '入户与追缴', en: 'Visits and recovery' },
  byCheck: { zh: '分项目核实进度', en: 'By check' },
  again: { zh: '须再核', en: 'To be looked at again' },
  pairs: { zh: '准确率明细', en: 'Precision' },
  precisionNote: {
    zh: '准确率 = (属实 + 部分属实) ÷ 已核实,不含补报;已核实不足{least}个的不算,写“—”。',
    en: 'precision = (true + partly) of verified, without what visitors reported; — below {least} verified.',
  },
  closedNote: {
    zh: '已销号 = 已处理的,加上核实为不属实的;逾期 = 过了下发时限还没有答复。',
    en: 'closed = settled, or verified as untrue; late = no answer after the deadline.',
  },
  otherRoster: {
    zh: '提醒:花名册现有{now}户,上次核查时是{before}户;名册换过的,请先重新运行 dibao check',
    en: 'note: the roster has {now} households, at the last run it had {before}; if it is another one, run dibao check first',
  },
  written: { zh: '已写出 {files}', en: 'written: {files}' },
} as const satisfies Record<string, Text>;
