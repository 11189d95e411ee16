import type { Text } from './language.js';

/** What `paper` prints. */
export const paperTexts = {
  written: { zh: '已生成:{file}', en: 'written: {file}' },
  nothing: { zh: '没有要退回的数据。', en: 'No data is to go back.' },
} as const satisfies Record<string, Text>;
