import { numberInForce } from '../standards/in-force.js';
import type { Parameter } from '../standards/types.js';

/** The day by which a dispatch of `date` is to be answered, by the parameter verification_days. */
export function deadlineOf(date: string, parameters: readonly Parameter[]): string {
  const { value: days } = numberInForce(parameters, 'verification_days', date);
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
