import { z } from 'zod';
import { DibaoError } from '../errors.js';
import { fen } from './amounts.js';
import type { LocatedDocument } from './document.js';
import { amount, date, expect, flag, mapping, text } from './leaves.js';

const step = mapping({ name: text, below: amount.optional(), monthly: amount });

/** Lowest incomes first, each limit above the one before; only the last may be without. */
function rises(steps: readonly z.infer<typeof step>[]): boolean {
  return steps.every(({ below }, index) => {
    const before = steps[index - 1]?.below;
    if (below === undefined) return index === steps.length - 1;
    return index === 0 || (before !== undefined && fen(before) < fen(below));
  });
}

const table = mapping({
  from: date,
  document: text.optional(),
  steps: z.array(step, expect('tiers')).min(1, expect('tiers')).refine(rises, { error: 'tiers-rise' }),
});

const tables = z.union([z.array(table), table.transform((one) => [one])], expect('tiers'));

/** The campaign file's keys on how amounts are worked out (RULES.md, D06). */
export const amountKeys = {
  amount_mode: z.enum(['difference', 'tiers']).optional(),
  tiers: mapping({ urban: tables.optional(), rural: tables.optional() }).optional(),
  supplement: flag.optional(),
};

const amountInput = mapping(amountKeys);
type AmountInput = z.infer<typeof amountInput>;

/** One tier (档次): families whose income per person is below a limit, and what each of their covered persons draws. */
export interface Tier {
  readonly name: string;
  /** Fen a month for one person; null: up to the standard. */
  readonly below: number | null;
  /** Fen a month for one covered person. */
  readonly monthly: number;
}

/** The tiers in force from a day on, by rising income. */
export interface DatedTiers {
  readonly category: 'urban' | 'rural';
  readonly from: string;
  readonly document: string;
  readonly steps: readonly Tier[];
}

/** How what a household draws is worked out. */
export interface AmountRules {
  /** The gap between standard and income, or by tiers. */
  readonly mode: 'difference' | 'tiers';
  readonly tiers: readonly DatedTiers[];
  /** The household's 分类施保金 is part of its 月保障金. */
  readonly supplement: boolean;
}

export const plainAmounts: AmountRules = { mode: 'difference', tiers: [], supplement: false };

/**
 * The campaign file's way of working amounts out; the difference where it says nothing.
 * @throws DibaoError campaign-missing-key where of `amount_mode: tiers` and `tiers` one stands without the other,
 * campaign-date-twice
 */
export function readAmountRules(input: AmountInput, document: LocatedDocument): AmountRules {
  const mode = input.amount_mode ?? 'difference';
  const missing = (key: string, at: string) =>
    new DibaoError('campaign-missing-key', { key }, document.keyAt([at]));
  if (mode === 'tiers' && input.tiers === undefined) throw missing('tiers', 'amount_mode');
  if (mode !== 'tiers' && input.tiers !== undefined) throw missing('amount_mode: tiers', 'tiers');
  const tiers = (['urban', 'rural'] as const).flatMap((category) => {
    const entries = input.tiers?.[category] ?? [];
    entries.forEach(({ from }, index) => {
      if (entries.findIndex((one) => one.from === from) === index) return;
      const place = document.keyAt(['tiers', category]);
      throw new DibaoError('campaign-date-twice', { key: `tiers ${category}`, from }, place);
    });
    return entries.map(
      (entry): DatedTiers => ({
        category,
        from: entry.from,
        document: entry.document ?? '',
        steps: entry.steps.map(({ name, below, monthly }) => ({
          name,
          below: below === undefined ? null : fen(below),
          monthly: fen(monthly),
        })),
      }),
    );
  });
  return { mode, tiers, supplement: input.supplement ?? false };
}
