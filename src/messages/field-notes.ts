import type { Text } from './language.js';

/** What may be written in a field, by its type; the template prints it under the header. */
export const fieldNotes = {
  id: {
    zh: '18位身份证号,单元格设为文本格式,不要打码',
    en: 'the 18-character ID number, in a cell formatted as text, not masked',
  },
  name: { zh: '与身份证一致的姓名', en: 'the name as on the ID card' },
  date: {
    zh: '日期,如 2024-03-05、2024/3/5、20240305、2024年3月5日;只有年月也可',
    en: 'a date, as 2024-03-05, 2024/3/5, 20240305 or 2024年3月5日; a month alone will do',
  },
  month: { zh: '年月,如 2024-03、202403、2024年3月', en: 'a month, as 2024-03, 202403 or 2024年3月' },
  money: { zh: '金额,单位元,最多两位小数', en: 'an amount in yuan, at most two decimals' },
  int: { zh: '整数', en: 'a whole number' },
  text: { zh: '文字', en: 'text' },
  bool: { zh: '是 或 否', en: '是 (yes) or 否 (no)' },
  code: { zh: '填下列之一:{options}', en: 'one of: {options}' },
} as const satisfies Record<string, Text>;
