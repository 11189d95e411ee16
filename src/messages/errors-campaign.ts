import type { ErrorEntry } from '../errors.js';

export const campaignErrors = {} as const satisfies Record<string, ErrorEntry>;
