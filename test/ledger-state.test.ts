import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Happening, LedgerEvent, Verdict } from '../src/ledger/events.js';
import { stateOf, waiverOf } from '../src/ledger/state.js';
import { finding, origin } from './helpers/ledger-finding.js';

interface Expected {
  readonly stage: string;
  readonly present?: boolean;
  readonly batch?: string;
  readonly verdict?: string;
  readonly earlier?: readonly string[];
  readonly marks?: readonly string[];
  readonly reported?: boolean;
}

interface Transition {
  readonly name: string;
  readonly before: readonly string[];
  readonly then: string;
  readonly is: Expected;
}

const table = parse(
  readFileSync(join(import.meta.dirname, 'ledger', 'transitions.yaml'), 'utf8'),
) as Transition[];

const slip = {
  ...{ case_id: 'R04.car-1', check: 'R04.car', title: '家有小汽车', grade: 'exit' as const },
  ...{ household_id: '甲户', township: '东溪镇', village: '东村', category: 'rural' as const },
  ...{ head: null, person: null, reason: '有车', overpaid: null },
};
const other = { ...slip, case_id: 'R04.car-2', household_id: '乙户' };
const cases = [slip.case_id];

const verdict = (which: Verdict): Happening => ({
  ...{ what: 'verified', case_id: slip.case_id, batch: '一', origin },
  finding: finding({ verdict: which }),
});
const sent = (batch: string): Happening => ({
  ...{ what: 'dispatched', batch, recipient: '东溪镇', township: '东溪镇', file: '核实表.xlsx', sha256: '' },
  ...{ deadline: '2026-11-30', cases, households: ['丙户'] },
});
const paid = (amount: number): Happening => ({
  ...{ what: 'recovered', household_id: '甲户', amount, on: '2026-12-01', receipt: '', origin: null },
});

const steps: Readonly<Record<string, Happening>> = {
  found: { what: 'found', digest: '一', slip },
  'found-else': { what: 'found', digest: '二', slip },
  changed: { what: 'changed', digest: '二', slip },
  gone: { what: 'gone', case_id: slip.case_id },
  dispatched: sent('一'),
  'dispatched-again': sent('二'),
  confirmed: verdict('confirmed'),
  dismissed: verdict('dismissed'),
  partly: verdict('partly'),
  sent_back: {
    ...{ what: 'sent_back', batch: '三', township: '东溪镇', seed: '1', why: '抽查', cases, households: [] },
  },
  objected: { what: 'objected', household_id: '甲户', on: '2026-11-20', text: '不服', origin: null },
  settled: {
    ...{ what: 'settled', household_id: '甲户', cases, measure: 'stop', from_month: '2026-12' },
    ...{ before: { persons: 3, amount: 900 }, after: { persons: 0, amount: 0 } },
    ...{ removed: [], recover: 100, reason: '有车' },
  },
  'paid-part': paid(40),
  'paid-rest': paid(60),
  reported: { what: 'reported', slip, origin },
};

function events(happenings: readonly Happening[]): LedgerEvent[] {
  return happenings.map((event, index) => ({
    ...{ seq: index + 1, at: '2026-11-01T08:00:00.000Z', who: '甲', command: 'test', event, hash: '' },
  }));
}

const named = (names: readonly string[]): Happening[] =>
  names.map((name) => {
    const step = steps[name];
    if (step === undefined) throw new Error(`no step ${name}`);
    return step;
  });

describe('a case', () => {
  it.each(table)('$name', ({ before, then, is }) => {
    const found: Happening = { what: 'found', digest: '一', slip: other };
    const all = [found, ...named([...before, then])];
    const state = stateOf(events(all));
    const one = state.cases.get(slip.case_id);
    expect({
      stage: one?.stage,
      present: one?.present,
      batch: one?.dispatched?.batch,
      verdict: one?.finding?.verdict,
      earlier: one?.earlier.map((each) => each.verdict),
      marks: [...(one?.marks ?? [])].sort(),
      reported: one?.reported,
    }).toEqual({ present: true, reported: false, earlier: [], marks: [], ...is });
    expect(one?.settled === null).toBe(!['settled', 'recovered'].includes(is.stage));
    // Nothing of it touches the case of another household.
    expect(state.cases.get(other.case_id)).toMatchObject({ stage: 'open', seq: 1, finding: null });
    expect(state.casesOf.get('甲户')).toEqual([one]);
  });

  it('has a row in the table for every step', () => {
    expect(new Set(table.map(({ then }) => then))).toEqual(new Set(Object.keys(steps)));
  });

  it('that nobody knows changes nothing', () => {
    const before = stateOf([]);
    const after = stateOf(events(named(['gone', 'confirmed', 'changed', 'sent_back'])));
    expect(after.cases.size).toBe(before.cases.size);
  });
});

describe('a household', () => {
  const visit: Happening = {
    ...{ what: 'visited', household_id: '丙户', batch: '一', visited: '2026-11-12', persons_due: 2 },
    ...{ persons_seen: 1, unseen_reason: '外出务工', note: '', investigators: [], origin },
  };
  const served: Happening = {
    ...{
      what: 'served',
      household_id: '甲户',
      on: '2026-11-12',
      manner: '直接送达',
      by: '张三',
      origin: null,
    },
  };

  it('keeps its survey, visit, notice, settlement, objections and what came back', () => {
    const all = [...named(['found', 'dispatched', 'confirmed', 'settled', 'paid-part']), visit, served];
    const { households } = stateOf(events(all));
    expect(households.get('丙户')).toMatchObject({ surveyed: '一', visit: { persons_seen: 1 } });
    expect(households.get('甲户')).toMatchObject({ served: { on: '2026-11-12' }, recovered: 40 });
    expect(households.get('甲户')?.settled?.measure).toBe('stop');
    const objected = stateOf(events([...all, ...named(['objected'])])).households.get('甲户');
    expect(objected).toMatchObject({ settled: null, recovered: 40, objections: [{ text: '不服' }] });
  });

  it('counts what came back to the fen', () => {
    const all = [...named(['found', 'confirmed', 'settled']), paid(0.1), paid(0.2), paid(99.7)];
    const state = stateOf(events(all));
    expect(state.households.get('甲户')?.recovered).toBe(100);
    expect(state.cases.get(slip.case_id)?.stage).toBe('recovered');
  });
});

it('a waiver holds for its household, or for all; the last one counts', () => {
  const waiver = (household_id: string | null, why: string): Happening => ({
    ...{ what: 'waived', requirement: 'served', household_id, by: '王局', why },
  });
  const state = stateOf(events([waiver(null, '全部'), waiver('甲户', '甲')]));
  expect(waiverOf(state, 'served', '甲户')?.why).toBe('甲');
  expect(waiverOf(state, 'served', '乙户')?.why).toBe('全部');
  expect(waiverOf(state, 'period', '甲户')).toBeUndefined();
});

it('runs, batches, notices and the name are kept in their order', () => {
  const run = (folder: string): Happening => ({
    ...{ what: 'run', folder, as_of: '2026-11-01', cases: 0, households: 0, sha256: '' },
  });
  const noticed: Happening = {
    ...{ what: 'noticed', round: '1', from: '2026-11-01', to: '2026-11-08', villages: 1, households: 2 },
  };
  const all = [{ what: 'founded', name: '专项' } as const, run('一'), sent('一'), run('二'), noticed];
  const state = stateOf(events(all));
  expect([state.name, state.runs.map(({ folder }) => folder)]).toEqual(['专项', ['一', '二']]);
  expect([state.batches.length, state.notices.length]).toEqual([1, 1]);
});
