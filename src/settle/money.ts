import { fen } from '../campaign-file/amounts.js';

/** Yuan as the roster or a visit has it, in whole fen. */
export const fenOf = (yuan: number): bigint => BigInt(fen(yuan));

/** Fen in words: 1208元, 1208.50元. */
export function yuanOf(amount: bigint | number): string {
  const all = BigInt(amount);
  const rest = all % 100n;
  return `${all / 100n}${rest === 0n ? '' : `.${String(rest).padStart(2, '0')}`}元`;
}

/** A quotient of fen in words, to four places of a yuan; 约 where it goes on. */
export function yuanPer(amount: bigint, divisor: bigint): string {
  const scaled = amount * 100n;
  const exact = scaled % divisor === 0n;
  const ten4 = scaled / divisor;
  const rest = String(ten4 % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${exact ? '' : '约'}${ten4 / 10_000n}${rest === '' ? '' : `.${rest}`}元`;
}

/** The quotient of two numbers that are not negative, rounded up. */
export function dividedUp(amount: bigint, divisor: bigint): bigint {
  return (amount + divisor - 1n) / divisor;
}
