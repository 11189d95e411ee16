import type { Text } from './language.js';

/** `verify` in the list of commands. */
export const verifyCommand = {
  verify: {
    summary: {
      zh: '核对台账有没有被改过、删过;写结果文件夹则核对它的输入和输出',
      en: 'whether the ledger, or the inputs and outputs of a run, were changed',
    },
    example: {
      zh: 'dibao verify\ndibao verify 疑点\ndibao verify -c 专项/dibao.yaml --format json',
      en: 'dibao verify\ndibao verify cases\ndibao verify -c campaign/dibao.yaml --format json',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

export const verifyHelp = {
  run: {
    zh: '结果文件夹:按 run.json 重新计算每个输入和输出;不写则核对台账和使用记录',
    en: 'folder of a run: its inputs and outputs are hashed again; alone: the ledger and the log of use',
  },
  format: { zh: 'table(默认)或 json', en: 'table (default) or json' },
} as const satisfies Record<string, Text>;
