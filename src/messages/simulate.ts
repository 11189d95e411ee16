import type { Text } from './language.js';

/** What `simulate` says on the screen. */
export const simulateTexts = {
  writing: { zh: '正在生成:登记数据 {count} 行', en: 'writing: {count} register rows' },
  made: {
    zh: '已生成模拟县 {folder}:{households} 户、名册 {members} 行、登记数据 {rows} 行,共 {megabytes} MB({rate} 行/秒)\n全部人物和号码均为虚构。埋入疑点 {cases} 条(expected.csv),易误判而无疑点的户 {misses} 户(planted.json)\n下一步:{command}',
    en: 'made {folder}: {households} households, {members} rows of roster, {rows} register rows, {megabytes} MB ({rate} rows/s)\nAll people and numbers are invented. {cases} cases planted (expected.csv), {misses} innocent near misses (planted.json)\nNext: {command}',
  },
} as const satisfies Record<string, Text>;
