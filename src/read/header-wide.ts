import { headerKey } from './header-text.js';

/** A member column of a wide roster: the k-th member, and what of him; '' where the cell names the member only. */
interface MemberHeader {
  readonly member: number;
  readonly rest: string;
}

const word = '(?:共同生活)?(?:家庭)?(?:成员|保障人员|保障人|保障对象|享受人员|享受人|人口)';
const number = '(\\d{1,2}|二?十?[一二三四五六七八九]|二?十)';
const bracketed = new RegExp(`^${word}\\(?${number}\\)?[-_:.、/的]?(.*)$`);
const last = new RegExp(`^(.+?)\\(?${number}\\)?$`);
const digits = '一二三四五六七八九';
/** Rows of the loaded table are numbered for so many members (src/load/source-number.ts). */
const MOST = 31;

/** 1 to 29 from digits or Chinese numerals; 0 is no member. */
function toNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  const unit = digits.indexOf(text.at(-1) ?? '') + 1;
  if (ten < 0) return unit;
  return (ten === 0 ? 10 : 20) + unit;
}

/** Reads 成员1姓名, 家庭保障人2, 家庭成员三(与户主关系); null where the header numbers no member. */
export function memberHeader(text: string): MemberHeader | null {
  const match = bracketed.exec(headerKey(text));
  if (match === null) return null;
  const member = toNumber(match[1] ?? '');
  const rest = (match[2] ?? '').replace(/^\((.*)\)$/, '$1');
  return member === 0 || member > MOST ? null : { member, rest };
}

/** Reads 姓名1, 成员身份证号(2): the label first, the number last; null where no number ends the header. */
export function numberedHeader(text: string): MemberHeader | null {
  const match = last.exec(headerKey(text));
  if (match === null) return null;
  const member = toNumber(match[2] ?? '');
  return member === 0 || member > MOST ? null : { member, rest: match[1] ?? '' };
}
