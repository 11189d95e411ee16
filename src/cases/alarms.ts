import type { Campaign } from '../campaign-file/types.js';
import type { RuleResult } from '../rules/execute.js';
import { numberInForce } from '../standards/in-force.js';
import { groupBy } from './group-by.js';

/** Fewer households than this are no pattern: a roster of three has no alarm. */
const FEWEST = 10;

function numberOf(campaign: Campaign, name: string): number {
  return numberInForce(campaign.parameters, name, campaign.as_of).value;
}

/** Who is hit: the household or, of those that are on no roster, the person. */
const nameOf = ({ household_id, person }: RuleResult['hits'][number]): string =>
  household_id === '' ? `# ${person ?? ''}` : household_id;

function isMany(rows: RuleResult['hits'], share: number, households: number): boolean {
  const hit = new Set(rows.map(nameOf)).size;
  return hit >= FEWEST && hit > share * households;
}

/** The checks that hit more of the roster's households than can be true (FORMS.md, 'An alarm instead of a list'). */
export function checkAlarms(
  campaign: Campaign,
  results: readonly RuleResult[],
  households: number,
): Set<string> {
  const share = numberOf(campaign, 'alarm_share');
  return new Set(
    results.filter((result) => isMany(result.hits, share, households)).map((result) => result.rule.id),
  );
}

/** The hits of a check by the kind that their fact names. */
function byFact(result: RuleResult): RuleResult['hits'][] {
  return [...groupBy(result.hits, (row) => row.fact).values()];
}

/**
 * Two sums that differ for more households than can be true are reckoned otherwise (by quarter, rounded, by tiers); leads
 * for more persons than that are a list of their own. Of checks that say so (`if_many`), the kinds of hit past the limit
 * of an alarm are left out, and it is said why: an alarm instead of a list (FORMS.md).
 */
export function withoutTheMany(
  campaign: Campaign,
  results: readonly RuleResult[],
  households: number,
): RuleResult[] {
  const share = numberOf(campaign, 'alarm_share');
  return results.map((result) => {
    const { if_many: meaning, id: check } = result.rule;
    if (meaning === undefined) return result;
    const many = byFact(result).filter((rows) => isMany(rows, share, households));
    if (many.length === 0) return result;
    const left = new Set(many.flat());
    const hits = result.hits.filter((row) => !left.has(row));
    const count = new Set([...left].map(nameOf)).size;
    const outcome = hits.length > 0 ? 'hit' : result.undecidable.length > 0 ? 'undecidable' : 'not_run';
    return { ...result, hits, outcome, why: { kind: 'many', meaning, check, count, all: households } };
  });
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
