import { measureWords, verdictWords } from '../forms/words.js';
import type { Finding, Measure } from '../ledger/events.js';
import type { CaseState } from '../ledger/state.js';

/** One case with its verdict, and what it asks for: `keep` where it was dismissed. */
export interface Verdict {
  readonly one: CaseState;
  readonly finding: Finding;
  readonly measure: Measure;
}

export interface Verdicts {
  /** All that were given. */
  readonly given: readonly Verdict[];
  /** Of those given, the ones that ask for a change. */
  readonly changing: readonly Verdict[];
  /** Cases that still want a verdict. */
  readonly open: readonly CaseState[];
  /** The strongest measure; null where no case has a verdict. */
  readonly measure: Measure | null;
  readonly doubts: readonly string[];
}

/** The stronger first. */
const strength: readonly Measure[] = ['stop', 'edge', 'remove', 'lower', 'raise', 'keep'];

/** What a case asks for by its grade, where its verdict was waived by name. */
const byGrade = { exit: 'stop', remove: 'remove', verify: null } as const;

function unverified(measure: Measure): Finding {
  return {
    ...{ visited: null, seen: null, unseen_reason: '', verdict: 'confirmed', ground: '', note: '' },
    ...{ household_size: null, covered_size: null, income: null, materials: '', measure },
    ...{ from_month: null, new_amount: null, recover: null, opinion: null, investigators: [] },
    ...{ village_officer: '', reviewer: '', reviewed: null, remark: '' },
  };
}

function titleOf({ slip }: CaseState): string {
  return slip.person === null ? slip.title : `${slip.title}(${slip.person.name})`;
}

/** The measure of a verdict, or why it has none. */
function measureOf(one: CaseState, { verdict, measure }: Finding): Measure | string {
  if (verdict !== 'dismissed')
    return measure ?? `“${titleOf(one)}”核实为${verdictWords[verdict]},没有写拟处理措施`;
  if (measure === null || measure === 'keep') return 'keep';
  return `“${titleOf(one)}”核实为${verdictWords.dismissed},拟处理措施却是${measureWords[measure]}`;
}

/** Lines for measures that cannot stand beside each other; what removing a member makes of the amount is worked out. */
function contradictions(measures: ReadonlySet<Measure>): string[] {
  if (!measures.has('raise')) return [];
  return (['stop', 'edge', 'lower'] as const)
    .filter((measure) => measures.has(measure))
    .map((measure) => `各疑点的拟处理措施相互矛盾:${measureWords.raise}与${measureWords[measure]}`);
}

/**
 * The verdicts of one household's cases, united: the strongest measure decides.
 * @param isWaived whether somebody took it on himself, by name, that this household needs no verdict
 */
export function verdictsOf(cases: readonly CaseState[], isWaived: boolean): Verdicts {
  const given: Verdict[] = [];
  const open: CaseState[] = [];
  const doubts: string[] = [];
  for (const one of cases) {
    const waived = isWaived ? byGrade[one.slip.grade] : null;
    const finding = one.finding ?? (waived === null ? null : unverified(waived));
    if (finding === null) {
      // Its check ran again and no longer finds it: nobody needs to look.
      if (one.present || one.reported) open.push(one);
      continue;
    }
    const measure = measureOf(one, finding);
    if (strength.includes(measure as Measure)) given.push({ one, finding, measure: measure as Measure });
    else doubts.push(measure);
  }
  const measures = new Set(given.map(({ measure }) => measure));
  return {
    given,
    open,
    changing: given.filter(({ measure }) => measure !== 'keep'),
    measure: strength.find((measure) => measures.has(measure)) ?? null,
    doubts: [...doubts, ...contradictions(measures)],
  };
}
