/** Months as whole numbers, so that sets of them can be united: year × 12 + month − 1. */
export function monthNumber(isoDate: string): number {
  return Number(isoDate.slice(0, 4)) * 12 + Number(isoDate.slice(5, 7)) - 1;
}
