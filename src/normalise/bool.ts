import { compact, isBlank, upper } from './characters.js';
import { EMPTY, trouble } from './results.js';
import type { Parsed } from './types.js';

const TRUE: Parsed = Object.freeze({ value: 'true', problem: null });
const FALSE: Parsed = Object.freeze({ value: 'false', problem: null });

const YES =
  '是 有 √ ✓ ✔ ☑ Y YES T TRUE 1 1.0 在 享受 已享受 正在享受 在享 在保 在册 保障 保障对象 保障中 共同生活 正当 理由正当';
const NO =
  '否 无 × ✗ ✘ N NO F FALSE 0 0.0 不在 不是 没有 不享受 未享受 不享 停保 已停保 未保障 不保障 非保障对象 不是保障对象 不共同生活 未共同生活 非共同生活 不正当 理由不正当';

const answers = new Map<string, Parsed>([
  ...YES.split(' ').map((word) => [word, TRUE] as const),
  ...NO.split(' ').map((word) => [word, FALSE] as const),
]);

/**
 * `true` or `false`. Only whole words count, since 已停止享受 contains 享受; a remark in brackets must say the same as the
 * word before it: 是(享受). Else `bool-unreadable`.
 */
export function parseBool(text: string): Parsed {
  const direct = answers.get(text);
  if (direct !== undefined) return direct;
  const cleaned = upper(compact(text));
  if (isBlank(cleaned)) return EMPTY;
  const whole = answers.get(cleaned);
  if (whole !== undefined) return whole;
  const remarked = /^([^()]+)\(([^()]+)\)$/.exec(cleaned);
  const word = answers.get(remarked?.[1] ?? '');
  return word !== undefined && word === answers.get(remarked?.[2] ?? '') ? word : trouble('bool-unreadable');
}
