import { describe, expect, it } from 'vitest';
import { countAll, countCases } from '../src/cases/counts.js';
import type { HouseholdFacts } from '../src/cases/facts.js';
import { focusCounts } from '../src/cases/focus.js';
import { groupBy } from '../src/cases/group-by.js';
import { mergeHouseholds } from '../src/cases/households.js';
import type { Case } from '../src/cases/types.js';
import { byId, household, member } from './helpers/case-parts.js';
import { sampleCase } from './reports-fixture-cases.js';

const AS_OF = '2026-11-15';
const person = (id_number: string): Case['person'] => ({
  ...{ name: '张三', id_number, relation: 'self', covered: true, age: 60 },
});
/** An exit case of the household as a whole, of which nobody knows since when. */
const caseOf = (over: Partial<Case> = {}): Case => ({
  ...sampleCase(3),
  ...{
    case_id: 'c1',
    rule: 'R04',
    household_id: 'H1',
    grade: 'exit',
    match: 'exact',
    since: null,
    person: null,
  },
  ...over,
});

function merged(cases: readonly Case[], ...facts: readonly HouseholdFacts[]) {
  const of = byId(...(facts.length === 0 ? [household()] : facts));
  const money = ({ start_date, monthly_amount }: HouseholdFacts) => ({
    ...{
      startDate: start_date,
      monthlyFen: monthly_amount === null ? null : Math.round(monthly_amount * 100),
    },
    ...{ coveredSize: 2, payments: null },
  });
  return mergeHouseholds(cases, of, money, AS_OF);
}

describe('a household of the list', () => {
  it('has its cases together with what is proposed and what was overpaid', () => {
    const cases = [
      caseOf({ case_id: 'c2', rule: 'R04', since: '2026-08-20' }),
      caseOf({ case_id: 'c1', rule: 'R02', grade: 'remove', person: person('A'), since: '2026-07-20' }),
      caseOf({ case_id: 'c3', rule: 'R04', grade: 'verify' }),
    ];
    expect(merged(cases, household({ covered_listed: 1 }))).toEqual([
      {
        ...{ household_id: 'H1', township: '新仓镇', village: '芦湾村', village_group: '3组', class: 'B类' },
        head: { name: '张三', id_number: '33992119660101000X' },
        ...{ category: 'rural', household_size: 3, covered_size: 2, monthly_amount: 640.5 },
        ...{ start_date: '2024-01-01', cases: ['c2', 'c1', 'c3'], rules: ['R02', 'R04'] },
        ...{ grade: 'exit', action: 'exit', certainty: 'hard' },
        overpaid: { months: 4, amount: 2241.75, basis: 'estimate' },
        priority: 640.5 * 12 + 2241.75,
      },
    ]);
  });

  it('is proposed for the gravest of what its cases say', () => {
    const action = (...grades: Case['grade'][]) =>
      merged(grades.map((grade) => caseOf({ grade })))[0]?.action;
    expect(action('verify', 'remove', 'exit')).toBe('exit');
    expect(action('verify', 'remove')).toBe('remove');
    expect(action('verify')).toBe('verify');
  });

  it('has of each member who is to be removed a share of what was overpaid', () => {
    const cases = ['A', 'B'].map((id) =>
      caseOf({ grade: 'remove', person: person(id), since: '2026-10-01' }),
    );
    expect(merged(cases)[0]?.overpaid?.amount).toBe(640.5);
    expect(merged(cases.slice(1))[0]?.overpaid?.amount).toBe(320.25);
  });

  it('has the covered members listed where the roster does not say how many are covered', () => {
    expect(merged([caseOf()], household({ covered_size: null, covered_listed: 1 }))[0]?.covered_size).toBe(1);
  });

  it('is hard where one of its cases is, else soft', () => {
    const certainty = (...cases: Case[]) => merged(cases)[0]?.certainty;
    expect(certainty(caseOf({ grade: 'verify' }), caseOf())).toBe('hard');
    expect(certainty(caseOf({ grade: 'verify' }), caseOf({ match: 'near' }))).toBe('soft');
  });

  it('is none where it is on no roster: nothing can be proposed for it', () => {
    expect(merged([caseOf({ household_id: '' }), caseOf()]).map((one) => one.household_id)).toEqual(['H1']);
  });
});

describe('which household is looked at first', () => {
  const priority = (over: Partial<Case>, facts: Partial<HouseholdFacts> = {}) =>
    merged([caseOf(over)], household({ monthly_amount: 100, ...facts }))[0]?.priority;

  it('goes by how certain its best case is', () => {
    const weighed = (grade: Case['grade']) =>
      (['exact', 'id', 'near', 'name'] as const).map((match) => priority({ grade, match }));
    expect(weighed('exit')).toEqual([1200, 1080, 480, 240]);
    expect(weighed('verify')).toEqual([600, 540, 360, 180]);
    const best = merged([caseOf({ grade: 'verify' }), caseOf({ grade: 'verify', match: 'name' })]);
    expect(best[0]?.priority).toBe(640.5 * 6);
  });

  it('goes by the money: a year of it and what was overpaid', () => {
    expect(priority({ since: '2026-09-01' })).toBe(1400);
    expect(priority({}, { monthly_amount: null })).toBe(0);
    expect(priority({ match: 'id' }, { monthly_amount: 33.33 })).toBe(359.96);
  });

  it('counts of the amount, where members are removed, their shares alone', () => {
    const removed = (persons: readonly (string | null)[], facts: Partial<HouseholdFacts> = {}) =>
      merged(
        persons.map((id) => caseOf({ grade: 'remove', person: id === null ? null : person(id) })),
        household({ monthly_amount: 100, ...facts }),
      )[0]?.priority;
    expect(removed(['A'])).toBe(600);
    expect(removed(['A', 'A'])).toBe(600);
    expect(removed(['A', 'B'])).toBe(1200);
    expect(removed(['A', 'B', 'C'])).toBe(1200);
    expect(removed(['A'], { covered_size: null, covered_listed: 4 })).toBe(300);
    expect(removed(['A'], { covered_size: 0 })).toBe(1200);
    expect(removed([null])).toBe(600);
    const beside = [
      caseOf({ grade: 'verify', person: person('B') }),
      caseOf({ grade: 'remove', person: person('A') }),
    ];
    expect(merged(beside, household({ monthly_amount: 100 }))[0]?.priority).toBe(600);
  });

  it('weighs a removal as it weighs an exit', () => {
    const weighed = (['exact', 'id', 'near', 'name'] as const).map((match) =>
      priority({ grade: 'remove', match, person: person('A') }, { covered_size: 1 }),
    );
    expect(weighed).toEqual([1200, 1080, 480, 240]);
  });

  it('is the same every night where the money is the same: by household number', () => {
    const cases = ['H3', 'H1', 'H2', 'H4'].map((household_id) => caseOf({ household_id }));
    const facts = ['H1', 'H2', 'H3'].map((household_id) => household({ household_id }));
    const rich = household({ household_id: 'H4', monthly_amount: 700 });
    expect(merged(cases, rich, ...facts).map((one) => one.household_id)).toEqual(['H4', 'H1', 'H2', 'H3']);
  });
});

describe('counts', () => {
  const facts = byId(
    household(),
    household({ household_id: 'H2', monthly_amount: 0.1, members: [member()] }),
  );

  it('count a household’s money once and its covered members, whatever number of cases it has', () => {
    const cases = [caseOf(), caseOf({ rule: 'R02' })];
    expect(countCases(cases, facts)).toEqual({ cases: 2, households: 1, persons: 2, monthly_amount: 640.5 });
  });

  it('count a person once, named alone or with the household', () => {
    const head = caseOf({ person: person('33992119660101000X') });
    expect(countCases([head, head, caseOf()], facts).persons).toBe(2);
    const child = caseOf({ person: person('339921199003030001') });
    expect(countCases([head, child, caseOf()], facts).persons).toBe(3);
  });

  it('take one number in two households for two persons: each draws with its own', () => {
    const cases = ['H1', 'H2'].map((household_id) =>
      caseOf({ household_id, person: person('33992119660101000X') }),
    );
    expect(countCases(cases, facts)).toEqual({ cases: 2, households: 2, persons: 2, monthly_amount: 640.6 });
  });

  it('sum fen, so that tenths add up', () => {
    const tenths = ['H1', 'H2', 'H3'].map((household_id) => household({ household_id, monthly_amount: 0.1 }));
    const cases = tenths.map(({ household_id }) => caseOf({ household_id }));
    expect(countCases(cases, byId(...tenths)).monthly_amount).toBe(0.3);
    expect(countCases([caseOf()], byId(household({ monthly_amount: null }))).monthly_amount).toBe(0);
  });

  it('count of those on no roster the cases and persons, and no household', () => {
    const lead = caseOf({ household_id: '', person: person('X') });
    expect(countCases([lead, caseOf({ household_id: 'X9' })], facts)).toEqual({
      ...{ cases: 2, households: 0, persons: 1, monthly_amount: 0 },
    });
  });

  it('split into the established and those to verify', () => {
    const soft = caseOf({ match: 'near', household_id: 'H2' });
    const one = { cases: 1, households: 1 };
    expect(countAll([caseOf(), soft], facts)).toEqual({
      total: { cases: 2, households: 2, persons: 3, monthly_amount: 640.6 },
      hard: { ...one, persons: 2, monthly_amount: 640.5 },
      soft: { ...one, persons: 1, monthly_amount: 0.1 },
    });
  });

  it('of the households to be looked at hardest say how many no check names', () => {
    const text = { township: '', village: '', village_group: '', category: '', class: '', head_name: '' };
    const focus = [
      { ...text, household_id: 'H1', monthly_amount: null, irregular: 'C类', able: '张三', complaints: '' },
      { ...text, household_id: 'H2', monthly_amount: 1, irregular: '', able: '', complaints: '2026-10-01' },
      { ...text, household_id: 'H3', monthly_amount: 1, irregular: '', able: '', complaints: '2026-10-02' },
    ];
    expect(focusCounts(focus, new Set(['H1']))).toEqual({
      ...{ households: 3, irregular: 1, complained: 2, without_case: 2 },
    });
  });

  it('group in the order in which things come', () => {
    const groups = groupBy(['b1', 'a1', 'b2'], (one) => one.charAt(0));
    expect([...groups]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ]);
  });
});
