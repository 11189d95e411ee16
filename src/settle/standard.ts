import type { AmountRules, Tier } from '../campaign-file/amount-rules.js';
import { fen } from '../campaign-file/amounts.js';
import type { DatedStandard } from '../campaign-file/types.js';

export interface Standard {
  /** Fen a year for one person. */
  readonly year: bigint;
  readonly document: string;
}

/** Of dated entries of a category those in force on a day. */
function inForce<T extends { readonly category: string; readonly from: string }>(
  entries: readonly T[],
  category: string | null,
  day: string,
): T[] {
  const begun = entries.filter((one) => one.category === category && one.from <= day);
  const from = begun
    .map((one) => one.from)
    .sort()
    .at(-1);
  return begun.filter((one) => one.from === from);
}

/**
 * The standard for a family of n persons (RULES.md, Terms: s), as the vocabulary of the rules finds it; null where
 * none is in force.
 */
export function standardOf(
  standards: readonly DatedStandard[],
  category: string | null,
  n: number,
  day: string,
): Standard | null {
  const now = inForce(standards, category, day);
  const sized = now.flatMap((one) => (one.size === null ? [] : [{ one, size: one.size }]));
  sized.sort((a, b) => a.size - b.size);
  const found = sized.findLast(({ size }) => size <= n)?.one ?? sized[0]?.one ?? now[0];
  return found === undefined ? null : { year: BigInt(fen(found.yearly)), document: found.document ?? '' };
}

/** The tiers of a category in force on a day; none where the campaign file has no table for it. */
export function tiersOf(rules: AmountRules, category: string | null, day: string): readonly Tier[] {
  return inForce(rules.tiers, category, day)[0]?.steps ?? [];
}
