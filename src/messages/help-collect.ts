import type { Text } from './language.js';

/** What `collect` does, with examples. */
export const collectCommandHelp = {
  collect: {
    summary: {
      zh: '收回填好的表格,逐条判断,记入台账;--send-back 抽户重核',
      en: 'take the filled forms back; --send-back draws a second look',
    },
    example: {
      zh: 'dibao collect 收到/*.xlsx -c dibao.yaml\ndibao collect 东溪镇.xls --dry-run\ndibao collect --send-back --township 东溪镇 --share 0.1',
      en: 'dibao collect received/*.xlsx -c dibao.yaml\ndibao collect east.xls --dry-run\ndibao collect --send-back --share 0.1',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

/** Its arguments and options. */
export const collectHelp = {
  files: { zh: '收到的文件、文件夹或 * 通配', en: 'files, folders or patterns with *' },
  replace: { zh: '与以前收回的答复不同时,以这次的为准', en: 'take answers that differ from those on record' },
  allOrNothing: { zh: '有一个文件有错,就都不收', en: 'take no file where one has an error' },
  dryRun: { zh: '只判断,不记入台账', en: 'judge only, write nothing into the ledger' },
  sendBack: {
    zh: '不收表,而是抽户重核,生成重核表',
    en: 'collect nothing, draw households for a second look',
  },
  township: { zh: '只抽这些乡镇,默认全部', en: 'only these townships; all by default' },
  share: { zh: '抽取比例,0 到 1,默认 0.1', en: 'share to draw, 0 to 1; 0.1 by default' },
  seed: { zh: '抽取的种子,默认随机,会显示出来', en: 'seed of the draw; random by default, and shown' },
  errorLimit: {
    zh: '重核差错率上限,超过的退回全部不属实的疑点',
    en: 'highest error rate of a second look; above it all dismissed cases return',
  },
} as const satisfies Record<string, Text>;
