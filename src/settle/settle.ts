import { fen } from '../campaign-file/amounts.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { type Facts, factsOf } from './facts.js';
import type { Known, Terms } from './inputs.js';
import { coveredOf, isHeadAlone, type Leaving, leavingOf } from './members.js';
import { adjusted, stopped } from './outcome.js';
import { basisOf, reasonsOf } from './reasons.js';
import { monthAfter, recoveryOf } from './recovery.js';
import { missingFor, waiverFor } from './requirements.js';
import type { Settlement } from './types.js';
import { type Verdicts, verdictsOf } from './verdicts.js';
import type { Family } from './work.js';

/** Persons that the visit counted must be those that remain, or nobody knows who is covered. */
function countDoubts(facts: Facts, leaving: Leaving, c: number): string[] {
  if (facts.covered === null || facts.covered === c) return [];
  const removed = leaving.removed.length + leaving.unlisted;
  const now = removed === 0 ? '花名册' : '减员后';
  return [`核实后享受人口${facts.covered}人,${now}${c}人,没有写明增减哪些人`];
}

function familyOf(
  household: RosterHousehold,
  leaving: Leaving,
  facts: Facts,
  rest: Pick<Family, 'changing' | 'known' | 'terms'>,
): Family & { readonly remarks: readonly string[] } {
  const { removed, departed, unlisted } = leaving;
  const listed = Math.max(household.n - departed.length - unlisted, 1);
  const n = facts.size ?? listed;
  const c = coveredOf(household) - removed.filter(({ covered }) => covered).length - unlisted;
  const remarks =
    departed.length > 0 && n !== listed
      ? [`核实后家庭人口${n}人,花名册减去${departed.length}人后为${listed}人,按核实数核算`]
      : [];
  return {
    household,
    n,
    c: Math.max(c, 0),
    isSmaller: removed.length + unlisted > 0,
    facts,
    ...rest,
    remarks,
  };
}

function unchanged(household: RosterHousehold, verdicts: Verdicts, known: Known): Settlement {
  const before = { persons: coveredOf(household), fen: fen(household.monthly_amount ?? 0) };
  return {
    household,
    list: 'unchanged',
    measure: verdicts.measure,
    ...{
      before,
      after: before,
      removed: [],
      departed: [],
      size: { before: household.n, after: household.n },
    },
    ...{
      income: null,
      work: null,
      from_month: '',
      reasons: [],
      basis: [],
      recovery: null,
      waivers: [],
      remarks: [],
    },
    cases: verdicts.given.map(({ one }) => one),
    waits: verdicts.open.length > 0 || hasOpenObjection(known) ? ['verdict'] : [],
    doubts: verdicts.doubts,
  };
}

/** An objection re-opens a household's cases; one without any is looked at on a visit. */
function hasOpenObjection({ cases, state }: Known): boolean {
  const last = state?.objections.at(-1);
  return last !== undefined && cases.length === 0 && (state?.visit?.visited ?? '') < last.on;
}

/**
 * What becomes of a household by the verdicts of its cases: verified cases decide, the strongest measure of them, all
 * members to be removed together; the amount is worked out anew (RULES.md, D06).
 */
export function settle(household: RosterHousehold, known: Known, terms: Terms): Settlement {
  const { household_id } = household;
  const isWaived = waiverFor(terms.waivers, 'verdict', household_id) !== undefined;
  const verdicts = verdictsOf(known.cases, isWaived);
  const { changing, measure, given } = verdicts;
  if (measure === null || measure === 'keep') return unchanged(household, verdicts, known);
  const { facts, doubts } = factsOf(
    given.map(({ finding }) => finding),
    changing.filter((one) => one.measure === measure).map(({ finding }) => finding),
  );
  const leaving = leavingOf(
    household,
    changing.filter((one) => one.measure === 'remove'),
  );
  const { remarks, ...family } = familyOf(household, leaving, facts, { changing, known, terms });
  const isStop = measure === 'stop' || measure === 'edge';
  const mayRise = given.some((one) => one.measure === 'raise');
  const outcome = isStop ? stopped(family, measure) : adjusted(family, measure, mayRise);
  const before = { persons: coveredOf(household), fen: fen(household.monthly_amount ?? 0) };
  const isLess = outcome.after.fen < before.fen || outcome.after.persons < before.persons;
  const worsens = isStop || outcome.measure === 'lower' || isLess;
  const missing = worsens
    ? missingFor(household_id, verdicts, known.state, terms)
    : { waits: verdicts.open.length > 0 ? (['verdict'] as const) : [], waivers: [] };
  const isGone = outcome.after.persons === 0;
  return {
    household,
    before,
    ...{ list: outcome.list, measure: outcome.measure, after: outcome.after, work: outcome.work },
    removed: isGone ? [] : leaving.removed,
    departed: isGone ? [] : leaving.departed,
    size: { before: household.n, after: family.n },
    income: facts.income === null ? null : Number(facts.income) / 100,
    from_month: facts.from_month === '' ? monthAfter(terms.date) : facts.from_month,
    cases: given.map(({ one }) => one),
    reasons: reasonsOf(changing),
    basis: basisOf(changing, terms),
    recovery: recoveryOf(household, changing, known, terms.asOf),
    ...missing,
    doubts: [
      ...verdicts.doubts,
      ...doubts,
      ...(isStop ? [] : leaving.doubts),
      ...(isStop || isHeadAlone(household) ? [] : countDoubts(facts, leaving, family.c)),
      ...outcome.doubts,
    ],
    remarks: [...remarks, ...outcome.remarks],
  };
}
