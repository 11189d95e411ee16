import type { Text } from './language.js';

/** `purge` in the list of commands. */
export const purgeCommand = {
  purge: {
    summary: {
      zh: '专项结束或保存期满,删去装入的数据和核查结果;台账和报告留下',
      en: 'at the end: delete what was loaded; ledger and reports stay',
    },
    example: {
      zh: 'dibao purge -c dibao.yaml   (只列出要删什么)\ndibao purge -c dibao.yaml --yes --why 专项结束',
      en: 'dibao purge -c dibao.yaml   (lists only)\ndibao purge -c dibao.yaml --yes --why "the campaign has ended"',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

export const purgeHelp = {
  run: { zh: '台账不知道的结果文件夹,也删;可多写', en: 'run folders that the ledger does not know; several' },
  yes: { zh: '确实删除;不写则只列出', en: 'really delete; without it, only list' },
  why: {
    zh: '事由,记入台账和销毁记录;保存期未满时必须写',
    en: 'why, for the ledger; needed before retain_until',
  },
  text: { zh: '文字', en: 'text' },
} as const satisfies Record<string, Text>;
