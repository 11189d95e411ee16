import type { Text } from './language.js';

/**
 * Words of cases; a case's own sentence is made by its rule, in Chinese, and these stand beside it in Chinese too: in
 * another language tonight's case would not be last night's.
 */
export const caseTexts = {
  'name-differs': { zh: '姓名不一致', en: 'name differs' },
  'number-near': { zh: '证号相近', en: 'number near' },
  'name-only': { zh: '仅姓名相同', en: 'name only' },
  'in-grace': { zh: '渐退期内', en: 'in its period of grace' },
  alarm: { zh: '异常待查', en: 'alarm' },
  'not-excluded': {
    zh: ';未取得{registers}数据,未能排除',
    en: '; without data of {registers}, not excluded',
  },
} as const satisfies Record<string, Text>;
