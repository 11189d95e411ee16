import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../src/rules/catalogue.js';
import { loadCaseFiles, outcomeOf } from './helpers/rule-cases.js';
import { datesIn, detailOf, parametersIn, reached, sideOf, words } from './helpers/rule-limits.js';

const rules = new Map((await loadCatalogue()).map((rule) => [rule.id, rule]));
const files = loadCaseFiles();

/** Limits that a case cannot stand at the edge of, and why. */
const NOT_TRIED: Readonly<Record<string, string>> = {
  day: 'the argument of a macro: the columns given to it are tried',
  start_day: 'the argument of a macro',
  end_day: 'the argument of a macro',
  retirement_men_cap: 'tried month by month in parameters-retirement.test.ts',
  retirement_men_step: 'the same',
  retirement_men_first_birth: 'the same',
  retirement_women_50_cap: 'the same',
  retirement_women_50_step: 'the same',
  retirement_women_50_first_birth: 'the same',
  retirement_women_55_cap: 'the same',
  retirement_women_55_step: 'the same',
  retirement_women_55_first_birth: 'the same',
  operating_uses: 'words of a closed list, each of them tried in R04.commercial',
  operating_codes: 'the same',
  car_words: 'words of a closed list, each of them tried in R04.car',
  car_codes: 'the same',
  car_patterns: 'the same',
  car_plate_kinds: 'the same',
  home_words: 'words of a closed list, each of them tried in R04.homes',
  shop_words: 'words of a closed list, each of them tried in R04.shop',
};

describe.each(files.map((file) => [file.check, file] as const))('%s', (check, file) => {
  const rule = rules.get(check);
  if (!rule) throw new Error(`no check ${check}`);
  const limits = new Set(file.cases.flatMap((one) => one.limit));
  const exceptions = new Set(file.cases.flatMap((one) => one.exception));
  const named = (what: string): boolean => limits.has(what) || exceptions.has(what) || what in NOT_TRIED;

  it('has a case that hits, one that is clear, one at a limit and one of an exception', () => {
    const outcomes = file.cases.map(outcomeOf);
    expect(outcomes).toContain('hit');
    expect(outcomes).toContain('clear');
    expect(limits.size, 'limit: of a case').toBeGreaterThan(0);
    expect(exceptions.size, 'exception: of a case').toBeGreaterThan(0);
  });

  it.each([...limits])('has cases on both sides of its limit: %s', (limit) => {
    const at = file.cases.filter((one) => one.limit.includes(limit));
    const sides = new Set(at.map((one) => sideOf(one, rule)));
    const details = new Set(at.map(detailOf));
    expect(
      sides.size > 1 || (details.size > 1 && !details.has('')),
      at.map(({ name }) => name).join(' / '),
    ).toBe(true);
  });

  it('frees, or lowers the grade, in every exception', () => {
    for (const one of file.cases.filter(({ exception }) => exception.length > 0)) {
      const lowered = one.expect.every((each) => (each.grade ?? rule.grade) === 'verify');
      expect(outcomeOf(one) !== 'hit' || lowered, one.name).toBe(true);
    }
  });

  it('has cases of every parameter and date that its own SQL asks for', () => {
    expect([...parametersIn(rule.sql), ...datesIn(rule.sql)].filter((each) => !named(each))).toEqual([]);
  });

  it('has an exception for each register that could excuse', () => {
    expect(rule.excused_by.filter((register) => !exceptions.has(register))).toEqual([]);
  });
});

describe('the shared words', () => {
  it.each([...words])('%s: some check that uses it has cases of its parameters and dates', (word, sql) => {
    const users = files.filter(({ check }) => reached(rules.get(check)?.sql ?? '').has(word));
    const tried = new Set(
      users.flatMap(({ cases }) => cases.flatMap(({ limit, exception }) => [...limit, ...exception])),
    );
    const asked = [...parametersIn(sql), ...datesIn(sql)];
    expect(asked.filter((each) => !tried.has(each) && !(each in NOT_TRIED))).toEqual([]);
  });
});

describe('what is not tried at its edge', () => {
  it('is asked for by some SQL', () => {
    const sql = [...words.values(), ...[...rules.values()].map((rule) => rule.sql)].join('\n');
    const asked = new Set([...parametersIn(sql), ...datesIn(sql)]);
    expect(Object.keys(NOT_TRIED).filter((each) => !asked.has(each))).toEqual([]);
  });
});
