import type { Text } from './language.js';

/** Options shared by the commands that carry a campaign through. */
export const workHelp = {
  campaign: {
    zh: '专项文件,默认为当前文件夹的 dibao.yaml',
    en: "the campaign file; the working folder's dibao.yaml by default",
  },
  date: { zh: '办理日期,默认今天', en: 'the day of the work; today by default' },
  by: {
    zh: '经办人姓名,记入台账;默认为本机用户名',
    en: 'who does it, for the ledger; the user of this machine by default',
  },
  passwordFile: {
    zh: '打开加密表格的密码所在文件(第一行)',
    en: 'file whose first line opens protected workbooks',
  },
} as const satisfies Record<string, Text>;
