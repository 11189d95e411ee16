import { hash } from 'node:crypto';

/**
 * The id of a case: check, and a digest of check, household, person and fact, so that tonight's case is last
 * night's (RULES.md, 'A case').
 */
export function caseId(check: string, household: string, person: string | null, fact: string): string {
  const digest = hash('sha256', [check, household, person ?? '', fact].join('\u0000'));
  return `${check}-${digest.slice(0, 16)}`;
}
