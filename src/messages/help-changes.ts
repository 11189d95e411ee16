import type { Text } from './language.js';

/** `changes` in the list of commands. */
export const changesCommand = {
  changes: {
    summary: {
      zh: '两期花名册对比:户和人的增减、变动,保障金调增调减,月报用的一段话和表',
      en: 'two rosters compared: who came and went, amounts up and down',
    },
    example: {
      zh: 'dibao changes 花名册10月.xlsx 花名册11月.xlsx\ndibao changes 10月/ 11月/ -c dibao.yaml --from 2026-10-31 --to 2026-11-30 -o 变动.xlsx',
      en: 'dibao changes roster-10.xlsx roster-11.xlsx\ndibao changes october/ november/ -c dibao.yaml --from 2026-10-31 --to 2026-11-30 -o changes.xlsx',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

export const changesHelp = {
  olderName: { zh: '旧花名册', en: 'older' },
  newerName: { zh: '新花名册', en: 'newer' },
  older: {
    zh: '上期的花名册:文件、文件夹、加引号的 * 通配,或专项文件(.yaml,用它写的花名册)',
    en: 'the roster of before: a file, a folder, a quoted pattern with *, or a campaign file (.yaml: its roster)',
  },
  newer: { zh: '本期的花名册,写法同上', en: 'the roster of now, in the same way' },
  campaign: {
    zh: '专项文件:取其中的县名和各日期的保障标准',
    en: "a campaign file, for the county's name and its standards by date",
  },
  from: {
    zh: '旧花名册的日期:停保时间和保障标准按它算,默认核查日或今天',
    en: "day of the older roster, for ended rows and standards; the campaign's as-of date or today by default",
  },
  to: { zh: '新花名册的日期,同上', en: 'day of the newer roster, in the same way' },
  category: {
    zh: '花名册没有低保类别一栏时:urban 城市,rural 农村',
    en: 'urban or rural, where the rosters have no column of it',
  },
  categoryName: { zh: '类别', en: 'category' },
  period: { zh: '月报里的时间,如 2026年11月,默认“本月”', en: 'the period, as the sentence is to say it' },
  periodName: { zh: '时间', en: 'period' },
  output: { zh: '另把全部变动写成这个 xlsx 文件', en: 'also write it all into this xlsx file' },
  notes: {
    zh: `说明:
  人按身份证号对应(15位先升为18位);号码有误的按号码原文和姓名。
  户按户编号对应;户编号改了而成员相同(或大半相同)的是同一户改号,不算停发和新增。
  人数是保障人口。控制总数对不上时按程序缺陷退出,不出结果。`,
    en: `Notes:
  Persons are the same by their ID number (15 digits are upgraded); damaged numbers go by their text and the
  name.
  Households are the same by their number; where that changed and the members are the same (or most of
  them are), it is one household renumbered, not one out and one in.
  Persons are covered persons. Control totals that do not add up end the command as a defect.`,
  },
} as const satisfies Record<string, Text>;
