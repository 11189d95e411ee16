import type { Text } from './language.js';

/** What `due` says. */
export const dueTexts = {
  state: {
    overdue: { zh: '逾期', en: 'overdue' },
    later: { zh: '未到期', en: 'not due' },
    unknown: { zh: '不能判断', en: 'unknown' },
  },
  why: {
    class: { zh: '施保类别不明', en: 'class not known' },
    future: { zh: '最近复核时间晚于办理日期', en: 'last review after the day of the work' },
    never: { zh: '没有最近复核时间', en: 'no last review is known' },
  },
  renewal: {
    declared: { zh: '已申报', en: 'declared' },
    late: { zh: '逾期后申报', en: 'declared late' },
    open: { zh: '尚未申报', en: 'not yet declared' },
    missing: { zh: '逾期未申报', en: 'not declared' },
    unknown: { zh: '不能判断', en: 'unknown' },
  },
  heading: {
    zh: '{date} 复核情况:{households}户中逾期未复核{overdue}户,未到期{later}户,不能判断{unknown}户(没有类别或复核时间,不算逾期)',
    en: 'Reviews on {date}: of {households} households {overdue} overdue, {later} not due, {unknown} unknown (no class or no review known: not counted as overdue)',
  },
  rolling: {
    zh: '按最近一次复核推算:A类每{a}个月、B类每{b}个月、C类每{c}个月',
    en: 'from the last review: class A every {a} months, B every {b}, C every {c}',
  },
  calendar: {
    zh: '按固定月份:A类{a}月、B类{b}月、C类{c}月,月末前完成',
    en: 'in fixed months, by their end: class A {a}, B {b}, C {c}',
  },
  renewed: {
    zh: '续保期 {from} 至 {to}:已申报{declared}户,逾期后申报{late}户,逾期未申报{missing}户,尚未申报(期限未到){open}户,不能判断{unknown}户',
    en: 'Renewal {from} to {to}: {declared} declared, {late} late, {missing} not declared, {open} not yet (period open), {unknown} unknown',
  },
  notYet: { zh: '续保期 {from} 至 {to} 还没有开始', en: 'the renewal {from} to {to} has not begun' },
  noRenewal: {
    zh: '专项文件没有写续保期(renewal: { from: …, to: … }),不列续保未申报',
    en: 'the campaign file names no period of renewal (renewal: { from: …, to: … })',
  },
  noDeclarations: {
    zh: '没有家庭申报数据(declaration),续保申报情况不能判断',
    en: 'no declarations are given: who has declared is unknown',
  },
  more: { zh: '另有{count}个村(社区)没有逾期和未申报的户', en: '{count} more communities without any' },
  written: { zh: '已写出 {file}', en: 'written: {file}' },
  township: { zh: '乡镇(街道)', en: 'Township' },
  village: { zh: '村(社区)', en: 'Community' },
  households: { zh: '户数', en: 'Households' },
  overdue: { zh: '逾期', en: 'Overdue' },
  later: { zh: '未到期', en: 'Not due' },
  unknown: { zh: '不能判断', en: 'Unknown' },
  undeclared: { zh: '续保未申报', en: 'Undeclared' },
  total: { zh: '合计', en: 'Total' },
} as const satisfies Record<string, Text | Record<string, Text>>;
