import { z } from 'zod';

/** flagged: a case of the run names it; focus: to be looked at hardest, no case; plain: neither. */
const statusSchema = z.enum(['flagged', 'focus', 'plain']);
const chance = z.number().gt(0).max(1);

/** A drawn household with all that the estimate needs to know of the draw: a line of sample.ndjson. */
export const drawnSchema = z.object({
  household_id: z.string(),
  township: z.string(),
  village: z.string(),
  category: z.string(),
  class: z.string(),
  status: statusSchema,
  /** Which communities it was drawn among: a township's, or all ('' in a draw of one stage). */
  pool: z.string(),
  /** Chance of its community, 1 in a draw of one stage; its own within the stratum; both together. */
  community_chance: chance,
  household_chance: chance,
  chance,
  stratum: z.string(),
  stratum_households: z.int().positive(),
  stratum_drawn: z.int().positive(),
  /** Place in the draw of its stratum, from 1: who comes next where a visit fails is seen from it. */
  order: z.int().positive(),
  seed: z.string(),
});

export type Status = z.infer<typeof statusSchema>;
export type Drawn = z.infer<typeof drawnSchema>;

/** A household that may be drawn. '' where the roster does not say. */
export interface Candidate {
  readonly household_id: string;
  readonly township: string;
  readonly village: string;
  readonly category: string;
  readonly class: string;
  readonly status: Status;
}

/** One stratum of the draw. */
export interface Stratum {
  readonly name: string;
  readonly township: string;
  readonly village: string;
  readonly category: string;
  readonly class: string;
  readonly status: Status;
  readonly households: number;
  readonly drawn: number;
}

/** One community in a draw of two stages. */
export interface CommunityChance {
  readonly township: string;
  readonly village: string;
  readonly pool: string;
  readonly households: number;
  readonly flagged: number;
  readonly chance: number;
  readonly isDrawn: boolean;
}

/** A finished draw. */
export interface Draw {
  readonly seed: string;
  /** Empty in a draw of one stage. In the order of their places. */
  readonly communities: readonly CommunityChance[];
  /** Households that could be drawn: in two stages those of the drawn communities. */
  readonly population: number;
  /** How many were wished; the minimums of the strata may make it more. */
  readonly wished: number;
  readonly strata: readonly Stratum[];
  /** By place, and within a stratum in the order of the draw. */
  readonly households: readonly Drawn[];
}
