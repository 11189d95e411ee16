import { DibaoError } from '../errors.js';
import { fen, yuanText } from './amounts.js';
import type { LocatedDocument } from './document.js';
import type { CampaignInput, StandardEntry } from './schema.js';
import type { DatedStandard } from './types.js';

/**
 * The standards of a campaign file as yuan a year for one person, by category, date and size.
 * Throws DibaoError campaign-date-twice where two begin on one day.
 */
export function readStandards(input: CampaignInput['standards'], document: LocatedDocument): DatedStandard[] {
  const categories = ['urban', 'rural'] as const;
  return categories.flatMap((category) => {
    const entries = input?.[category] ?? [];
    const seen = new Set<string>();
    entries.forEach((entry, index) => {
      if (seen.has(entry.from)) {
        const place = document.valueAt(['standards', category, index, 'from']);
        throw new DibaoError('campaign-date-twice', { key: category, from: entry.from }, place);
      }
      seen.add(entry.from);
    });
    return [...entries]
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .flatMap((entry) => yearlyFigures(entry).map((figure) => ({ category, ...figure })));
  });
}

function yearlyFigures(entry: StandardEntry): Omit<DatedStandard, 'category'>[] {
  const { from, document } = entry;
  const one = (amount: number | string, months: 1 | 12, size: number | null) => ({
    from,
    yearly: yuanText(fen(amount) * months),
    size,
    ...(document === undefined ? {} : { document }),
  });
  if (entry.monthly !== undefined) return [one(entry.monthly, 12, null)];
  if (entry.yearly !== undefined) return [one(entry.yearly, 1, null)];
  const months = entry.per === 'year' ? 1 : 12;
  return Object.entries(entry.by_size ?? {}).map(([size, amount]) => one(amount, months, Number(size)));
}
