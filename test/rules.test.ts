import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../src/cases/types.js';
import { loadCatalogue } from '../src/rules/catalogue.js';
import { type Expectation, loadCaseFiles, outcomeOf, type RuleCase } from './helpers/rule-cases.js';
import { type CaseOutcome, runCases } from './helpers/rule-run.js';

const files = loadCaseFiles();
const rules = new Map((await loadCatalogue()).map((rule) => [rule.id, rule]));

/** The case found, told in the words of the one expected. */
function told(found: Case, wanted: Expectation, { people, household }: CaseOutcome) {
  const id = (person: Case['person']): string | null => (person ? people.ref(person.id_number) : null);
  const fact = people.ref(found.fact);
  return {
    household: household(found.household_id),
    person: id(found.person),
    grade: found.grade,
    match: found.match,
    ...(wanted.subject !== undefined && { subject: id(found.subject) }),
    ...(wanted.fact !== undefined && { fact: wanted.fact === '#' && fact.startsWith('#') ? '#' : fact }),
    ...(wanted.since !== undefined && { since: found.since }),
    ...(wanted.reason !== undefined && {
      reason: found.reason.includes(wanted.reason) ? wanted.reason : found.reason,
    }),
    ...(wanted.mark !== undefined && {
      mark: found.marks.includes(wanted.mark) ? wanted.mark : found.marks.join(' '),
    }),
    ...(wanted.rows !== undefined && { rows: found.evidence.length }),
    ...(wanted.figures !== undefined && {
      figures: Object.fromEntries(
        Object.keys(wanted.figures).map((key) => [key, found.arithmetic[key] ?? '']),
      ),
    }),
  };
}

/** Pairs the cases found with those expected, in the order of the latter; what is left over stands behind. */
function compare(one: RuleCase, outcome: CaseOutcome, grade: Case['grade']): void {
  const wanted = one.expect.map((expected) => ({ grade, ...expected }));
  const left = [...outcome.cases];
  const found: unknown[] = wanted.map((expected) => {
    const same = left.findIndex(
      (each) => JSON.stringify(sorted(told(each, expected, outcome))) === JSON.stringify(sorted(expected)),
    );
    const index = Math.max(same, 0);
    const [taken] = left.splice(index, 1);
    return taken ? told(taken, expected, outcome) : 'nothing';
  });
  const more = left.map((each) => ({
    ...told(each, { household: 'H1', person: null, match: 'exact', fact: '', reason: '' }, outcome),
    reason: each.reason,
  }));
  expect([...found, ...more]).toEqual(wanted);
  const undecided = outcome.undecidable.map(({ household_id, person }) => ({
    household: outcome.household(household_id),
    person: person ? outcome.people.ref(person.id_number) : null,
  }));
  expect(undecided).toEqual(one.undecidable);
  expect(outcome.outcome).toBe(outcomeOf(one));
}

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe.each(files.map((file) => [file.check, file.about, file] as const))(
  '%s %s',
  (_check, _about, file) => {
    const rule = rules.get(file.check);
    let inOrder: Map<RuleCase, CaseOutcome>;
    let reversed: Map<RuleCase, CaseOutcome>;
    beforeAll(async () => {
      if (!rule) throw new Error(`no check ${file.check}`);
      inOrder = await runCases(file, rule, false);
      reversed = await runCases(file, rule, true);
    });

    it.each(file.cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
      const outcome = inOrder.get(one);
      if (!outcome) throw new Error('not run');
      compare(one, outcome, rule?.grade ?? 'verify');
    });

    it('gives the same cases whatever the order of the rows', () => {
      const digest = (found: Map<RuleCase, CaseOutcome>) =>
        [...found].map(([one, { outcome, cases, undecidable }]) => [
          one.name,
          outcome,
          cases.map(({ case_id, grade, match, since, reason, marks, overpaid }) => ({
            case_id,
            grade,
            match,
            since,
            reason,
            marks,
            overpaid,
          })),
          undecidable,
        ]);
      const both = new Map([...inOrder].filter(([one]) => reversed.has(one)));
      expect(digest(reversed)).toEqual(digest(both));
    });
  },
);
