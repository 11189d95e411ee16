import { z } from 'zod';
import { DibaoError } from '../errors.js';
import type { LocatedDocument } from './document.js';
import { date, mapping } from './leaves.js';

/** The campaign file's keys on periodic reviews (定期复核) and renewals (续保). */
export const reviewKeys = {
  review: mapping({ mode: z.enum(['rolling', 'calendar']).optional() }).optional(),
  renewal: mapping({ from: date, to: date }).optional(),
};

const reviewInput = mapping(reviewKeys);

export interface ReviewRules {
  /** rolling: so many months after the last review; calendar: in fixed months. */
  readonly mode: 'rolling' | 'calendar';
  /** In which every household must declare again to stay on; null where the place has no such period. */
  readonly renewal: { readonly from: string; readonly to: string } | null;
}

export const plainReviews: ReviewRules = { mode: 'rolling', renewal: null };

/** @throws DibaoError campaign-renewal where the period ends before it begins */
export function readReviewRules(
  { review, renewal }: z.infer<typeof reviewInput>,
  document: LocatedDocument,
): ReviewRules {
  if (renewal !== undefined && renewal.to < renewal.from)
    throw new DibaoError('campaign-renewal', { ...renewal }, document.keyAt(['renewal']));
  return { mode: review?.mode ?? plainReviews.mode, renewal: renewal ?? null };
}
