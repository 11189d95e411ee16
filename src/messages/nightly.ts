import type { Text } from './language.js';

/** What is said of a doubtful input: of one file, and of all of its kind at once. */
export const inputTexts = {
  late: {
    zh: '数据截止日{date},距核查日超过{days}天',
    en: 'data of {date}, more than {days} days before the as-of date',
  },
  missing: { zh: '上次({since})有,这次没有', en: 'was there on {since}, is not there now' },
  unchanged: { zh: '与上次({since})完全相同', en: 'the same, byte for byte, as on {since}' },
  growing: { zh: '读的时候还在变化,可能没有写完', en: 'changed while it was read: it may not be whole' },
  smaller: {
    zh: '只有{rows}行,上次({since})有{before}行,不到{percent}%',
    en: '{rows} rows, of {before} on {since}: less than {percent} %',
  },
  of: { zh: '{file}:{text}', en: '{file}: {text}' },
  register: { zh: '{title}共', en: '{title} in all' },
  lateAll: {
    zh: '数据陈旧(截止日距核查日超过{days}天):{files}',
    en: 'stale data (more than {days} days before the as-of date): {files}',
  },
  missingAll: {
    zh: '上次({since})有、这次没有的文件:{files}',
    en: 'files of {since} that are not there now: {files}',
  },
  unchangedAll: {
    zh: '与上次({since})完全相同的文件:{files}',
    en: 'files that are the same as on {since}: {files}',
  },
  growingAll: {
    zh: '读的时候还在变化、可能没有写完的文件:{files}',
    en: 'files that changed while they were read: {files}',
  },
  smallerAll: { zh: '比上次({since})少得多:{files}', en: 'far smaller than on {since}: {files}' },
  untold: {
    zh: '新增疑点中有{count}条,上一次无从查出(那时缺数据或没有运行),更早的结果和台账里也没有:可能不是新出现的',
    en: '{count} of the new cases could not have been found by the run before (data was missing, or the check did not run), and no earlier run or ledger knows them: they may be old',
  },
  warning: { zh: '提醒: {text}', en: 'warning: {text}' },
  waiting: { zh: '有文件刚刚改动过,等它写完', en: 'some files have just changed: waiting for them' },
} as const satisfies Record<string, Text>;

/** What `check --keep` says. */
export const keepTexts = {
  deleted: {
    zh: '只留最新{count}次结果,已删去:{folders}',
    en: 'the newest {count} runs are kept; deleted: {folders}',
  },
  needed: { zh: '台账还要用到,没有删去:{folders}', en: 'kept, as the ledger needs them: {folders}' },
  failed: { zh: '删不了:{folders}', en: 'cannot be deleted: {folders}' },
  why: { zh: 'check --keep {count}:只留最新的结果', en: 'check --keep {count}' },
} as const satisfies Record<string, Text>;
