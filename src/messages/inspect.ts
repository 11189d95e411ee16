import type { Text } from './language.js';

/** `inspect`. */
export const inspectTexts = {
  file: { zh: '文件 {file}({format},{size})', en: 'file {file} ({format}, {size})' },
  encoding: { zh: '编码 {encoding},分隔符 {delimiter}', en: 'encoding {encoding}, delimiter {delimiter}' },
  sheet: { zh: '工作表“{sheet}”', en: 'sheet "{sheet}"' },
  hidden: { zh: '(隐藏)', en: ' (hidden)' },
  register: {
    zh: '像是 {title} {register}(得分 {score})',
    en: 'looks like {title} {register} (score {score})',
  },
  said: { zh: '按 {title} {register} 来看', en: 'taken for {title} {register}' },
  others: { zh: '其次 {others}', en: 'next: {others}' },
  none: { zh: '看不出是哪种数据', en: 'not known which record set this is' },
  missing: { zh: '缺少必有的列: {fields}', en: 'columns missing: {fields}' },
  header: { zh: '表头在第{row}行', en: 'the header is in row {row}' },
  mapped: { zh: '对上的列({count})', en: 'columns mapped ({count})' },
  unmapped: { zh: '没有对上的列({count},原样保留)', en: 'columns not mapped ({count}, kept as they are)' },
  rows: {
    zh: '{rows} 行: 可用 {loaded},退回 {rejected},跳过 {skipped}(标题、空行、合计、说明)',
    en: '{rows} rows: {loaded} usable, {rejected} rejected, {skipped} skipped (titles, blanks, totals, notes)',
  },
  notes: { zh: '说明', en: 'notes' },
  problems: { zh: '问题', en: 'problems' },
  problem: { zh: '{field}{title}: {count} 处{rejected}', en: '{field}{title}: {count}{rejected}' },
  rejected: { zh: ',整行退回', en: ', the row is rejected' },
  example: { zh: '第{row}行 {value}', en: 'row {row} {value}' },
  samples: { zh: '样例', en: 'samples' },
  cannotRead: { zh: '读不了: {why}', en: 'cannot be read: {why}' },
  tab: { zh: '制表符', en: 'tab' },
} as const satisfies Record<string, Text>;
