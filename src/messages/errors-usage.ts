import type { ErrorEntry } from '../errors.js';

export const usageErrors = {} as const satisfies Record<string, ErrorEntry>;
