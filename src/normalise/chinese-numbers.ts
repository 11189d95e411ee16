/** Digits as dates are written out in Chinese; ○ and O are typed for 〇, the capitals stand in contracts. */
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['〇零○O0', '一壹1', '二贰2', '三叁3', '四肆4', '五伍5', '六陆6', '七柒7', '八捌8', '九玖9'].flatMap(
    (signs, digit) => [...signs].map((sign) => [sign, digit]),
  ),
);

/** For regular expressions: every sign that can stand in a written-out number. */
export const NUMERAL = '[0-9〇零○O一二三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰廿卅]';

/**
 * A number below 10,000 in digits (`113`), in Chinese place by place (`二〇二四`) or by tens and hundreds (`十二`, `廿五`,
 * `一百一十三`). null where it is none of them.
 */
export function readNumeral(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const signs = text
    .replaceAll('拾', '十')
    .replaceAll('佰', '百')
    .replaceAll('廿', '二十')
    .replaceAll('卅', '三十');
  if (!/[十百]/.test(signs)) return inPlaces(signs);
  const match = /^(?:(.)百零?)?(?:(.?)十)?(.?)$/u.exec(signs);
  if (match === null) return null;
  const hundreds = match[1] === undefined ? 0 : DIGITS[match[1]];
  const tens = match[2] === undefined ? 0 : match[2] === '' ? 1 : DIGITS[match[2]];
  const ones = match[3] === undefined || match[3] === '' ? 0 : DIGITS[match[3]];
  if (hundreds === undefined || tens === undefined || ones === undefined) return null;
  return hundreds * 100 + tens * 10 + ones;
}

function inPlaces(signs: string): number | null {
  if (signs.length === 0 || signs.length > 4) return null;
  let value = 0;
  for (const sign of signs) {
    const digit = DIGITS[sign];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}
