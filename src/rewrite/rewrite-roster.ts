import type { Campaign } from '../campaign-file/types.js';
import type { HouseholdEdit, RewriteSettings, RewrittenFile } from './types.js';

export type { HouseholdEdit, RewriteSettings, RewrittenFile } from './types.js';

/**
 * Writes the campaign's roster anew with these edits: every file in its own format and layout, nothing else changed,
 * the originals untouched.
 * @param edits what becomes of the households that do not stay as they are; each household once
 * @param outDir absolute; made where it is missing, its files 0600
 */
export async function rewriteRoster(
  campaign: Campaign,
  edits: readonly HouseholdEdit[],
  outDir: string,
  settings: RewriteSettings,
): Promise<RewrittenFile[]> {
  throw new Error(
    `not written yet: ${campaign.name} ${edits.length} ${outDir} ${settings.password === null}`,
  );
}
