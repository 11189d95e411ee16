import type { Campaign } from '../campaign-file/types.js';
import type { RuleResult } from '../rules/execute.js';
import type { ManyLimit } from '../rules/many.js';
import { numberInForce } from '../standards/in-force.js';

/** Fewer households than this are no pattern: a roster of three has no alarm. */
const FEWEST = 10;

function numberOf(campaign: Campaign, name: string): number {
  return numberInForce(campaign.parameters, name, campaign.as_of).value;
}

/** The fewest households that are more than the share. */
function leastMany(campaign: Campaign, households: number): number {
  return Math.max(FEWEST, Math.floor(numberOf(campaign, 'alarm_share') * households) + 1);
}

const householdsOf = ({ hits }: RuleResult): number =>
  new Set(hits.map(({ household_id, person }) => (household_id === '' ? `# ${person ?? ''}` : household_id)))
    .size;

/** The checks that hit more of the roster's households than can be true (FORMS.md, 'An alarm instead of a list'). */
export function checkAlarms(
  campaign: Campaign,
  results: readonly RuleResult[],
  households: number,
): Set<string> {
  const least = leastMany(campaign, households);
  return new Set(results.filter((result) => householdsOf(result) >= least).map((result) => result.rule.id));
}

/**
 * Past the limit of an alarm two sums that differ are reckoned otherwise (by quarter, rounded, by tiers), and leads are a
 * list of their own: hits of checks that say so (`if_many`) are left out there, and it is said why.
 * @param households of the roster
 */
export function manyLimit(campaign: Campaign, households: number): ManyLimit {
  return { all: households, least: leastMany(campaign, households) };
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
