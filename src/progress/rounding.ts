/** `part` of `whole` in per cent with one digit, rounded half up; null where there is nothing to be a part of. */
export function percent(part: number, whole: number): number | null {
  return whole <= 0 ? null : Math.floor((2000 * part + whole) / (2 * whole)) / 10;
}

/** Fen of an amount in yuan. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100);

/** 万元 with two digits, rounded half up (below nothing: half down, as the same amount the other way). */
export function wan(fen: number): number {
  return (Math.sign(fen) * Math.floor((Math.abs(fen) + 5000) / 10000)) / 100;
}
