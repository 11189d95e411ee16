/** One part of the summary: its heading, and its paragraphs; `under` numbers headings of the second level. */
export interface Part {
  readonly title: string;
  readonly paragraphs: readonly Sentence[];
}

export interface Sentence {
  /** Heading of the second level, without its number; '' for plain text. */
  readonly heading: string;
  readonly text: string;
}

export const plain = (text: string): Sentence => ({ heading: '', text });
export const under = (heading: string, text: string): Sentence => ({ heading, text });

/** Clauses that say something, joined; '' where none does. */
export function joined(clauses: readonly (string | null)[], between = ','): string {
  return clauses.filter((one) => one !== null && one !== '').join(between);
}

/** The clause, where the count is more than nothing. */
export const where = (count: number, clause: string): string | null => (count > 0 ? clause : null);

/** 2026年11月30日. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Yuan without a fraction that is nothing: 12345 or 12345.60. */
export function plainYuan(yuan: number): string {
  return Number.isInteger(yuan) ? String(yuan) : yuan.toFixed(2);
}

/** Quotation marks of a keyboard as those of print. */
export const curly = (text: string): string => text.replace(/"([^"]*)"/g, '“$1”');

/** So many names; 等 where there are more. */
export function names(list: readonly string[], most = 12): string {
  const shown = list.slice(0, most).join('、');
  return list.length > most ? `${shown}等` : shown;
}
