import type { DatedValue, Parameter } from './types.js';

/** The value of a parameter on a day, with where it comes from. */
export interface InForce {
  readonly value: DatedValue['value'];
  /** First day of the value. */
  readonly from: string;
  readonly document: string;
  /** True where the day lies outside the dates for which the value is known to hold (RULES.md, 'Verified income'). */
  readonly past_last: boolean;
}

/**
 * The value of `parameter` in force on `asOf` (YYYY-MM-DD). Past its last known date the last value is used, before
 * its first date the first; both say so by `past_last`. A parameter is never without a value.
 */
export function parameterInForce(parameter: Parameter, asOf: string): InForce {
  const first = parameter.values[0];
  if (first === undefined) throw new Error(`parameter ${parameter.name} has no value`);
  let current = first;
  for (const dated of parameter.values) if (dated.from <= asOf) current = dated;
  const known = asOf >= first.from && (current.known_until === undefined || asOf <= current.known_until);
  return { value: current.value, from: current.from, document: current.document ?? '', past_last: !known };
}

/**
 * The value of a parameter that is a number, on a day (YYYY-MM-DD), with its document.
 * @param parameters of the campaign
 */
export function numberInForce(
  parameters: readonly Parameter[],
  name: string,
  day: string,
): { readonly value: number; readonly document: string } {
  const parameter = parameters.find((one) => one.name === name);
  if (parameter === undefined) throw new Error(`there is no parameter ${name}`);
  const { value, document } = parameterInForce(parameter, day);
  return { value: Number(value), document };
}
