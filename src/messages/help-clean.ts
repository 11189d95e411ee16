import type { Text } from './language.js';

/** `clean` in the list of commands. */
export const cleanCommand = {
  clean: {
    summary: {
      zh: '按核实结论清理名册:清理后花名册、各种名册和清单、审批表、告知书',
      en: 'settle what was verified: the cleaned roster, lists and papers',
    },
    example: {
      zh: 'dibao clean -c dibao.yaml\ndibao clean -c dibao.yaml --waive served --by-whom 王某某 --why 本人已书面申请退出 --household 33992100001',
      en: 'dibao clean -c dibao.yaml\ndibao clean -c dibao.yaml --waive served --by-whom Wang --why "asked in writing to leave" --household 33992100001',
    },
  },
} as const satisfies Record<string, { readonly summary: Text; readonly example: Text }>;

/** What the options of `clean` say. */
export const cleanHelp = {
  output: {
    zh: '结果文件夹,默认为专项文件夹里的 清理/<日期>',
    en: 'folder of the results; by default one of the day in the campaign folder',
  },
  waive: {
    zh: '免除要求:verdict 核实结论、investigators 两名入户人员、reason 认定理由、served 告知书送达、period 异议期满',
    en: 'waive requirements: verdict, investigators, reason, served, period',
  },
  byWhom: { zh: '由谁批准免除,记入台账', en: 'who grants the waiver, for the ledger' },
  why: { zh: '为什么免除,记入台账', en: 'why it is granted, for the ledger' },
  household: {
    zh: '只对这几户免除(户编号);免除核实结论必须写明',
    en: 'for these households alone (by number); needed to waive a verdict',
  },
  final: {
    zh: '最后一次清理:还有待办的,退出码为 4',
    en: 'the last clean-up: exit 4 where anything still waits',
  },
} as const satisfies Record<string, Text>;
