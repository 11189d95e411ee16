import type { Text } from './language.js';

/** `diff` in the list of commands. */
export const diffCommand = {
  diff: {
    summary: {
      zh: '两次核查结果对比:新增、变化、重复、消除、豁免、无从得知的疑点',
      en: 'two runs compared: cases new, changed, recurring, resolved',
    },
    example: {
      zh: 'dibao diff 疑点-2026-11-01 疑点-2026-11-02\ndibao diff 昨天 今天 --format ndjson --only new changed',
      en: 'dibao diff cases-2026-11-01 cases-2026-11-02\ndibao diff yesterday today --format ndjson --only new changed',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

export const diffHelp = {
  olderName: { zh: '旧结果', en: 'older' },
  newerName: { zh: '新结果', en: 'newer' },
  older: { zh: '以前一次核查的结果文件夹', en: 'the folder of the earlier run' },
  newer: { zh: '后来一次核查的结果文件夹', en: 'the folder of the later run' },
  only: {
    zh: '只列出这些:new 新增、changed 变化、recurring 重复、resolved 消除、exempted 这次已豁免、unknown 无从得知;总数和退出码不变',
    en: 'list only these: new, changed, recurring, resolved, exempted, unknown; counts and exit code stay',
  },
  kind: { zh: '情形', en: 'kind' },
  notes: {
    zh: `说明:
  疑点按编号对应;等级、匹配、事实或依据变了的算变化,行号、文件名变了不算。
  旧的有、新的没有:这一项这次真正查过该户才算消除。没有运行、无法判断,或依据所在的数据、该户所在的名册
  这次没有取得,算无从得知。
  退出码: 0 没有新增疑点  1 有新增疑点(变化、消除、豁免、无从得知都不算)  2 用法有误  3 结果文件夹读不了`,
    en: `Notes:
  Cases are the same by their ids. One is changed when its grade, match, reason or evidence is; other row
  numbers or file names are no change.
  Only in the older run: resolved where the newer one really judged that household by that check. Where the
  check did not run or could not decide, or a register of the evidence or the household's roster was not
  there, it is unknown.
  Exit codes: 0 no new cases  1 new cases (none for changed, resolved, exempted or unknown)  2 wrong usage
  3 a run that cannot be read`,
  },
} as const satisfies Record<string, Text>;
