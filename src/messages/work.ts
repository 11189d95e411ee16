import type { Text } from './language.js';

/** Notes of the commands that carry a campaign through. */
export const workTexts = {
  noPurpose: {
    zh: '提醒:专项文件里没有写明 purpose(用途)或 authority(依据文号),各种单据上这两项空着',
    en: 'note: the campaign file does not say purpose and authority; both stay empty on the papers',
  },
} as const satisfies Record<string, Text>;
