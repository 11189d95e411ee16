import type { Text } from './language.js';

/** `simulate` in the list of commands. */
export const simulateCommand = {
  simulate: {
    summary: {
      zh: '生成一个虚构的县,附标准答案:供培训、测试、测速',
      en: 'make an invented county with its answer: for training, tests, benchmarks',
    },
    example: {
      zh: 'dibao simulate 模拟县\ndibao simulate 大县 --households 60000 --register-rows 5000000 --dirt much --encoding gb18030',
      en: 'dibao simulate county\ndibao simulate large --households 60000 --register-rows 5000000 --dirt much --encoding gb18030',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

export const simulateHelp = {
  folder: { zh: '新的或空的文件夹,默认 模拟县', en: 'a new or empty folder; 模拟县 by default' },
  households: { zh: '名册户数,默认 1000', en: 'households of the roster, 1000 by default' },
  rows: {
    zh: '登记数据总行数,默认每户80行;各户自己的行(每户约8行)总是写全',
    en: 'rows of all registers, 80 a household by default; what the households have is written whole',
  },
  seed: {
    zh: '种子:同样的种子得到同样的字节,默认 1',
    en: 'the same seed gives the same bytes, 1 by default',
  },
  area: {
    zh: '县的行政区划代码,默认 339921(从未使用过的代码,号码一看就是虚构的)',
    en: 'area code of the county, 339921 by default: no place has it, so numbers are visibly invented',
  },
  dirt: {
    zh: '脏数据:none 没有、some 少量(默认)、much 很多',
    en: 'dirty data: none, some (default) or much',
  },
  encoding: { zh: 'utf-8(默认)或 gb18030', en: 'utf-8 (default) or gb18030' },
  format: { zh: 'csv(默认)或 xlsx(20万行以内)', en: 'csv (default) or xlsx (up to 200,000 rows)' },
} as const satisfies Record<string, Text>;

/** What a value ought to be. */
export const simulateValues = {
  whole: { zh: '{least} 到 {most} 的整数', en: 'a whole number from {least} to {most}' },
  area: { zh: '6位行政区划代码,如 339921', en: 'an area code of six digits, such as 339921' },
} as const satisfies Record<string, Text>;
