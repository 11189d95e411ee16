import type { Frame } from '../forms/frame.js';

/** One sending to one township. */
export interface Letter {
  readonly frame: Frame;
  readonly batch: string;
  /** The township, '' where the roster names none. */
  readonly township: string;
  /** YYYY-MM-DD. */
  readonly deadline: string;
}

/** Who a letter goes to, as it is written. */
export function recipientOf({ township }: Pick<Letter, 'township'>): string {
  return township === '' ? '未写明乡镇' : township;
}

/** `2026年11月1日`. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** What stands above every table that goes out: it shows on the screen, where a watermark does not. */
export function purposeLineOf(letter: Letter): string {
  const { purpose, authority } = letter.frame;
  const parts = [
    ['用途', purpose],
    ['依据', authority],
    ['发往', recipientOf(letter)],
    ['批次', letter.batch],
    ['交回期限', dayText(letter.deadline)],
  ] as const;
  return parts.flatMap(([name, text]) => (text === '' ? [] : [`${name}:${text}`])).join('    ');
}
