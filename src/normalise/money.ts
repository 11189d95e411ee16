import { isBlank, tidy } from './characters.js';
import { EMPTY, found, trouble } from './results.js';
import type { Parsed } from './types.js';

/** A decimal number: `units` × 10^-places. */
interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

/** Whole digits that an amount may have; what is longer is an account number in the wrong column. */
const MOST_DIGITS = 15;
const TEN_POWERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

const CURRENCY = /^(?:人民币|RMB|CNY|¥) ?:? ?/i;
// 元/人/月 and 元/年 are no amounts per month: they are left standing, and the text is unreadable.
const SUFFIX =
  / ?([百千万亿])? ?(?:元整|元|圆|块钱|块)?(?: ?(?:\/ ?月|每月|\/ ?户 ?\/ ?月|\/ ?月 ?\/ ?户))?$/;
const PLAIN_NUMBER = /^(\d*)(?:\.(\d*))?$/;
const GROUPED = /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d*))?$/;
const SCIENTIFIC = /^(\d+)(?:\.(\d+))?E([+-]?\d{1,2})$/i;

/**
 * An amount in decimal yuan with exactly two places. 万 and its like are worked out; more than two decimals are rounded
 * half up (`money-rounded`, with the value); a negative amount is `money-negative`, anything else `money-unreadable`.
 */
export function parseMoney(text: string): Parsed {
  return plainAmount(text) ?? readAmount(text);
}

/** What the header and the file say of every amount of a column. */
export interface MoneyStyle {
  /** Numbers without a unit of their own are 万元. */
  readonly isWan: boolean;
  /** The comma may be the decimal sign (files delimited by semicolons): 1.200,50. */
  readonly isDecimalComma: boolean;
}

/** A point and three digits, where the point may group: 1.200 is 1200 or 1.2, and nobody can tell. */
const POINT_GROUPS = /^\d{1,3}(?:\.\d{3})+$/;
const DECIMAL_COMMA = /(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,2})(?![\d.,])/;

/**
 * Amounts of a column in decimal yuan, as parseMoney() gives them. In a column of 万元 a cell's own 万 holds once
 * (0.05万元 is 500.00), and one that says 元 contradicts its header: `money-unreadable`.
 */
export function moneyNormaliser(style: MoneyStyle): (text: string) => Parsed {
  return (text) => {
    const told = style.isDecimalComma ? tidy(text) : text;
    if (style.isDecimalComma && POINT_GROUPS.test(told)) return trouble('money-unreadable');
    const pointed = style.isDecimalComma
      ? told.replace(
          DECIMAL_COMMA,
          (_all, whole: string, cents: string) => `${whole.replaceAll('.', '')}.${cents}`,
        )
      : text;
    return style.isWan ? readAmount(pointed, true) : parseMoney(pointed);
  };
}

/** 1200, 1200.5 and 1200.50 without any pattern. */
export function plainAmount(text: string): Parsed | null {
  const length = text.length;
  let dot = -1;
  for (let i = 0; i < length; i += 1) {
    const sign = text.charCodeAt(i);
    if (sign === 46 && dot < 0) dot = i;
    else if (sign < 48 || sign > 57) return null;
  }
  const whole = dot < 0 ? length : dot;
  if (whole < 1 || whole > MOST_DIGITS || (whole > 1 && text.charCodeAt(0) === 48)) return null;
  if (dot < 0) return found(`${text}.00`);
  const places = length - dot - 1;
  if (places === 2) return found(text);
  return places === 1 ? found(`${text}0`) : null;
}

function readAmount(text: string, isWan = false): Parsed {
  if (text.length > 200) return trouble('money-unreadable');
  let rest = tidy(text);
  if (isBlank(rest.replaceAll(' ', ''))) return EMPTY;
  let negative = false;
  const dropMinus = (): void => {
    const unsigned = rest.replace(/^[-−–] ?| ?-$/, '');
    if (unsigned !== rest) negative = true;
    rest = unsigned.replace(/^\+ ?/, '');
  };
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed !== null) {
    negative = true;
    [, rest = ''] = bracketed;
  }
  dropMinus();
  rest = rest.replace(CURRENCY, '');
  if (!negative) dropMinus();
  // Every part of it may be missing, so that it always matches.
  const [suffix, unit = ''] = SUFFIX.exec(rest) as RegExpExecArray;
  const number = readNumber(rest.slice(0, rest.length - suffix.length));
  if (number === null) return trouble('money-unreadable');
  if (negative && number.units > 0n) return trouble('money-negative');
  const own = TEN_POWERS[unit];
  if (isWan && own === undefined && /[元圆块]/.test(suffix)) return trouble('money-unreadable');
  return asMoney({ units: number.units, places: number.places - (own ?? (isWan ? 4 : 0)) });
}

function readNumber(text: string): Decimal | null {
  const scientific = SCIENTIFIC.exec(text);
  if (scientific !== null) {
    const [, whole = '', fraction = '', exponent] = scientific;
    if (whole.length + fraction.length > MOST_DIGITS) return null;
    return { units: BigInt(whole + fraction), places: fraction.length - Number(exponent) };
  }
  const match = PLAIN_NUMBER.exec(text) ?? GROUPED.exec(text);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  return { units: BigInt(whole.replaceAll(',', '') + fraction), places: fraction.length };
}

function asMoney(number: Decimal): Parsed {
  const { cents, exact } = toCents(number);
  const value = centsText(cents);
  if (value.length > MOST_DIGITS + 3) return trouble('money-unreadable');
  return exact ? found(value) : { value, problem: 'money-rounded' };
}

function toCents({ units, places }: Decimal): { cents: bigint; exact: boolean } {
  if (places <= 2) return { cents: units * 10n ** BigInt(2 - places), exact: true };
  const over = 10n ** BigInt(places - 2);
  return { cents: halfUp(units, over), exact: units % over === 0n };
}

function halfUp(number: bigint, over: bigint): bigint {
  return (number * 2n + over) / (over * 2n);
}

function centsText(cents: bigint): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * A canonical amount times `times` / `over`, exact, rounded half up to two places: 万元 is 10000/1, a year's amount per
 * month 1/12. Both are positive whole numbers (RangeError otherwise). '' stays ''.
 */
export function scaleMoney(value: string, factor: { times: number; over: number }): string {
  if (value === '') return '';
  const times = BigInt(factor.times);
  const over = BigInt(factor.over);
  if (times <= 0n || over <= 0n) throw new RangeError(`factor ${factor.times}/${factor.over}`);
  return centsText(halfUp(BigInt(value.replace('.', '')) * times, over));
}
