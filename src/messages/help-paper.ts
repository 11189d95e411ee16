import type { Text } from './language.js';

/** `paper` in the list of commands. */
export const paperCommand = {
  paper: {
    summary: {
      zh: '核查用的单据:审计取证单、数据交接单、数据退回函',
      en: 'papers: evidence, hand-over of data, return of bad data',
    },
    example: {
      zh: 'dibao paper 取证单 --rule R04\ndibao paper 取证单 --household 33992100123 -o 取证\ndibao paper 交接单\ndibao paper 退回函 --run 疑点',
      en: 'dibao paper evidence --rule R04\ndibao paper evidence --household 33992100123 -o evidence\ndibao paper handover\ndibao paper return --run cases',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

export const paperHelp = {
  kindName: { zh: '单据', en: 'paper' },
  kind: {
    zh: 'evidence 取证单、handover 交接单、return 退回函,写哪种文字都可以',
    en: 'evidence, handover or return',
  },
  household: { zh: '取证单:只要这些户,一户一单', en: 'evidence: of these households, a paper each' },
  case: { zh: '取证单:只要这些疑点', en: 'evidence: of these cases' },
  rule: {
    zh: '取证单:只要这些规则,如 R04 或 R04.car',
    en: 'evidence: of these rules, such as R04 or R04.car',
  },
  run: {
    zh: '用这个结果文件夹,不用台账里最近的一次',
    en: 'this run, instead of the last that the ledger knows',
  },
  output: {
    zh: '放入这个文件夹,默认为专项文件夹里的 单据',
    en: 'folder for the papers; one in the campaign folder by default',
  },
} as const satisfies Record<string, Text>;
