import type { Text } from '../messages/language.js';
import { reportTexts } from '../messages/reports.js';

/** Papers are Chinese in either language: clerks and families read them. */
const chinese = (words: Readonly<Record<string, Text>>, code: string | null): string =>
  code === null ? '' : (words[code]?.zh ?? code);

/** A member's relation to the head. */
export const toHead = (code: string | null): string =>
  code === 'self' ? reportTexts.head.zh : chinese(reportTexts.relation, code);

export const categoryWord = (code: string | null): string => chinese(reportTexts.category, code);
export const classWord = (code: string): string => chinese(reportTexts.class, code);
export const yesNo = (value: boolean): string => (value ? '是' : '否');

/** 2026-11-20 → 2026年11月20日. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 2026-12 → 2026年12月; '' stays. */
export function chineseMonth(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return month === '' ? '' : `${year}年${number}月`;
}

/** Fen as yuan with two places: 120800 → 1208.00. */
export function yuanOf(fen: number): string {
  const whole = Math.abs(fen);
  const text = `${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
  return fen < 0 ? `-${text}` : text;
}

/** Yuan with two places; '' where unknown. */
export const money = (yuan: number | null): string => (yuan === null ? '' : yuanOf(Math.round(yuan * 100)));

/** Boxes to tick: □属实 □不属实. */
export const boxes = (words: readonly string[]): string => words.map((word) => `□${word}`).join('　');

/** Where a date is written by hand. */
export const dateBlank = '    年   月   日';

/** A blank for a name of an office that the campaign file does not give. */
export const named = (office: string): string => (office === '' ? '____________________' : office);
