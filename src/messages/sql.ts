import type { Text } from './language.js';

/** What `sql` says beside its result. */
export const sqlTexts = {
  table: { zh: '表', en: 'table' },
  title: { zh: '中文名', en: 'title' },
  column: { zh: '列', en: 'column' },
  columnTitle: { zh: '列的中文名', en: "column's title" },
  type: { zh: '类型', en: 'type' },
  rows: { zh: '{count} 行', en: '{count} rows' },
  more: {
    zh: '只显示前 {shown} 行;全部结果请写 --format csv --output 文件',
    en: 'only the first {shown} rows are shown; for all write --format csv --output FILE',
  },
  masked: {
    zh: '身份证号已脱敏;--unmask 显示完整号码',
    en: 'ID numbers are masked; --unmask shows them',
  },
  few: {
    zh: '只装入了与名册有关的登记行;要查全部请加 --keep-all',
    en: 'only register rows that concern the roster are loaded; --keep-all loads all',
  },
  prompt: { zh: '请输入 SQL,以 Ctrl+D 结束:\n', en: 'SQL, then Ctrl+D:\n' },
} as const satisfies Record<string, Text>;
