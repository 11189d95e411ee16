import type { Text } from './language.js';

/** What a value of the campaign file should look like; the key is the message of its zod schema. */
export const expectations = {
  date: { zh: '日期,写成 2026-11-01 的样子', en: 'a date such as 2026-11-01' },
  month: { zh: '年月,写成 1965-01 的样子', en: 'a month such as 1965-01' },
  amount: {
    zh: '大于零的金额,只写数字,最多两位小数,如 1208 或 1208.50',
    en: 'an amount above zero, digits only, at most two decimals, such as 1208 or 1208.50',
  },
  number: { zh: '数字', en: 'a number' },
  words: { zh: '一组词,写成 [ 词1, 词2 ]', en: 'a list of words, as [ one, two ]' },
  text: { zh: '文字', en: 'a text' },
  flag: { zh: 'true 或 false', en: 'true or false' },
  'area-code': {
    zh: '行政区划代码,2 至 12 位数字,如 "330482"',
    en: 'an area code of 2 to 12 digits, such as "330482"',
  },
  size: { zh: '家庭人口数 1、2、3……', en: 'a household size: 1, 2, 3 …' },
  mapping: { zh: '若干行“项: 值”', en: 'lines of the form key: value' },
  list: { zh: '列表,写成 [ 甲, 乙 ]', en: 'a list, as [ a, b ]' },
  'dated-list': {
    zh: '带日期的列表,如 [ { from: 2025-07-01, monthly: 1208 } ]',
    en: 'a dated list, as [ { from: 2025-07-01, monthly: 1208 } ]',
  },
  'one-amount': {
    zh: '每项恰好写 monthly(每月)、yearly(每年)、by_size(按人口)三者之一',
    en: 'exactly one of monthly, yearly and by_size in each entry',
  },
  'one-value': {
    zh: '每项恰好写 value、monthly、yearly、words 四者之一',
    en: 'exactly one of value, monthly, yearly and words in each entry',
  },
  parameter: {
    zh: '一个值,或带日期的列表,如 [ { from: 2025-01-01, value: 3 } ]',
    en: 'a value, or a dated list, as [ { from: 2025-01-01, value: 3 } ]',
  },
  tiers: {
    zh: '档次表,如 [ { from: 2025-07-01, steps: [ { name: 一档, below: 400, monthly: 900 }, { name: 二档, monthly: 500 } ] } ]',
    en: 'a table of tiers, as [ { from: 2025-07-01, steps: [ { name: one, below: 400, monthly: 900 }, { name: two, monthly: 500 } ] } ]',
  },
  'tiers-rise': {
    zh: '档次从收入低的写起,below 逐档升高,只有最后一档可以不写 below',
    en: 'tiers from the lowest incomes up: each below higher than the one before; only the last without',
  },
  deadlines: {
    zh: '按单位、岗位的申报期限,如 { default: 2026-08-31, 教师: 2026-09-15 }',
    en: 'last days by kind of post, as { default: 2026-08-31, 教师: 2026-09-15 }',
  },
  source: {
    zh: '文件、文件夹或通配路径,或 { file: …, data_date: … }',
    en: 'a file, a folder or a pattern, or { file: …, data_date: … }',
  },
  delimiter: { zh: '分隔符:, ; | 或 tab', en: 'a delimiter: , ; | or tab' },
  encoding: {
    zh: '编码:utf-8、gb18030、utf-16le 或 utf-16be',
    en: 'an encoding: utf-8, gb18030, utf-16le or utf-16be',
  },
  'taken-from': {
    zh: '取自哪里:folder(文件夹名)、file(文件名)、sheet(工作表名)或 title(标题行)',
    en: 'where it is taken from: folder, file, sheet or title',
  },
} as const satisfies Record<string, Text>;

export type Expectation = keyof typeof expectations;

export const standardTexts = {
  oneOf: { zh: '以下之一:{values}', en: 'one of: {values}' },
  didYouMean: { zh: ',是不是“{nearest}”?', en: '; did you mean "{nearest}"?' },
  campaignDocument: { zh: '专项文件', en: 'campaign file' },
  defaultName: { zh: '低保核查', en: '低保 check' },
  defaultFooter: { zh: '内部资料 注意保存', en: '内部资料 注意保存' },
} as const satisfies Record<string, Text>;
