import type { Campaign } from '../campaign-file/types.js';
import type { RuleResult } from '../rules/execute.js';
import { numberInForce } from '../standards/in-force.js';

/** Fewer households than this are no pattern: a roster of three has no alarm. */
const FEWEST = 10;

function numberOf(campaign: Campaign, name: string): number {
  return numberInForce(campaign.parameters, name, campaign.as_of).value;
}

/** The checks that hit more of the roster's households than can be true (FORMS.md, 'An alarm instead of a list'). */
export function checkAlarms(
  campaign: Campaign,
  results: readonly RuleResult[],
  households: number,
): Set<string> {
  const share = numberOf(campaign, 'alarm_share');
  return new Set(
    results
      .filter((result) => {
        const hit = new Set(result.hits.map((row) => row.household_id)).size;
        return hit >= FEWEST && hit > share * households;
      })
      .map((result) => result.rule.id),
  );
}

/** True if a register of so many rows matches nobody: masked numbers, or the wrong county's. */
export function isUnmatched(campaign: Campaign, rows: number, matched: number): boolean {
  return matched === 0 && rows > numberOf(campaign, 'alarm_register_rows');
}

/** True if a file's data are older on D than stale_days. */
export function isStale(campaign: Campaign, dataDate: string | null): boolean {
  if (dataDate === null) return false;
  const days = (Date.parse(campaign.as_of) - Date.parse(dataDate)) / 86_400_000;
  return days > numberOf(campaign, 'stale_days');
}
