import { parseBool } from '../normalise/index.js';

/** What a roster that says the one for the covered says for the others. */
const opposites: Readonly<Record<string, string>> = {
  有: '无',
  '√': '×',
  '✓': '✗',
  '✔': '✘',
  '☑': '×',
  Y: 'N',
  y: 'n',
  YES: 'NO',
  Yes: 'No',
  yes: 'no',
  T: 'F',
  TRUE: 'FALSE',
  '1': '0',
  '1.0': '0.0',
  在: '不在',
  享受: '不享受',
  已享受: '未享受',
  正在享受: '未享受',
  在享: '不享',
  在保: '停保',
  保障: '不保障',
  保障对象: '非保障对象',
  保障中: '未保障',
};

/**
 * The word for who is not covered, as the column has it: the one it uses most, else the opposite of the one it uses
 * most for the covered, else 否.
 * @param words the words of the column and how often each stands there
 */
export function wordForUncovered(words: ReadonlyMap<string, number>): string {
  const byUse = [...words].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  const used = byUse.find((word) => parseBool(word).value === 'false');
  if (used !== undefined) return used;
  const opposite = opposites[byUse[0] ?? ''] ?? '否';
  return parseBool(opposite).value === 'false' ? opposite : '否';
}
