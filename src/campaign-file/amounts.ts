/** Yuan as written (number or text, at most two decimals) as whole fen. */
export function fen(amount: number | string): number {
  return Math.round(Number(amount) * 100);
}

/** Whole fen as exact decimal text, `14496.00`. */
export function yuanText(amountInFen: number): string {
  const whole = Math.trunc(amountInFen / 100);
  return `${whole}.${String(amountInFen % 100).padStart(2, '0')}`;
}
