/** Months as whole numbers, so that sets of them can be united: year × 12 + month − 1. */
export function monthNumber(isoDate: string): number {
  return Number(isoDate.slice(0, 4)) * 12 + Number(isoDate.slice(5, 7)) - 1;
}

/** All months after `onset`'s, up to and including that of `asOf`. */
export function monthsAfter(onset: string, asOf: string): number[] {
  const first = monthNumber(onset) + 1;
  const last = monthNumber(asOf);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
