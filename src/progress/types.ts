import { z } from 'zod';

/**
 * Verified cases below which no precision is told: of three cases one more or less moves it by a third, and a rule
 * or a township would be judged by chance.
 */
export const leastVerified = 5;

/** Cases by how far they are. `cases` = open + dispatched + verified; those of no run any more count in `gone` alone. */
export const caseCountsSchema = z.object({
  cases: z.int(),
  /** Not sent out yet. */
  open: z.int(),
  /** Sent out, and no answer yet. */
  dispatched: z.int(),
  /** Of these, past the deadline of their batch. */
  overdue: z.int(),
  /** With a verdict, whatever became of it since. */
  verified: z.int(),
  confirmed: z.int(),
  partly: z.int(),
  dismissed: z.int(),
  /** Verified as true or partly so, and no measure decided on yet. */
  pending: z.int(),
  /** A measure was decided on. */
  settled: z.int(),
  /** 销号: settled, or dismissed, which needs no measure. */
  closed: z.int(),
  /** All that was owed has come back. */
  recovered: z.int(),
  /** Must be looked at again, or for the first time with other evidence, and for what reasons (one case may have several). */
  again: z.object({
    cases: z.int(),
    changed: z.int(),
    returned: z.int(),
    sent_back: z.int(),
    objected: z.int(),
  }),
  /** Never verified, and not found by the last run any more. */
  gone: z.int(),
  /** Found by a check and verified, and of these confirmed or partly so: what precision is made of. */
  judged: z.int(),
  held: z.int(),
  /** held of judged in per cent; null where too few are judged. */
  precision: z.number().nullable(),
  /** closed of cases in per cent; null where there are none. */
  closed_rate: z.number().nullable(),
});

/** Households and persons to be visited, and visited. */
export const visitCountsSchema = z.object({
  households_due: z.int(),
  households_visited: z.int(),
  households_left: z.int(),
  /** Of a 核查调查表 past its deadline, and not visited. */
  households_overdue: z.int(),
  /** As the rows that came back say it. */
  persons_due: z.int(),
  persons_seen: z.int(),
  persons_left: z.int(),
  visited_rate: z.number().nullable(),
  seen_rate: z.number().nullable(),
});

/** Yuan to come back and come back, of the households settled. */
export const recoveryCountsSchema = z.object({
  households: z.int(),
  owed: z.number(),
  recovered: z.number(),
  rate: z.number().nullable(),
});

const placeSchema = z.object({
  counts: caseCountsSchema,
  visits: visitCountsSchema,
  recovery: recoveryCountsSchema,
});

/** How far a campaign is on a day. */
export const progressSchema = z.object({
  name: z.string(),
  date: z.iso.date(),
  /** Day and number of the last run; null where there was none. */
  last_run: z.iso.date().nullable(),
  least_verified: z.int(),
  total: placeSchema,
  townships: z.array(placeSchema.extend({ township: z.string() })),
  checks: z.array(z.object({ check: z.string(), title: z.string(), counts: caseCountsSchema })),
  /** Each check in each township where somebody has verified a case of it. */
  pairs: z.array(
    z.object({ check: z.string(), title: z.string(), township: z.string(), counts: caseCountsSchema }),
  ),
});

export type CaseCounts = z.infer<typeof caseCountsSchema>;
export type VisitCounts = z.infer<typeof visitCountsSchema>;
export type RecoveryCounts = z.infer<typeof recoveryCountsSchema>;
export type PlaceProgress = z.infer<typeof placeSchema>;
export type Progress = z.infer<typeof progressSchema>;
