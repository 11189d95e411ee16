import type { Text } from './language.js';

/** Help of `status` and `report`. */
export const progressCommands = {
  status: {
    summary: {
      zh: '进度:按乡镇和核查项目看核实、处理、销号、追回到了哪一步',
      en: 'progress by township and check: verified, settled, closed, recovered',
    },
    example: {
      zh: 'dibao status -c dibao.yaml\ndibao status -c dibao.yaml --date 2026-11-30 -o 进度',
      en: 'dibao status -c dibao.yaml\ndibao status -c dibao.yaml --date 2026-11-30 -o progress',
    },
  },
  report: {
    summary: {
      zh: '总结:工作开展、发现的问题、处理、不足、下一步,附分乡镇和分类别的表',
      en: 'the summary of the campaign: work done, findings, measures, gaps, tables',
    },
    example: {
      zh: 'dibao report -c dibao.yaml\ndibao report -c dibao.yaml --period 2026年8月至11月 -o 总结',
      en: 'dibao report -c dibao.yaml\ndibao report -c dibao.yaml --date 2026-11-30 -o summary',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

export const progressOptions = {
  statusOutput: {
    zh: '另把 进度.xlsx 和 进度.html 写入这个文件夹',
    en: 'also write a workbook and a page of it into this folder',
  },
  reportOutput: {
    zh: '总结写入这个文件夹,默认 总结/办理日期',
    en: 'folder for the summary; one of that day in the campaign folder by default',
  },
  period: {
    zh: '专项治理的起止时间,照写入总结,如 2026年8月至11月',
    en: 'when the campaign took place, as the summary is to say it',
  },
  periodName: { zh: '时间', en: 'period' },
} as const satisfies Record<string, Text>;
