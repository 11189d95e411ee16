import type { Happening } from '../ledger/events.js';
import { compareAnswers, joined } from './compare.js';
import type { Claim, RowFault } from './types.js';
import { subjectOf, type World } from './world.js';

/** What becomes of an answer: written as new, as an addition or a correction; known already; passed over; refused. */
export type Outcome = 'new' | 'added' | 'replaced' | 'known' | 'superseded' | 'conflict';

export interface Weighed {
  readonly outcome: Outcome;
  /** What is to be written; null where nothing is. */
  readonly write: Happening | null;
  readonly faults: readonly RowFault[];
}

/** Of these a household may have many: each that is not known yet is another one. */
export const many: ReadonlySet<string> = new Set(['objected', 'recovered']);

const known: Weighed = { outcome: 'known', write: null, faults: [] };
const superseded: Weighed = {
  outcome: 'superseded',
  write: null,
  faults: [{ code: 'answer-superseded', key: null }],
};
const written = (write: Happening, outcome: Outcome = 'new'): Weighed => ({ outcome, write, faults: [] });

/** The answer that holds; undefined before the first, and again when what it is about was re-opened. */
function holding(
  happening: Happening,
  earlier: readonly Happening[],
  { state }: World,
): Happening | undefined {
  if (happening.what === 'verified') {
    return state.cases.get(happening.case_id)?.finding ? earlier.at(-1) : undefined;
  }
  return earlier.at(-1);
}

function says(earlier: readonly Happening[], claim: Claim): boolean {
  return earlier.some((one) => {
    const { relation } = compareAnswers(one, claim.happening);
    if (relation !== 'equal' && relation !== 'less') return false;
    if (!claim.batchKnown || !('batch' in one) || !('batch' in claim.happening)) return true;
    return one.batch === claim.happening.batch;
  });
}

/** A later visit or service is another one, and no correction of the one before. */
function isLater(before: Happening, after: Happening): boolean {
  if (before.what === 'visited' && after.what === 'visited')
    return (after.visited ?? '') > (before.visited ?? '');
  return before.what === 'served' && after.what === 'served' && after.on > before.on;
}

/** Holds an answer against what the ledger has. */
export function weigh(claim: Claim, world: World, replace: boolean): Weighed {
  const { happening } = claim;
  if (happening.what === 'reported') {
    return world.state.cases.has(happening.slip.case_id) ? known : written(happening);
  }
  const earlier = world.history.get(subjectOf(happening)) ?? [];
  if (many.has(happening.what)) return says(earlier, claim) ? known : written(happening);
  const current = holding(happening, earlier, world);
  if (current === undefined) return says(earlier, claim) ? superseded : written(happening);
  if (happening.what === 'visited' && current.what === 'visited' && happening.batch !== current.batch)
    return says(earlier, claim) ? superseded : written(happening);
  const { relation, columns } = compareAnswers(current, happening);
  if (relation === 'equal') return known;
  if (replace) return written(happening, 'replaced');
  if (relation === 'less') return known;
  if (relation === 'more') return written(joined(current, happening), 'added');
  if (says(earlier, claim)) return superseded;
  if (isLater(current, happening)) return written(happening);
  const fault: RowFault = {
    code: 'ledger-different',
    key: null,
    values: { columns: columns.join('、') },
  };
  return { outcome: 'conflict', write: null, faults: [fault] };
}
