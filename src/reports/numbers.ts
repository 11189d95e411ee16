const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A count with thousands marks: 12,345. */
export function count(value: number): string {
  return whole.format(value);
}

/** Yuan with thousands marks; cents only where there are any: 12,345 or 12,345.60. */
export function yuan(value: number): string {
  return Number.isInteger(Math.round(value * 100) / 100) ? whole.format(value) : cents.format(value);
}
