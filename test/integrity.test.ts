import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, Household, Summary } from '../src/cases/types.js';
import { runCli } from './helpers/cli.js';

const demo = join(import.meta.dirname, '..', 'fixtures', 'demo');

interface Finding {
  readonly check: string;
  readonly household_id: string;
  readonly person: string;
  readonly fact: string;
  /** D06: what is due a month, in yuan. */
  readonly amount?: number;
}

const planted = JSON.parse(readFileSync(join(demo, 'planted.json'), 'utf8')) as {
  readonly others: readonly Finding[];
  readonly near_misses: readonly { readonly household_id: string }[];
};
const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

describe('the integrity checks in the demo county', () => {
  const out = mkdtempSync(join(tmpdir(), 'dibao-integrity-'));
  let cases: Case[] = [];
  let households: Household[] = [];
  beforeAll(() => {
    runCli(['check', '--quiet', '-c', join(demo, 'dibao.yaml'), '-o', join(out, 'run')]);
    cases = lines(join(out, 'run', 'cases.ndjson'));
    households = lines(join(out, 'run', 'households.ndjson'));
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it('finds each planted one', () => {
    const found = new Set(cases.map((one) => `${one.check} ${one.household_id} ${one.fact}`));
    const wanted = planted.others;
    expect(wanted.filter((one) => !found.has(`${one.check} ${one.household_id} ${one.fact}`))).toEqual([]);
    for (const check of ['D02', 'D03', 'D04', 'D05', 'D06', 'D09', 'D10', 'D11'])
      expect(wanted.some((one) => one.check.startsWith(check))).toBe(true);
  });

  it('works out the amount that the planted incomes leave, of those households and of no other', () => {
    const wanted = planted.others.filter(({ check }) => check === 'D06.amount');
    expect(wanted.length).toBeGreaterThan(30);
    const found = cases.filter(({ check }) => check === 'D06.amount');
    expect(found.map(({ household_id }) => household_id).sort()).toEqual(
      wanted.map(({ household_id }) => household_id).sort(),
    );
    const amounts = new Map(found.map((one) => [one.household_id, Number(one.arithmetic.new_amount)]));
    for (const { household_id, amount } of wanted)
      expect({ household_id, amount: amounts.get(household_id) }).toEqual({ household_id, amount });
  });

  it('lists whose number or name is not right, and nobody else', () => {
    const wanted = planted.others.filter(({ check }) => check === 'D09.identity');
    expect(wanted.length).toBeGreaterThan(20);
    const found = cases.filter(({ check }) => check === 'D09.identity');
    const told = (one: { household_id: string }, person: string) => `${one.household_id} ${person}`;
    expect(found.map((one) => told(one, one.person?.id_number ?? '')).sort()).toEqual(
      wanted.map((one) => told(one, one.person)).sort(),
    );
  });

  it('lists nobody else, but for the amount and the identity of those who come close to another case', () => {
    const known = new Set(planted.others.map((one) => `${one.check} ${one.household_id}`));
    const dead = new Set(
      cases.filter(({ check }) => check === 'R02.death').map(({ household_id }) => household_id),
    );
    const more = cases.filter(
      ({ check, household_id, fact }) =>
        /^D(02|03\.holder|04|05|10|11)/.test(check) &&
        !known.has(`${check} ${household_id}`) &&
        !(fact === '死亡后发放' && dead.has(household_id)),
    );
    expect(more.map(({ check, household_id }) => `${check} ${household_id}`)).toEqual([]);
    const near = new Set(planted.near_misses.map((one) => one.household_id));
    const close = new Set(cases.filter((one) => near.has(one.household_id)).map(({ check }) => check));
    expect([...close].sort()).toEqual(['D06.amount', 'D09.identity']);
  });

  it('proposes nothing for those who are on no roster', () => {
    const leads = cases.filter(({ head }) => head === null);
    expect(leads.map(({ check }) => check).sort()).toEqual(['D04.payment', 'D10.missed', 'D10.missed']);
    for (const one of leads)
      expect({ grade: one.grade, overpaid: one.overpaid }).toEqual({ grade: 'verify', overpaid: null });
    const named = new Set(households.map(({ household_id }) => household_id));
    expect(leads.filter(({ household_id }) => named.has(household_id))).toEqual([]);
    const summary = JSON.parse(readFileSync(join(out, 'run', 'summary.json'), 'utf8')) as Summary;
    expect(summary.total.households).toBe(households.length);
  });

  it('explains a lead by its case, and the amount of a household with the months paid otherwise', () => {
    const lead = cases.find(({ check }) => check === 'D10.missed');
    const config = ['-c', join(demo, 'dibao.yaml')];
    const told = runCli(['explain', lead?.case_id ?? '', ...config]);
    expect(told.stdout).toContain('不在低保名册');
    const differing = cases.find(({ fact }) => fact === '金额不符');
    const page = runCli(['explain', differing?.household_id ?? '', ...config]).stdout;
    expect(page).toMatch(/2026-09 +2393\.00 +2333\.00 +60\.00/);
    expect(page).toContain('不足1元的进到1元');
  });

  it('says of every case of public payroll whether the exit was declared in time', () => {
    const own = cases.filter(({ rule }) => rule === 'R01');
    expect(own.length).toBeGreaterThan(0);
    for (const one of own) expect(one.arithmetic.declared_exit).toMatch(/^(已主动申报|逾期未申报)/);
  });
});
