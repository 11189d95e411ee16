import type { CheckResult, Outcome } from '../cases/types.js';
import { explainTexts } from '../messages/explain.js';
import { say } from '../messages/language.js';
import type { Rule } from '../rules/catalogue.js';
import type { CheckOutcome, Decisions, Register } from './types.js';

export interface CheckInputs {
  readonly decisions: Decisions;
  /** The rules as far as they are known here, by id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** Checks of the pack in its order, whether they were run or not. */
  readonly pack: readonly string[];
  /** What the registers say of the household; null where they are not at hand. */
  readonly registers: readonly Register[] | null;
}

/** Registers without which, or without one of which, the check says nothing: what is there of them, and what is not. */
function named(rule: Rule | undefined, { registers, decisions }: CheckInputs) {
  const keys = new Set(rule ? [...rule.needs, ...rule.any_of.flat()] : []);
  const found = registers?.filter((one) => keys.has(one.register)) ?? [];
  const absent = registers
    ? found.filter((one) => one.state === 'absent')
    : decisions.summary.absent_registers.filter((one) => keys.has(one.register));
  const there = found.filter((one) => one.state !== 'absent');
  return {
    lookedAt: registers ? there.map(({ title, rows }) => ({ title, rows: rows.length })) : null,
    absent: absent.map((one) => one.title),
  };
}

function ofHousehold(check: CheckResult, cases: number, undecidable: number): Outcome {
  if (check.outcome === 'not_run' || check.outcome === 'broken') return check.outcome;
  return cases > 0 ? 'hit' : undecidable > 0 ? 'undecidable' : 'clear';
}

function outcomeOf(id: string, check: CheckResult, inputs: CheckInputs): CheckOutcome {
  const { decisions, rules } = inputs;
  const mine = (one: { check: string; household_id: string }): boolean =>
    one.check === check.check && one.household_id === id;
  const cases = decisions.cases.filter(mine);
  const undecided = decisions.undecidable.filter(mine);
  const rule = rules.get(check.check);
  const outcome = ofHousehold(check, cases.length, undecided.length);
  const { lookedAt, absent } = named(rule, inputs);
  const ran = outcome !== 'not_run' && outcome !== 'broken';
  return {
    check: check.check,
    title: check.title,
    outcome,
    grade: rule?.grade ?? null,
    reasons: ran ? [...cases, ...undecided].map((one) => one.reason) : [check.why],
    cases: cases.map((one) => one.case_id),
    looked_at: ran ? lookedAt : null,
    missing: ran ? [...new Set([...check.missing_excuses, ...check.missing_uses, ...absent])] : [],
    alarm: check.alarm,
  };
}

/** A check of the pack that this run left out: not looked at, which is not clear. */
function leftOut(id: string, rules: CheckInputs['rules']): CheckOutcome {
  const rule = rules.get(id);
  return {
    check: id,
    title: rule?.title ?? id,
    outcome: 'not_run',
    grade: rule?.grade ?? null,
    reasons: [say(explainTexts.checks.notChosen)],
    cases: [],
    looked_at: null,
    missing: [],
    alarm: false,
  };
}

/**
 * The outcome of every check for one household: those of the pack in its order, then whatever else the run did. A
 * check that did not run or broke is so for every household: it never counts as clear.
 */
export function checkOutcomes(id: string, inputs: CheckInputs): CheckOutcome[] {
  const { checks } = inputs.decisions.summary;
  const byId = new Map(checks.map((check) => [check.check, check]));
  const others = checks.map((check) => check.check).filter((check) => !inputs.pack.includes(check));
  return [...inputs.pack, ...others].map((check) => {
    const result = byId.get(check);
    return result ? outcomeOf(id, result, inputs) : leftOut(check, inputs.rules);
  });
}
