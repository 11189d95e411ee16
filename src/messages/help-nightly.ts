import type { Text } from './language.js';

/** What `check` has for nightly runs. */
export const nightlyHelp = {
  exemptions: {
    zh: '豁免名单(CSV 或工作簿):经批准不再列为疑点的户或人',
    en: 'exemptions (CSV or workbook): households or persons that are no findings',
  },
  strict: {
    zh: '数据陈旧、缺少、与上次相同、没写完或比上次少得多的,不出结果(退出码3);否则只提醒',
    en: 'refuse (exit 3) stale, missing, unchanged, half-written or far smaller inputs; else they are only said',
  },
  keep: {
    zh: '完成后,旁边按日期命名的结果文件夹只留最新的这么多个,更早的删去',
    en: 'when done, keep the newest so many of the dated run folders beside this one, delete older',
  },
} as const satisfies Record<string, Text>;
