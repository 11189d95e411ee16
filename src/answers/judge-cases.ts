import { unflaggedWords } from '../forms/second-look.js';
import type { CaseState } from '../ledger/state.js';
import type { Values } from './cells.js';
import { judgeFinding, namesOf } from './finding.js';
import { judgeUnflagged } from './judge-report.js';
import { type Judge, type RowInput, type RowJudgement, refused } from './judged.js';
import { isOpen, type SecondLook } from './second-look.js';
import type { RowFault } from './types.js';

/** Day on which a case went out; null where the ledger does not say. */
function sentOn({ dispatched }: CaseState): string | null {
  return dispatched?.on ?? null;
}

function findingOf(
  { values, world }: RowInput,
  one: CaseState,
): ReturnType<typeof judgeFinding> & { readonly faults: readonly RowFault[] } {
  const asked = {
    grounds: world.groundsOf(one.slip.check),
    date: world.date,
    sent: sentOn(one),
    isPerson: one.slip.person !== null,
  };
  const { finding, faults } = judgeFinding(values, asked);
  if (finding !== null || values.verdict !== undefined) return { finding, faults };
  return { finding, faults: [{ code: 'verdict-missing', key: 'verdict' }, ...faults] };
}

/** The case a row names, if it is one of the batch that the file is of. */
function caseOf(input: RowInput): CaseState | RowFault {
  const { values, world, batch, township } = input;
  if (values.case_id === undefined) return { code: 'no-identity', key: 'case_id' };
  const one = world.caseOf(values.case_id);
  if (one === undefined) return { code: 'unknown-case', key: 'case_id' };
  const sent = world.batchOf(batch, township);
  if (sent === undefined || sent.cases.has(one.slip.case_id)) return one;
  return { code: 'other-township', key: 'case_id', values: { township: one.slip.township, batch } };
}

/** 疑点核实表: one row a case. */
export const judgeVerification: Judge = (input) => {
  const one = caseOf(input);
  if ('code' in one) return refused(one);
  const { world, batch, origin } = input;
  const { case_id } = one.slip;
  const { finding, faults } = findingOf(input, one);
  const look = world.looks.findLast(({ cases }) => cases.has(case_id));
  const isOut = look !== undefined && !look.returned && look.cases.get(case_id)?.second === null;
  if (finding === null) return refused(...faults);
  const known = { what: 'verified', case_id, finding, origin } as const;
  return {
    happenings: [{ ...known, batch: batch !== '' ? batch : (one.dispatched?.batch ?? '') }],
    // Whether it is an old answer, which is passed over, or a new one is told when it is weighed.
    faults: isOut ? [...faults, { code: 'in-second-look', key: 'case_id' }] : faults,
  };
};

function sameVisitors(values: Values, first: readonly string[]): RowFault[] {
  const second = namesOf(values.investigator1, values.investigator2);
  const isSame = second.length > 0 && second.every((name) => first.includes(name));
  return isSame ? [{ code: 'same-investigators', key: 'investigator1' }] : [];
}

/** The draw a row of a 重核表 belongs to: that of its batch, else the last one with the case or household. */
function lookOf({ world, batch }: RowInput, has: (look: SecondLook) => boolean): SecondLook | undefined {
  return (
    world.looks.findLast((look) => look.batch === batch && has(look)) ??
    (batch === ''
      ? (world.looks.findLast((look) => isOpen(look) && has(look)) ?? world.looks.findLast(has))
      : undefined)
  );
}

/** 重核表: one row a drawn case, or a household without one. */
export const judgeSecondLook: Judge = (input): RowJudgement => {
  const { values, world, origin } = input;
  const { case_id } = values;
  if (case_id === undefined || case_id === unflaggedWords.caseId) {
    const id = values.household_id;
    if (id === undefined) return refused({ code: 'no-identity', key: 'case_id' });
    const look = lookOf(input, ({ unflagged }) => unflagged.has(id));
    if (look === undefined) return refused({ code: 'not-drawn', key: 'household_id' });
    return judgeUnflagged(input, look);
  }
  const one = world.caseOf(case_id);
  if (one === undefined) return refused({ code: 'unknown-case', key: 'case_id' });
  const look = lookOf(input, ({ cases }) => cases.has(one.slip.case_id));
  const looked = look?.cases.get(one.slip.case_id);
  if (look === undefined || looked === undefined) return refused({ code: 'not-drawn', key: 'case_id' });
  const { finding, faults } = findingOf(input, one);
  if (finding === null) return refused(...faults);
  return {
    happenings: [{ what: 'verified', case_id: one.slip.case_id, batch: look.batch, finding, origin }],
    faults: [...faults, ...sameVisitors(values, looked.firstVisitors)],
  };
};
