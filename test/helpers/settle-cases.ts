import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type AmountRules, plainAmounts } from '../../src/campaign-file/amount-rules.js';
import type { DatedStandard } from '../../src/campaign-file/types.js';
import type { Case } from '../../src/cases/types.js';
import type { Finding, HappeningOf, Requirement } from '../../src/ledger/events.js';
import type { CaseState, HouseholdState } from '../../src/ledger/state.js';
import type { RosterHousehold, RosterMember } from '../../src/roster/read-roster.js';
import type { Known, RunCase, Terms } from '../../src/settle/inputs.js';

/** A case as a file of test/settle writes it: what it found, and what the run had worked out. */
export interface WrittenCase extends Partial<Finding> {
  readonly check?: string;
  readonly grade?: Case['grade'];
  readonly person?: string;
  readonly id?: string;
  readonly title?: string;
  readonly open?: boolean;
  readonly absent?: boolean;
  readonly reported?: boolean;
  readonly settled?: boolean;
  readonly since?: string;
  readonly overpaid?: number;
  readonly months?: number;
  readonly run_income?: number;
  readonly run_persons?: number;
}

export interface SettleCase {
  readonly name: string;
  readonly household?: Partial<RosterHousehold>;
  /** `B 子女 不享受`; A and B by default. */
  readonly members?: readonly string[];
  readonly cases?: readonly WrittenCase[];
  /** Null: not served. */
  readonly served?: string | null;
  readonly objected?: readonly string[];
  readonly visited?: string;
  readonly waive?: readonly string[];
  /** Of all households, where true. */
  readonly waive_all?: boolean;
  readonly date?: string;
  readonly amount?: AmountRules;
  readonly standards?: readonly DatedStandard[];
  readonly union?: number;
  readonly prior?: Partial<HappeningOf<'settled'>>;
  readonly expect: Readonly<Record<string, unknown>>;
}

export interface SettleFile {
  readonly file: string;
  readonly about: string;
  readonly cases: readonly SettleCase[];
}

const folder = join(import.meta.dirname, '..', 'settle');

export function settleFiles(): SettleFile[] {
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      file,
      ...(parse(readFileSync(join(folder, file), 'utf8')) as Omit<SettleFile, 'file'>),
    }));
}

const HOUSEHOLD = '33992100001';
const idOf = (name: string): string => `33992119${name.charCodeAt(0)}0101000X`;

function memberOf(written: string, index: number): RosterMember {
  const [name = '', relation] = written.split(' ');
  return {
    name,
    id_number: idOf(name),
    relation: index === 0 ? 'self' : (relation ?? 'child'),
    covered: !written.includes('不享受'),
    birth_date: null,
    places: [],
  };
}

/** City, 1208 yuan a month; two persons with 300 yuan each draw 1816. */
export function householdOf({ members = ['A', 'B'], household = {} }: SettleCase): RosterHousehold {
  const rows = members.map(memberOf);
  const covered = rows.filter((one) => one.covered).length;
  return {
    ...{ household_id: HOUSEHOLD, category: 'urban', class: 'A', township: '甲镇', village: '乙村' },
    ...{ village_group: '', address: '', phone: '', household_size: rows.length, covered_size: covered },
    ...{ covered, n: rows.length, income_per_capita: 300, monthly_amount: 1816, supplement: null, tier: '' },
    ...{ start_date: '2024-01-01', bank_account: '', account_name: '', standard_year: 14_496 },
    members: rows,
    ...household,
  };
}

const answer: Finding = {
  ...{ visited: '2026-11-10', seen: true, unseen_reason: '', verdict: 'confirmed' },
  ...{ ground: '情况属实,无合理情形', note: '', household_size: null, covered_size: null, income: null },
  ...{ materials: '', measure: null, from_month: null, new_amount: null, recover: null, opinion: null },
  ...{ investigators: ['赵一', '钱二'], village_officer: '', reviewer: '', reviewed: null, remark: '' },
};

function stateOf(written: WrittenCase, index: number): CaseState {
  const { check = 'R04.car', grade = 'exit', person, id, title = check, open, absent, reported } = written;
  const one = person === undefined ? null : { name: person, id_number: id ?? idOf(person) };
  const told = Object.keys(answer) as (keyof Finding)[];
  const own = Object.fromEntries(told.flatMap((key) => (key in written ? [[key, written[key]]] : [])));
  return {
    slip: {
      ...{ case_id: `${check}-${index}`, check, title, grade, household_id: HOUSEHOLD, township: '甲镇' },
      ...{
        village: '乙村',
        category: 'urban',
        head: null,
        person: one,
        reason: `${title}的事实`,
        overpaid: null,
      },
    },
    ...{
      digest: '',
      stage: open ? 'open' : written.settled ? 'settled' : 'verified',
      present: absent !== true,
      earlier: [],
    },
    finding: open ? null : { ...answer, ...own },
    ...{ dispatched: null, settled: null, exemption: null, marks: new Set() },
    ...{ reported: reported ?? false, seq: index },
  };
}

function runOf({ since, overpaid, months = 1, run_income, run_persons = 2 }: WrittenCase): RunCase {
  return {
    since: since ?? null,
    start_date: '2024-01-01',
    overpaid: overpaid === undefined ? null : { months, amount: overpaid, basis: 'payments' },
    income: run_income === undefined ? null : { fen: BigInt(run_income * 100), n: run_persons },
  };
}

function householdState({
  served = '2026-11-20',
  objected = [],
  visited,
  prior,
}: SettleCase): HouseholdState {
  const none = { file: '', sha256: '', row: 1 };
  return {
    household_id: HOUSEHOLD,
    visit:
      visited === undefined
        ? null
        : {
            ...{ what: 'visited', household_id: HOUSEHOLD, batch: '', visited, persons_due: 1 },
            ...{ persons_seen: 1, unseen_reason: '', note: '', investigators: [], origin: none },
          },
    surveyed: null,
    secondLook: null,
    served:
      served === null
        ? null
        : {
            what: 'served',
            household_id: HOUSEHOLD,
            on: served,
            manner: '直接送达',
            by: '孙三',
            origin: null,
          },
    settled: prior === undefined ? null : priorOf(prior),
    objections: objected.map((on) => ({
      what: 'objected',
      household_id: HOUSEHOLD,
      on,
      text: '不服',
      origin: null,
    })),
    recovered: 0,
  } as HouseholdState;
}

function priorOf(prior: Partial<HappeningOf<'settled'>>): HappeningOf<'settled'> {
  return {
    ...{ what: 'settled', household_id: HOUSEHOLD, cases: [], measure: 'lower', from_month: '2026-12' },
    ...{ before: { persons: 2, amount: 1816 }, after: { persons: 2, amount: 1616 }, removed: [] },
    ...{ departed: [], size: 2, recover: 0, reason: '以前的事由。' },
    ...prior,
  };
}

export function knownOf(one: SettleCase): Known {
  const written = one.cases ?? [];
  const cases = written.map(stateOf);
  const union = one.union === undefined ? null : { months: 2, amount: one.union, basis: 'payments' as const };
  return {
    cases,
    state: householdState(one),
    run: new Map(cases.map((state, index) => [state.slip.case_id, runOf(written[index] ?? {})])),
    union: union === null ? null : { overpaid: union, cases: cases.map(({ slip }) => slip.case_id) },
  };
}

const standards: readonly DatedStandard[] = [
  { category: 'urban', from: '2025-07-01', yearly: '14496.00', size: null },
  { category: 'rural', from: '2025-07-01', yearly: '13200.00', size: null },
];

export function termsFor(one: SettleCase): Terms {
  return {
    ...{ date: one.date ?? '2026-12-01', asOf: '2026-11-01', standards: one.standards ?? standards },
    ...{ amount: one.amount ?? plainAmounts, edgeMultiple: 1.5, objectionDays: 5 },
    waivers: (one.waive ?? []).map((requirement) => ({
      ...{ what: 'waived' as const, requirement: requirement as Requirement, by: '李局长', why: '书面同意' },
      household_id: one.waive_all ? null : HOUSEHOLD,
    })),
    basis: new Map([['R04.car', ['《社会救助暂行办法》(国务院令第649号)第九条']]]),
  };
}
