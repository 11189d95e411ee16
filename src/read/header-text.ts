import { compact, tidy, upper } from '../normalise/characters.js';

/**
 * Trailing brackets that hold a unit only: a header with one of them is still named exactly. Brackets that hold
 * anything else, as in 姓名(拼音), make a header that gives way to the plain one.
 */
const unitWords = /^(?:(?:金额)?单位:?)?[万千百亿元人民币户/·.每按年月季度平方米㎡m2个套辆岁口位%]+$/;
const trailingBracket = /[([【{]([^()[\]【】{}]*)[)\]】}]$/;
const trailingUnit = /[/:](?:人民币)?(?:万元|元)(?:\/.*)?$/;

/** Words for an ID number after the word for its bearer: 权利人证件号码 is 权利人身份证号. */
const idWords =
  /(?<=.)(?:公民身份证号码|公民身份号码|居民身份证号码|居民身份证号|身份证件号码|身份证件号|身份证号码|身份证号|证件号码|证件号|身份证)$/;

/** A header in the forms under which it is compared with the labels. */
interface HeaderKeys {
  /** NFKC, without spaces, line breaks and marks such as `*`. */
  readonly whole: string;
  /** The same without trailing brackets. */
  readonly bare: string;
  /** True where the brackets taken off held nothing but a unit. */
  readonly unitOnly: boolean;
}

/** A header as it is compared: NFKC, upper case, no white space or invisible characters, no `*` `:` or number around. */
export function headerKey(text: string): string {
  return upper(compact(text))
    .replace(/^[*★☆]+|[*★☆:]+$/g, '')
    .replace(/^\d{1,2}[.、](?=\D)/, '');
}

/** The whole key of a header, and the key without a trailing unit or note in brackets. */
export function headerKeys(text: string): HeaderKeys {
  const whole = headerKey(text);
  let bare = whole;
  let unitOnly = true;
  for (let match = trailingBracket.exec(bare); match !== null; match = trailingBracket.exec(bare)) {
    if (match.index === 0) break;
    if (!unitWords.test(match[1] ?? '')) unitOnly = false;
    bare = bare.slice(0, match.index);
  }
  return { whole, bare: bare.replace(trailingUnit, '').replace(/[*★☆:]+$/, ''), unitOnly };
}

/** A key whose word for the ID number is the dictionary's own: 女方证件号码 becomes 女方身份证号. */
export function withIdWord(key: string): string {
  return key.replace(idWords, '身份证号');
}

/** A header as messages and evidence show it: one line; spaces stay only in headers without Chinese. */
export function shownHeader(text: string): string {
  const line = tidy(text);
  return /\p{Script=Han}/u.test(line) ? line.replace(/ /g, '') : line;
}

/** True for what cannot be a header: numbers, dates, anything with a run of four digits, or a long text. */
export function looksLikeData(text: string): boolean {
  const key = headerKey(text);
  return key.length > 30 || /\d{4}/.test(key) || /^[-+¥]?[\d.,%]+(?:元|%)?$/.test(key);
}
