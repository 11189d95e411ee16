import type { Text } from './language.js';

/** Sentences of the summary: why a check did not run, alarms, warnings. */
export const summaryTexts = {
  'no-register': { zh: '没有{registers}数据', en: 'no data of {registers}' },
  'no-register-any': {
    zh: '{registers}至少要有一种数据',
    en: 'data of at least one of {registers} is needed',
  },
  'no-standard': {
    zh: '没有核查日有效的{categories}保障标准',
    en: 'no {categories} standard in force on the as-of date',
  },
  otherwise: {
    zh: '{all}户中有{count}户不一致,超过异常上限:应是口径不同(按季发放、取整、档次等),没有逐户列出;请先核对口径,要看清单用 --check {check}',
    en: '{count} of {all} households differ: the two are reckoned otherwise (by quarter, rounding, tiers), and none is listed; --check {check} lists them',
  },
  apart: {
    zh: '线索有{count}人,没有逐人列出;要单独列出用 --check {check}',
    en: '{count} persons are not listed one by one; --check {check} lists them by themselves',
  },
  broken: { zh: '运行出错:{message}', en: 'the check broke: {message}' },
  urban: { zh: '城市', en: 'urban' },
  rural: { zh: '农村', en: 'rural' },
  'alarm-check': {
    zh: '{check} {title} 命中{households}户,占全部{all}户的{percent}%,超过上限:结果异常待查,先核对数据再下发',
    en: '{check} {title} hits {households} of {all} households ({percent} %): look at the data before sending anything out',
  },
  'alarm-register': {
    zh: '{file}({title})有{rows}行,却没有一人与名册匹配:号码可能已脱敏,或者拿错了县的数据',
    en: '{file} ({title}) has {rows} rows and matches nobody: masked numbers, or the wrong county',
  },
  uncheckable: {
    zh: '名册中有{count}人的身份证号被表格软件改坏或已脱敏,无法核查',
    en: '{count} members have a rounded or masked ID number and cannot be checked',
  },
  'heads-only': {
    zh: '有{count}户只列了户主一人而享受人数多于一人,其他成员无法核查',
    en: '{count} households list their head alone though more are covered: the others cannot be checked',
  },
  'unknown-category': {
    zh: '有{count}户低保类别不明,凡要比较保障标准的检查都无法判断',
    en: 'the category of {count} households is unknown: checks against the standard cannot decide',
  },
  'past-last': {
    zh: '参数“{title}”沿用{from}起的数值{value},其有效期之后的规定未知',
    en: 'parameter "{title}" keeps the value {value} of {from}; what holds after it is not known',
  },
  'no-area': {
    zh: '没有给出本县区划代码(area),户籍迁出无法区分县内县外,有迁往地代码的一律列为核实',
    en: 'no area code is given: moves within the county cannot be told from moves out of it',
  },
  collision: {
    zh: '户编号{households}在不同文件中是不同的家庭,已按文件分开;只按户编号给出的数据不与它们匹配',
    en: 'household numbers {households} are other families in other files: kept apart by file; data by household number alone are not matched to them',
  },
} as const satisfies Record<string, Text>;
