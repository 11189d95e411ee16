import type { Text } from './language.js';

/** What `diff` says. */
export const diffTexts = {
  heading: {
    zh: '两次核查对比  {name}\n  旧 {older}(基准日 {olderDate},疑点{olderCases}条)\n  新 {newer}(基准日 {newerDate},疑点{newerCases}条)',
    en: 'Two runs compared  {name}\n  older {older} (as of {olderDate}, {olderCases} cases)\n  newer {newer} (as of {newerDate}, {newerCases} cases)',
  },
  kind: {
    new: { zh: '新增', en: 'new' },
    changed: { zh: '变化', en: 'changed' },
    recurring: { zh: '重复', en: 'recurring' },
    resolved: { zh: '消除', en: 'resolved' },
    exempted: { zh: '豁免', en: 'exempted' },
    unknown: { zh: '无从得知', en: 'unknown' },
  },
  sections: {
    total: { zh: '一、总数', en: '1. In all' },
    checks: { zh: '二、按核查项目', en: '2. By check' },
    townships: { zh: '三、按乡镇(街道)', en: '3. By township' },
  },
  list: { zh: '{kind} {count}条', en: '{kind}: {count}' },
  rest: {
    zh: '…另有{count}条,全部用 --format csv 或 ndjson 列出',
    en: '… {count} more; --format csv or ndjson lists them all',
  },
  columns: {
    kind: { zh: '情形', en: 'Kind' },
    cases: { zh: '疑点', en: 'Cases' },
    households: { zh: '户', en: 'Households' },
    check: { zh: '核查项目', en: 'Check' },
    township: { zh: '乡镇(街道)', en: 'Township' },
  },
  noTownship: { zh: '(未填乡镇)', en: '(no township)' },
  household: { zh: '{village} 户{household}', en: '{village} household {household}' },
  difference: { zh: '{what}:{before} → {after}', en: '{what}: {before} → {after}' },
  evidenceNew: { zh: '新依据 {register}:{after}', en: 'new evidence, {register}: {after}' },
  evidenceGone: { zh: '依据消失 {register}:{before}', en: 'evidence gone, {register}: {before}' },
  field: { zh: '{field} {value}', en: '{field} {value}' },
  none: { zh: '(空)', en: '(none)' },
  what: {
    grade: { zh: '等级', en: 'grade' },
    match: { zh: '匹配', en: 'match' },
    since: { zh: '发生日期', en: 'since' },
    monthly_amount: { zh: '月保障金', en: 'monthly amount' },
    overpaid: { zh: '涉嫌多领', en: 'overpaid' },
    reason: { zh: '事实', en: 'reason' },
    evidence: { zh: '依据', en: 'evidence' },
  },
  why: {
    not_run: { zh: '这一项这次没有运行', en: 'the check did not run this time' },
    undecidable: { zh: '这一项对该户无法判断', en: 'the check could not decide on the household' },
    register: { zh: '这次没有取得{what}数据', en: 'no data of {what} this time' },
    register_part: { zh: '{what}数据比上次少了文件', en: 'fewer files of {what} than last time' },
    township: { zh: '这次名册里没有{what}的户', en: 'no household of {what} on the roster this time' },
    category: { zh: '这次名册里没有{what}的户', en: 'no {what} household on the roster this time' },
  },
  /** Of a new case: why the older run could not have found it. */
  whyNew: {
    not_run: {
      zh: '旧的一次没有运行这一项,可能不是新出现的',
      en: 'the check did not run in the older run: it may be old',
    },
    undecidable: {
      zh: '旧的一次对该户无法判断,可能不是新出现的',
      en: 'the older run could not decide on the household: it may be old',
    },
    register: {
      zh: '旧的一次没有{what}数据,可能不是新出现的',
      en: 'no data of {what} in the older run: it may be old',
    },
    register_part: {
      zh: '旧的一次{what}数据文件较少,可能不是新出现的',
      en: 'fewer files of {what} in the older run: it may be old',
    },
    township: {
      zh: '旧的一次名册里没有{what}的户,可能不是新出现的',
      en: 'no household of {what} on the older roster: it may be old',
    },
    category: {
      zh: '旧的一次名册里没有{what}的户,可能不是新出现的',
      en: 'no {what} household on the older roster: it may be old',
    },
  },
  note: {
    campaign: {
      zh: '注意:不是同一个专项:旧“{older}”,新“{newer}”',
      en: 'note: two campaigns: older "{older}", newer "{newer}"',
    },
    area: {
      zh: '注意:不是同一个县:旧 {older},新 {newer}',
      en: 'note: two areas: older {older}, newer {newer}',
    },
    pack: {
      zh: '注意:规则包不同:旧 {older},新 {newer};只在一个包里的项目,疑点会整批新增或无从得知',
      en: 'note: other rule packs: older {older}, newer {newer}; checks of one of them alone come out new or unknown',
    },
    as_of: {
      zh: '注意:基准日不同:旧 {older},新 {newer};年龄、时效和标准按各自的日期算',
      en: 'note: other as-of dates: older {older}, newer {newer}; ages, periods and standards go by them',
    },
    reversed: {
      zh: '注意:先写的基准日({older})晚于后写的({newer}):次序是不是反了?应为 旧 新',
      en: 'note: the first run is of a later day ({older}) than the second ({newer}): the older one comes first',
    },
    parameters: {
      zh: '注意:参数不同:旧 {older};新 {newer}',
      en: 'note: other parameters: older {older}; newer {newer}',
    },
    registers_gone: {
      zh: '注意:新的一次缺少:{older};有关疑点的消失不算消除',
      en: 'note: missing in the newer run: {older}; cases that vanish with them are not resolved',
    },
    registers_new: {
      zh: '注意:旧的一次没有:{newer};有关疑点可能只是这次才查得到',
      en: 'note: not in the older run: {newer}; cases by them may be new only in that they could not be found',
    },
  },
} as const satisfies Record<string, Text | Record<string, Text>>;
