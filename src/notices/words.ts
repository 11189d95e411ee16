import type { Outcome, Period, Round, Share } from './types.js';

/** What is printed on notices: Chinese in either language, the village reads it. */
export const roundTitles: Readonly<Record<Round, string>> = {
  '1': '初核公示',
  '2': '结果公示',
  quarterly: '季度公示',
  standing: '长期公示',
};

/** Round 1 proposes, round 2 says what was decided. */
export function outcomeWord(round: Round, outcome: Outcome): string {
  const word = { keep: '保留', adjust: '调整', exit: '退出' }[outcome];
  return round === '2' ? word : `拟${word}`;
}

/** Where the roster says no township or village. */
export const noTownship = '未写明乡镇';
export const noVillage = '未写明村居';

/** 2026年11月5日. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** How long it hangs, and when it comes down. */
export function periodText(round: Round, { from, to, days, down }: Period): string {
  const hangs = `${chineseDay(from)}至${chineseDay(to)}`;
  const until = `${chineseDay(down)}撤下`;
  if (round === 'standing') return `${hangs},内容有变动的随时更换,至迟${until}`;
  return round === 'quarterly' ? `${hangs},${until}` : `${hangs}(共${days}天),${until}`;
}

const digits = new Intl.NumberFormat('en-US', { minimumFractionDigits: 0, maximumFractionDigits: 2 });
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Yuan for the wall: 640, 1,208.50. */
export function yuanText(fen: number): string {
  return (fen % 100 === 0 ? digits : cents).format(fen / 100);
}

/** Money of a share in words: an amount that the roster lacks is no 0. */
export function amountText({ fen }: Share): string {
  return fen === null ? '未写明' : yuanText(fen);
}

export interface Sum {
  readonly households: number;
  readonly persons: number;
  readonly fen: number;
}

export function sumOf(shares: readonly Share[]): Sum {
  const persons = shares.reduce((sum, one) => sum + one.persons, 0);
  const fen = shares.reduce((sum, one) => sum + (one.fen ?? 0), 0);
  return { households: shares.length, persons, fen };
}
