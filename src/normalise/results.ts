import type { Parsed, ValueProblem } from './types.js';

/** The blank value: nothing stood there. Shared, so that blank cells cost no memory. */
export const EMPTY: Parsed = Object.freeze({ value: '', problem: null });

/** A canonical value without trouble. */
export function found(value: string): Parsed {
  return { value, problem: null };
}

const unusable = new Map<ValueProblem, Parsed>();

/** A problem that leaves nothing to use. One shared object per kind. */
export function trouble(problem: ValueProblem): Parsed {
  let parsed = unusable.get(problem);
  if (parsed === undefined) {
    parsed = Object.freeze({ value: '', problem });
    unusable.set(problem, parsed);
  }
  return parsed;
}
