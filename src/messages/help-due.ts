import type { Text } from './language.js';

/** `due` in the list of commands. */
export const dueCommand = {
  due: {
    summary: {
      zh: '定期复核:按施保类别列出逾期未复核的户、续保未申报的户',
      en: 'whose periodic review is overdue, and who has not declared again',
    },
    example: {
      zh: 'dibao due -c dibao.yaml\ndibao due --date 2026-12-31 -o 复核\ndibao due --format csv > 复核.csv',
      en: 'dibao due -c dibao.yaml\ndibao due --date 2026-12-31 -o reviews\ndibao due --format csv > reviews.csv',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

/** Its options. */
export const dueHelp = {
  output: {
    zh: '在这个文件夹写 定期复核清单.xlsx,默认不写',
    en: 'write the workbook into this folder; none by default',
  },
} as const satisfies Record<string, Text>;
