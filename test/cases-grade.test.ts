import { describe, expect, it } from 'vitest';
import { checkAlarms, isStale, isUnmatched, manyLimit } from '../src/cases/alarms.js';
import { gradeOf } from '../src/cases/grade.js';
import { isHard } from '../src/cases/households.js';
import type { RuleResult, RuleRow } from '../src/rules/execute.js';
import { household, ruleOf, ruleResult, ruleRow } from './helpers/case-parts.js';
import { plainCampaign } from './helpers/plain-campaign.js';

const AS_OF = '2026-11-15';
const campaign = plainCampaign({
  asOf: AS_OF,
  parameters: { alarm_share: 0.25, alarm_register_rows: 1000, stale_days: 90 },
});

describe('the grade of a case', () => {
  const titles = (register: string): string => `《${register}》`;
  const graded = (row: Partial<RuleRow>, result: Partial<RuleResult> = {}, grace: string | null = null) =>
    gradeOf(ruleResult(result), ruleRow(row), household({ grace_until: grace }), AS_OF, titles);

  it('is the check’s own, or the row’s where it has one', () => {
    expect(graded({})).toEqual({ grade: 'exit', marks: [], doubt: '' });
    expect(graded({ grade: 'remove' }).grade).toBe('remove');
  });

  it('stays with another name under the same number, which is marked', () => {
    expect(graded({ match: 'id' })).toEqual({ grade: 'exit', marks: ['姓名不一致'], doubt: '' });
  });

  it('is verify for a number that is near, and for a name alone', () => {
    expect(graded({ match: 'near' })).toEqual({ grade: 'verify', marks: ['证号相近'], doubt: '' });
    expect(graded({ match: 'name', grade: 'remove' })).toMatchObject({
      ...{ grade: 'verify', marks: ['仅姓名相同'] },
    });
  });

  it('is verify up to the last day of the period of grace', () => {
    expect(graded({}, {}, '2026-11-15')).toEqual({ grade: 'verify', marks: ['渐退期内'], doubt: '' });
    expect(graded({}, {}, '2026-11-14')).toEqual({ grade: 'exit', marks: [], doubt: '' });
  });

  it('is verify where a register that could excuse is missing, and the reason says which', () => {
    const { grade, marks, doubt } = graded({}, { missingExcuses: ['disability', 'illness'] });
    expect({ grade, marks }).toEqual({ grade: 'verify', marks: [] });
    expect(doubt).toBe(';未取得《disability》、《illness》数据,未能排除');
  });

  it('is verify where the pack lowers the check, whatever the row says', () => {
    expect(graded({ grade: 'exit' }, { rule: ruleOf({ lowered: true }) }).grade).toBe('verify');
  });

  it('is established (硬) only with a grade to act on and an equal number', () => {
    const hard = (grade: 'exit' | 'remove' | 'verify', match: RuleRow['match']): boolean =>
      isHard({ grade, match });
    expect([hard('exit', 'exact'), hard('remove', 'id')]).toEqual([true, true]);
    expect([hard('verify', 'exact'), hard('exit', 'near'), hard('exit', 'name')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('an alarm instead of a list', () => {
  const hitting = (households: readonly string[], id = 'R04.car'): RuleResult =>
    ruleResult({ rule: ruleOf({ id }), hits: households.map((household_id) => ruleRow({ household_id })) });
  const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `H${index}`);

  it('names the checks that hit more households than the share allows', () => {
    const results = [hitting(many(11), 'R04.car'), hitting(many(10), 'R02.death')];
    expect(checkAlarms(campaign, results, 40)).toEqual(new Set(['R04.car']));
  });

  it('is none for fewer than ten households, however small the roster', () => {
    expect(checkAlarms(campaign, [hitting(many(9))], 9)).toEqual(new Set());
    expect(checkAlarms(campaign, [hitting(many(10))], 10)).toEqual(new Set(['R04.car']));
  });

  it('counts a household once, however often it is hit', () => {
    expect(checkAlarms(campaign, [hitting([...many(9), ...many(9)])], 10).size).toBe(0);
  });

  it('counts those on no roster person by person', () => {
    const leads = (persons: readonly (string | null)[]): RuleResult =>
      ruleResult({ hits: persons.map((person) => ruleRow({ household_id: '', person })) });
    expect(checkAlarms(campaign, [leads(many(10))], 10).size).toBe(1);
    expect(checkAlarms(campaign, [leads([...many(9), 'H0', null])], 10).size).toBe(1);
    expect(checkAlarms(campaign, [leads([...many(9), 'H0'])], 10).size).toBe(0);
  });

  it('takes a household numbered by an ID number, and a lead about that number, for two', () => {
    const listed = many(9).map((household_id) => ruleRow({ household_id }));
    const lead = ruleRow({ household_id: '', person: 'H8' });
    expect(checkAlarms(campaign, [ruleResult({ hits: [...listed, lead] })], 10).size).toBe(1);
  });

  it('is the limit from which on a check’s hits are not listed one by one', () => {
    expect(manyLimit(campaign, 40)).toEqual({ all: 40, least: 11 });
    expect(manyLimit(campaign, 8)).toEqual({ all: 8, least: 10 });
  });
});

describe('a register to be doubted', () => {
  it('is one of many rows that matches nobody', () => {
    expect(isUnmatched(campaign, 1001, 0)).toBe(true);
    expect(isUnmatched(campaign, 1000, 0)).toBe(false);
    expect(isUnmatched(campaign, 1001, 1)).toBe(false);
  });

  it('is one that is older than may be; without a date nothing is said', () => {
    expect(isStale(campaign, '2026-08-17')).toBe(false);
    expect(isStale(campaign, '2026-08-16')).toBe(true);
    expect(isStale(campaign, null)).toBe(false);
  });
});
