import { numberInForce } from '../standards/in-force.js';
import type { Parameter } from '../standards/types.js';
import type { Design } from './draw.js';
import { type Precision, sizeFor } from './size.js';

/** How large a draw is to be, as it was asked for. Shares, 0 to 1. */
export type WishedSize =
  | { readonly by: 'share'; readonly share: number; readonly document: string }
  | { readonly by: 'count'; readonly count: number }
  | { readonly by: 'precision'; readonly precision: Precision; readonly effect: number };

/** How communities are drawn first, as it was asked for. */
export interface WishedCommunities {
  readonly level: 'district' | 'street';
  /** A share of the communities, or a number of them. */
  readonly share: number | null;
  readonly count: number;
  readonly risk: number;
  readonly document: string;
}

export interface Plan {
  readonly seed: string;
  readonly communities: WishedCommunities | null;
  readonly size: WishedSize;
  readonly minimum: number;
  readonly focus: number | null;
}

/** What the command line asks for. */
export interface PlanOptions {
  readonly seed: string;
  readonly level?: 'district' | 'street';
  readonly communities?: { readonly share: number } | { readonly count: number };
  readonly share?: number;
  readonly size?: number;
  readonly margin?: number;
  readonly confidence?: number;
  readonly expected?: number;
  readonly minimum?: number;
  readonly focusAll: boolean;
}

const rounded = (value: number): number => Math.ceil(value - 1e-9);

/** The plan of a draw: what was asked for, and the parameters in force on the day for the rest. */
export function planOf(options: PlanOptions, parameters: readonly Parameter[], day: string): Plan {
  const inForce = (name: string) => numberInForce(parameters, name, day);
  const { level = 'district', communities, share, size, margin } = options;
  const isTwoStage = options.level !== undefined || communities !== undefined;
  const byPlan = inForce(level === 'district' ? 'sample_district_communities' : 'sample_street_communities');
  const wished = communities ?? { share: byPlan.value };
  const byShare = inForce('sample_household_share');
  const precision = {
    margin: margin ?? 0,
    confidence: options.confidence ?? inForce('sample_confidence').value,
    expected: options.expected ?? inForce('sample_expected_error').value,
  };
  return {
    seed: options.seed,
    communities: isTwoStage
      ? {
          level,
          share: 'share' in wished ? wished.share : null,
          count: 'count' in wished ? wished.count : 0,
          risk: inForce('sample_risk_weight').value,
          document: communities === undefined ? byPlan.document : '',
        }
      : null,
    size:
      size !== undefined
        ? { by: 'count', count: size }
        : margin !== undefined
          ? { by: 'precision', precision, effect: isTwoStage ? inForce('sample_design_effect').value : 1 }
          : {
              by: 'share',
              share: share ?? byShare.value,
              document: share === undefined ? byShare.document : '',
            },
    minimum: options.minimum ?? inForce('sample_minimum').value,
    focus: options.focusAll ? null : inForce('sample_focus_multiple').value,
  };
}

/**
 * The plan as a draw carries it out.
 * @param households of the roster: what a wished precision is worked out for
 */
export function designOf({ seed, communities, size, minimum, focus }: Plan, households: number): Design {
  const counted = (open: number): number => {
    if (size.by === 'count') return size.count;
    return size.by === 'share'
      ? rounded(size.share * open)
      : sizeFor(households, size.precision, size.effect);
  };
  const first = communities && {
    level: communities.level,
    risk: communities.risk,
    count: (all: number): number =>
      communities.share === null ? communities.count : Math.max(1, rounded(communities.share * all)),
  };
  return { seed, first, size: counted, minimum, focus };
}
