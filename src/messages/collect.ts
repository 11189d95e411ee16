import type { Text } from './language.js';

/** `collect`: what it says on the screen and in its reports. */
export const collectTexts = {
  file: {
    zh: '{file}: 已答 {answered} 行,未答 {unanswered} 行;错误 {errors} 处,提醒 {warnings} 处 → {result}',
    en: '{file}: {answered} rows answered, {unanswered} not yet; {errors} errors, {warnings} warnings → {result}',
  },
  refused: { zh: '未收(整个文件都没有记入台账)', en: 'refused (nothing of it is in the ledger)' },
  'refused-others': {
    zh: '未收(因为别的文件有错,--all-or-nothing)',
    en: 'refused (another file has errors, --all-or-nothing)',
  },
  nothing: {
    zh: '没有新的答复,台账不变',
    en: 'nothing new, the ledger stays as it is',
  },
  taken: { zh: '已收:{counts}', en: 'taken: {counts}' },
  'would-take': { zh: '可以收:{counts}', en: 'would be taken: {counts}' },
  new: { zh: '新收 {count}', en: '{count} new' },
  added: { zh: '补充 {count}', en: '{count} completed' },
  replaced: { zh: '更正 {count}', en: '{count} corrected' },
  known: { zh: '与已收的相同 {count}', en: '{count} known already' },
  superseded: { zh: '旧答复未采用 {count}', en: '{count} superseded, not taken' },
  separator: { zh: ',', en: ', ' },
  fault: { zh: '  {mark} {place}: {what}{value} → {right}', en: '  {mark} {place}: {what}{value} → {right}' },
  value: { zh: '(“{value}”)', en: ' ("{value}")' },
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'note' },
  more: { zh: '  … 另有 {count} 处,见 {file}', en: '  … {count} more in {file}' },
  whole: { zh: '整个文件', en: 'the file' },
  report: { zh: '  收回报告: {file}', en: '  report: {file}' },
  total: {
    zh: '共 {files} 个文件:收 {taken} 个,未收 {refused} 个;记入台账 {events} 条',
    en: '{files} files: {taken} taken, {refused} refused; {events} events in the ledger',
  },
  'dry-run': {
    zh: '这是试收(--dry-run),台账没有改动',
    en: 'this was a trial (--dry-run): the ledger is unchanged',
  },
  'fix-and-again': {
    zh: '下一步: 把收回报告退给填表的人,改好后再收',
    en: 'next: give the reports back to who filled the forms in, and collect them again',
  },
} as const satisfies Record<string, Text>;

/** Columns of 收回报告, and what stands in them. */
export const answerReportTexts = {
  fileName: { zh: '收回报告_{name}.csv', en: '收回报告_{name}.csv' },
  folder: { zh: '收回', en: '收回' },
  level: { zh: '程度', en: 'level' },
  sheet: { zh: '工作表', en: 'sheet' },
  row: { zh: '行', en: 'row' },
  column: { zh: '列', en: 'column' },
  value: { zh: '填的是', en: 'value' },
  what: { zh: '有什么问题', en: 'what is wrong' },
  right: { zh: '应当怎样', en: 'what would be right' },
  result: { zh: '结果', en: 'result' },
} as const satisfies Record<string, Text>;

/** 退回重核. */
export const secondLookTexts = {
  drawn: {
    zh: '{township}: 不属实 {dismissed} 户抽 {drawnDismissed} 户,无疑点 {unflagged} 户抽 {drawnUnflagged} 户 → {file}',
    en: '{township}: {drawnDismissed} of {dismissed} dismissed households, {drawnUnflagged} of {unflagged} unflagged → {file}',
  },
  out: {
    zh: '{township}: 上一次的重核表还没有收齐,这次不抽',
    en: '{township}: the last second look is still out; not drawn this time',
  },
  none: { zh: '没有可以抽的户', en: 'there are no households to draw from' },
  seed: {
    zh: '批次 {batch},种子 {seed},比例 {share},差错率上限 {limit};每户按 SHA-256(种子、乡镇、户编号) 排序取前若干户,用 --seed {seed} 可以重算',
    en: 'batch {batch}, seed {seed}, share {share}, error limit {limit}; households are sorted by SHA-256 of seed, township and number, and the first are taken: --seed {seed} gives the same draw',
  },
  result: {
    zh: '{township} 重核(批次 {batch}): 不属实抽 {drawn} 户,已答 {answered} 户,结论不同 {differ} 户,差错率 {rate}(上限 {limit});无疑点抽 {unflagged} 户,已答 {unflaggedAnswered} 户,发现问题 {found} 户',
    en: '{township}, second look (batch {batch}): {drawn} dismissed households, {answered} answered, {differ} with another verdict, rate {rate} (limit {limit}); {unflagged} unflagged, {unflaggedAnswered} answered, {found} with a problem',
  },
  returned: {
    zh: '  差错率超过上限:{township}不属实的疑点 {cases} 条全部退回,须重新核实',
    en: '  above the limit: all {cases} dismissed cases of {township} are returned to be verified anew',
  },
  'would-return': {
    zh: '  差错率超过上限:收下后,{township}不属实的疑点 {cases} 条将全部退回',
    en: '  above the limit: once taken, all {cases} dismissed cases of {township} would be returned',
  },
  next: {
    zh: '下一步: 派另外的人入户,填好后 dibao collect 重核表 -c …',
    en: 'next: send others to visit, then dibao collect the filled forms',
  },
} as const satisfies Record<string, Text>;

/** What the ledger and the form of a second look say, in Chinese always. */
export const secondLookWords = {
  drawn: '抽查重核,比例 {share}',
  returned: '重核差错率 {rate},超过上限 {limit}',
  cover: '填表说明',
  title: '{township} 重核表',
  notes: [
    '重核人员应当不是第一次的入户人员;表上不列第一次的结论。',
    '照疑点核实表的办法填写;疑点编号为“V-抽查”的户没有疑点,存在应退出、减员或调整情形的,核实结论填“属实”并写明核实情况说明,不存在的填“不属实”。',
    '抽取办法: 批次 {batch},种子 {seed},从不属实 {dismissed} 户中抽 {drawnDismissed} 户,从无疑点 {unflagged} 户中抽 {drawnUnflagged} 户。',
  ],
  date: '办理日期 {date}',
  purpose: '用途:{purpose}',
  authority: '依据:{authority}',
  signatures: '填表人:                审核人:                日期:',
} as const;
