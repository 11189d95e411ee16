import type { ErrorEntry } from '../errors.js';

export const ruleErrors = {} as const satisfies Record<string, ErrorEntry>;
