import type { Normaliser } from '../normalise/index.js';

/** An exact amount: units / over. */
export interface Exact {
  readonly units: bigint;
  readonly over: bigint;
}

export interface Figure {
  readonly text: string;
  /** Whether the text is the value itself, not its rounding. */
  readonly exact: boolean;
}

/** Digits after the point of a money column: fen, and of 万元 down to the fen. */
const MOST_PLACES = 6;
const FEWEST = 2;
const number = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?/;

/** `value` with so many digits after the point, rounded half up. */
function decimal({ units, over }: Exact, places: number): { text: string; exact: boolean } {
  const scaled = units * 10n ** BigInt(places);
  const digits = String((scaled * 2n + over) / (over * 2n)).padStart(places + 1, '0');
  const whole = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return { text: whole, exact: scaled % over === 0n };
}

/** The digits after the point of a figure, and which sign that point is. */
function fractionOf(like: string, comma: boolean): { sign: ',' | '.'; places: number } {
  const found = number.exec(like)?.[0] ?? '';
  const sign = comma && !found.includes('.') ? ',' : '.';
  const at = found.lastIndexOf(sign);
  return { sign, places: at < 0 ? 0 : found.length - at - 1 };
}

/** A number in the dress of another: its currency sign, unit, grouping and decimal comma. */
function dressed(plain: string, like: string, comma: boolean): string[] {
  const found = number.exec(like);
  const [whole = '', fraction] = plain.split('.');
  const { sign } = fractionOf(like, comma);
  const joined = (head: string): string => (fraction === undefined ? head : `${head}${sign}${fraction}`);
  const bare = joined(whole);
  if (found === null) return [bare, plain];
  const grouped = sign === '.' && /\d,\d{3}(?!\d)/.test(found[0]);
  const own = joined(grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole);
  const around = (text: string): string =>
    `${like.slice(0, found.index)}${text}${like.slice(found.index + found[0].length)}`;
  return [around(own), bare, plain];
}

/**
 * A figure as its column writes it: in the dress of the one it replaces, with as many digits after the point, or more
 * where it needs them.
 * @param value in the unit of the column
 * @param wanted what the column's own parser must make of it
 * @param like the text that it replaces; '' for none
 */
export function figureText(
  value: Exact,
  wanted: string,
  like: string,
  parse: Normaliser,
  comma: boolean,
): Figure {
  const least = Math.min(fractionOf(like, comma).places, MOST_PLACES);
  const reads = (text: string): boolean => {
    const parsed = parse(text);
    return parsed.value === wanted && parsed.problem === null;
  };
  for (const mustBeExact of [true, false]) {
    for (let places = least; places <= MOST_PLACES; places++) {
      const { text, exact } = decimal(value, places);
      if (mustBeExact && !exact) continue;
      const found = dressed(text, like, comma).find(reads);
      if (found !== undefined) return { text: found, exact };
    }
  }
  return { text: decimal(value, Math.max(least, FEWEST)).text, exact: false };
}

/** An amount in yuan as ten-thousandths, which is as exact as a roster's figures get. */
export function exactYuan(yuan: number): Exact {
  return { units: BigInt(Math.round(yuan * 10_000)), over: 10_000n };
}

/** Yuan and fen as parsers give them. */
export function canonical(value: Exact): string {
  return decimal(value, 2).text;
}

export function times({ units, over }: Exact, factor: number, divisor: number): Exact {
  return { units: units * BigInt(factor), over: over * BigInt(divisor) };
}
