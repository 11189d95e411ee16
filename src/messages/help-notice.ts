import type { Text } from './language.js';

/** `notice` in the list of commands and above its own help. */
export const noticeHelp = {
  summary: {
    zh: '按村生成公示,可直接打印张贴;附公示异议登记表',
    en: 'public notices per village, ready to print, with a sheet for objections',
  },
  example: {
    zh: 'dibao notice --round 1 -c dibao.yaml\ndibao notice --round 2 --from 2026-12-01 --township 青溪镇\ndibao notice --round standing -o 长期公示 --per-village',
    en: 'dibao notice --round 1 -c dibao.yaml\ndibao notice --round 2 --from 2026-12-01 --township Riverside\ndibao notice --round standing -o standing --per-village',
  },
} as const satisfies { summary: Text; example: Text };

export const noticeOptionHelp = {
  round: {
    zh: '1 初核公示、2 结果公示、quarterly 季度公示、standing 长期公示',
    en: '1 after the visits, 2 of what was decided, quarterly, or standing',
  },
  from: { zh: '张贴日期,默认为办理日期', en: 'the first day; the day of the work by default' },
  to: {
    zh: '公示的最后一天,默认按公示期参数推算',
    en: 'the last day; by default as the parameter says',
  },
  township: { zh: '只做这些乡镇(街道)', en: 'only these townships' },
  village: { zh: '只做这些村(社区)', en: 'only these villages' },
  perVillage: { zh: '另外每村各存一个文件', en: 'also one file for each village' },
  output: {
    zh: '结果放入这个文件夹,默认 公示/<办理日期>_<公示名称>',
    en: 'folder for the results; by default in the campaign folder, named by date and round',
  },
} as const satisfies Record<string, Text>;
