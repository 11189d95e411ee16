import type { ErrorEntry } from '../errors.js';

const seeExample = {
  zh: '写法见 dibao init 生成的样例 dibao.yaml',
  en: 'see the sample dibao.yaml that dibao init writes',
} as const;

/** Errors of the campaign file and of the parameters that it sets. `{hint}` is empty or begins with a space. */
export const campaignErrors = {
  'campaign-missing': {
    exit: 2,
    what: { zh: '找不到专项文件', en: 'no such campaign file' },
    remedy: {
      zh: '用 -c 指明专项文件,或先用 dibao init 建一个;只查几个文件也可直接写 dibao check --roster 花名册.xlsx',
      en: 'name it with -c, or make one with dibao init; to check a few files: dibao check --roster roster.xlsx',
    },
  },
  'campaign-syntax': {
    exit: 2,
    what: { zh: '不是正确的 YAML:{why}', en: 'not valid YAML: {why}' },
    remedy: {
      zh: '请核对该行的缩进、引号和冒号(冒号后要有空格,缩进只用空格)',
      en: 'check the indent, the quotes and the colon of that line (a space after the colon, no tabs)',
    },
  },
  'campaign-renewal': {
    exit: 2,
    what: {
      zh: '续保期 {from} 至 {to}:结束日早于开始日',
      en: 'the period of renewal {from} to {to} ends before it begins',
    },
    remedy: { zh: '请改 renewal 的 from 或 to', en: 'change from or to of renewal' },
  },
  'review-months': {
    exit: 2,
    what: { zh: '参数 {name} 的“{value}”不是月份', en: 'parameter {name}: "{value}" is no month' },
    remedy: {
      zh: '请写 1 到 12 的月份,如 ["6", "12"]',
      en: 'write months from 1 to 12, such as ["6", "12"]',
    },
  },
  'campaign-unknown-key': {
    exit: 2,
    what: { zh: '不认识的项“{key}”{hint}', en: 'unknown key "{key}"{hint}' },
    remedy: { zh: '此处可用:{known}', en: 'known here: {known}' },
  },
  'campaign-unknown-register': {
    exit: 2,
    what: { zh: '没有“{key}”这种数据{hint}', en: 'there is no record set "{key}"{hint}' },
    remedy: { zh: '可用的种类用 dibao template 列出', en: 'dibao template lists the record sets' },
  },
  'campaign-unknown-parameter': {
    exit: 2,
    what: { zh: '没有参数“{key}”{hint}', en: 'there is no parameter "{key}"{hint}' },
    remedy: { zh: '可用的参数用 dibao rules --parameters 列出', en: 'dibao rules --parameters lists them' },
  },
  'campaign-unknown-field': {
    exit: 2,
    what: { zh: '“{register}”没有字段“{key}”{hint}', en: '"{register}" has no field "{key}"{hint}' },
    remedy: {
      zh: '可用的字段用 dibao template {register} --list 列出',
      en: 'dibao template {register} --list lists its fields',
    },
  },
  'campaign-missing-key': {
    exit: 2,
    what: { zh: '缺少“{key}”', en: '"{key}" is missing' },
    remedy: seeExample,
  },
  'campaign-value': {
    exit: 2,
    what: { zh: '“{key}”的值“{value}”不对{hint}', en: 'wrong value "{value}" for "{key}"{hint}' },
    remedy: { zh: '应为:{expected}', en: 'expected: {expected}' },
  },
  'campaign-date-twice': {
    exit: 2,
    what: { zh: '“{key}”在 {from} 起有两个值', en: 'two values for "{key}" from {from} on' },
    remedy: { zh: '同一天起只能有一个值,请删去一个', en: 'only one value may begin on a day: delete one' },
  },
  'campaign-no-roster': {
    exit: 2,
    what: { zh: '没有低保花名册', en: 'no roster is given' },
    remedy: {
      zh: '在 sources 下写 roster: [ data/低保花名册.xlsx ],或用 --roster 指明文件',
      en: 'write roster: [ data/roster.xlsx ] under sources, or name the file with --roster',
    },
  },
  'campaign-path-missing': {
    exit: 2,
    what: { zh: '“{key}”所指的 {value} 不存在', en: '"{key}" names {value}, which does not exist' },
    remedy: {
      zh: '路径从专项文件所在的文件夹算起,请核对',
      en: 'paths start from the folder of the campaign file',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
