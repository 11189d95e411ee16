import type { Text } from './language.js';

/** `cat`: what a file was taken for, and what of it is not in the output. */
export const catTexts = {
  csv: {
    zh: '{file}: CSV,编码 {encoding},分隔符为{delimiter}{quotes},{columns},{header}',
    en: '{file}: CSV, encoding {encoding}, delimiter {delimiter}{quotes}, {columns}, {header}',
  },
  sheet: {
    zh: '{file} 工作表“{sheet}”{hidden}: {format},{columns},{header}',
    en: '{file} sheet "{sheet}"{hidden}: {format}, {columns}, {header}',
  },
  'sheet-empty': {
    zh: '{file} 工作表“{sheet}”{hidden}: 没有内容',
    en: '{file} sheet "{sheet}"{hidden}: empty',
  },
  'no-quotes': { zh: ',不用引号括起', en: ', no quoting' },
  comma: { zh: '逗号', en: 'comma' },
  tab: { zh: '制表符', en: 'tab' },
  semicolon: { zh: '分号', en: 'semicolon' },
  bar: { zh: '竖线', en: 'vertical bar' },
  columns: { zh: '{count} 列', en: '{count} columns' },
  'columns-vary': { zh: '列数不一', en: 'rows of different widths' },
  header: { zh: '表头在第{row}行', en: 'the header is in row {row}' },
  'header-two': { zh: '表头占两行(第{row}行起)', en: 'the header takes two rows, from row {row}' },
  'header-below': {
    zh: '{header},其上 {count} 行是标题、单位等',
    en: '{header}, below {count} rows of titles, units and the like',
  },
  'header-none': { zh: '没有看到表头', en: 'no header seen' },
  counts: {
    zh: '  共 {rows} 行: 给出 {given},退回 {rejected},空行 {blank}(不给出)',
    en: '  {rows} rows: {given} given, {rejected} rejected, {blank} blank (left out)',
  },
  ragged: {
    zh: '列数不是 {width} 列,照样给出(check 不采用)',
    en: 'not {width} columns wide; given all the same (check would not use them)',
  },
  problem: { zh: '  {title}: {count} 行{rejected}', en: '  {title}: {count}{rejected}' },
  'problem-cell': { zh: '  “{column}”{title}: {count} 处', en: '  "{column}" {title}: {count}' },
  rejected: { zh: ',整行退回', en: ', rejected' },
  rows: { zh: ' (第{rows}行)', en: ' (row {rows})' },
  'rows-first': { zh: ' (第{rows}行……)', en: ' (row {rows} …)' },
  separator: { zh: '、', en: ', ' },
  remedy: { zh: '    → {remedy}', en: '    → {remedy}' },
  column: { zh: '第{letters}列', en: 'column {letters}' },
  'other-sheets': {
    zh: '没有给出的工作表: {sheets}',
    en: 'sheets that are not given: {sheets}',
  },
  'all-sheets': {
    zh: '{count} 个工作表依次给出: {sheets};--sheet 只取其中一个,--rows 标明行的来处',
    en: '{count} sheets, given one after another: {sheets}; --sheet takes one of them, --rows says where rows are from',
  },
  hidden: { zh: '(隐藏)', en: ' (hidden)' },
  'csv-only': {
    zh: '{option} 只对 CSV 有用,这次不起作用',
    en: '{option} is for CSV alone and does nothing here',
  },
  'sheets-only': {
    zh: 'CSV 没有工作表,--sheet 这次不起作用',
    en: 'a CSV has no sheets: --sheet does nothing here',
  },
  masked: {
    zh: '屏幕上的身份证号已脱敏,--unmask 显示;存成文件或接到管道时是完整的',
    en: 'ID numbers are masked on the screen (--unmask shows them); in a file or a pipe they are whole',
  },
  'over-limit': {
    zh: '退回 {rejected} 行,超过 --max-rejects {limit}',
    en: '{rejected} rows rejected, more than --max-rejects {limit}',
  },
  progress: { zh: '正在读 {file}: {rows} 行', en: 'reading {file}: {rows} rows' },
} as const satisfies Record<string, Text>;
