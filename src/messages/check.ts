import type { Text } from './language.js';

/** What the command check says beside its reports. */
export const checkTexts = {
  'default-output': { zh: '疑点-{date}', en: '疑点-{date}' },
  writing: { zh: '正在写出结果', en: 'writing the results' },
  reading: { zh: '正在读取 {file} {rate}', en: 'reading {file} {rate}' },
  judging: { zh: '正在核查', en: 'checking' },
} as const satisfies Record<string, Text>;
