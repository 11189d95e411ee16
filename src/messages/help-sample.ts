import type { Text } from './language.js';

/** `sample` in the list of commands. */
export const sampleCommand = {
  sample: {
    summary: {
      zh: '随机抽取入户核查的户(分层、可重抽),核查后估计差错率',
      en: 'draw households for home visits; afterwards estimate the error rate',
    },
    example: {
      zh: 'dibao sample --share 10% --seed 2026回头看\ndibao sample --level district --margin 5% --confidence 95%\ndibao dispatch --sample 抽查/2026-11-20/sample.ndjson\ndibao sample --estimate 抽查/2026-11-20/sample.ndjson 收回/入户抽查名单.xlsx',
      en: 'dibao sample --share 10% --seed autumn-2026\ndibao sample --level district --margin 5% --confidence 95%\ndibao dispatch --sample draws/sample.ndjson\ndibao sample --estimate draws/sample.ndjson back/list.xlsx',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

/** Its options. */
export const sampleHelp = {
  run: {
    zh: '按这次核查的结果区分有无疑点,默认为台账中最近一次',
    en: 'the run that tells who has a case; the last that the ledger knows by default',
  },
  seed: {
    zh: '种子;同一种子抽出同样的户,默认随机产生并印在名单上',
    en: 'the seed: the same gives the same draw; by default made at random, and printed',
  },
  share: {
    zh: '抽可抽户数的这一比例,如 10%(默认参数 sample_household_share)',
    en: 'this share of the households that can be drawn, such as 10%',
  },
  size: { zh: '抽这么多户', en: 'so many households' },
  margin: {
    zh: '按精度算户数:差错率的误差不超过 ±,如 3%',
    en: 'work the size out for this margin, such as 3%',
  },
  confidence: { zh: '置信水平,如 95%(默认参数 sample_confidence)', en: 'level of confidence, such as 95%' },
  expect: {
    zh: '预计差错率,如 10%;不写按 50%,户数最多',
    en: 'the expected error rate, such as 10%; 50% where it is not given, which asks for most',
  },
  level: {
    zh: '先抽村(社区)再抽户:district 从全部村抽 15%,street 每个乡镇(街道)抽 50%(参数)',
    en: 'communities first: district takes 15% of all, street 50% of each township (parameters)',
  },
  communities: {
    zh: '先抽村(社区):比例(如 15%)或个数(如 13)',
    en: 'communities first: a share (15%) or a number (13)',
  },
  minimum: { zh: '每层至少抽几户(默认参数 sample_minimum)', en: 'the least of each stratum' },
  focusAll: { zh: '重点核查对象全部抽中', en: 'draw all households to be looked at hardest' },
  estimate: {
    zh: '估计差错率:抽样时的 sample.ndjson,和填好的名单;只写前者则用台账中收回的核实结果',
    en: 'estimate the error rate: the sample.ndjson of the draw and the filled lists; alone: by the answers in the ledger',
  },
  output: {
    zh: '放入这个文件夹,默认为专项文件夹下的 抽查/办理日期',
    en: 'the folder; by default one named by the day, in the campaign folder',
  },
  ofDispatch: {
    zh: '抽样时写出的 sample.ndjson:抽中的户各发一张核查调查表',
    en: 'the sample.ndjson of a draw: a survey form for every household drawn',
  },
  focus: {
    zh: '重点核查对象(不论有没有疑点)各发一张核查调查表',
    en: 'a survey form for every household to be looked at hardest, with a case or not',
  },
  levelName: { zh: '级别', en: 'level' },
  communitiesName: { zh: '比例或个数', en: 'share or number' },
} as const satisfies Record<string, Text>;
