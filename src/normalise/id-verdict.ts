import { areaState } from './areas.js';
import { parseId } from './id.js';
import type { ValueProblem } from './types.js';

/** What is odd about a number that is nevertheless valid. */
export type IdWarning = 'area-unknown' | 'area-not-then' | 'birth-future' | 'birth-too-early';

export interface IdVerdict {
  readonly verdict: 'valid' | 'warning' | 'invalid';
  readonly value: string;
  readonly problem: ValueProblem | null;
  readonly warnings: readonly IdWarning[];
}

/**
 * A full look at one number: validity as `parseId`, and for valid ones the warnings. `asOf` (`YYYY-MM-DD`) is the day
 * after which a birth lies in the future; without it that is not looked at. Blank text is invalid without a problem.
 */
export function idVerdict(text: string, asOf?: string): IdVerdict {
  const { value, problem } = parseId(text);
  if (problem !== null || value === '') return { verdict: 'invalid', value, problem, warnings: [] };
  const warnings: IdWarning[] = [];
  const born = value.slice(6, 14);
  const area = areaState(value.slice(0, 6), Number(value.slice(6, 10)));
  if (area !== 'known') warnings.push(area === 'unknown' ? 'area-unknown' : 'area-not-then');
  if (asOf !== undefined && born > asOf.replaceAll('-', '')) warnings.push('birth-future');
  if (born < '1850') warnings.push('birth-too-early');
  return { verdict: warnings.length > 0 ? 'warning' : 'valid', value, problem: null, warnings };
}
