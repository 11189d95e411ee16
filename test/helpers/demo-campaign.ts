import type { Case } from '../../src/cases/types.js';
import type { Happening, Measure } from '../../src/ledger/events.js';
import { casesIn, slipOf } from './campaign-ledger.js';
import { checkedDemo } from './checked-demo.js';
import { finding, origin } from './ledger-finding.js';

/** The demo county as a campaign folder with a finished run in 疑点, and a ledger that knows of it; its cases. */
export function demoCampaign(folder: string): Case[] {
  return casesIn(checkedDemo(folder));
}

const verdicts = ['confirmed', 'confirmed', 'dismissed', 'confirmed', 'partly'] as const;
const measures: readonly Measure[] = ['stop', 'remove', 'lower', 'edge', 'raise', 'keep', 'stop'];

function settledHappenings(cases: readonly Case[]): Happening[] {
  const households = [...new Set(cases.map(({ household_id }) => household_id))];
  return households.flatMap((household_id, index): Happening[] => {
    const own = cases.filter((one) => one.household_id === household_id);
    const persons = own[0]?.covered_size ?? 1;
    const amount = own[0]?.monthly_amount ?? 0;
    const measure = measures[index % measures.length] ?? 'keep';
    const after = {
      stop: { persons: 0, amount: 0 },
      edge: { persons: 0, amount: 0 },
      remove: { persons: Math.max(persons - 1, 1), amount: Math.floor(amount / 2) },
      lower: { persons, amount: Math.max(amount - 100, 0) },
      raise: { persons, amount: amount + 50.5 },
      keep: { persons, amount },
    }[measure];
    const recover = index % 3 === 0 ? 1234.56 : 0;
    const settled: Happening = {
      what: 'settled',
      household_id,
      cases: own.map(({ case_id }) => case_id),
      measure,
      from_month: '2026-12',
      before: { persons, amount },
      after,
      removed: [],
      recover,
      reason: '核实属实',
    };
    if (recover === 0) return [settled];
    const back = { what: 'recovered' as const, household_id, on: '2026-11-28', receipt: '', origin: null };
    return [settled, { ...back, amount: index % 2 === 0 ? recover : 200 }];
  });
}

/** What a campaign half way through has in its ledger: every stage, several townships, several measures. */
export function halfWay(cases: readonly Case[]): Happening[] {
  const townships = [...new Set(cases.map(({ township }) => township))];
  const out = cases.filter(({ township }) => township !== townships.at(-1));
  const answered = out.filter((_, index) => index % 4 !== 3);
  const verified = answered.map((one, index): Happening => {
    const verdict = verdicts[index % verdicts.length] ?? 'confirmed';
    return {
      what: 'verified',
      case_id: one.case_id,
      batch: `批-${one.township}`,
      finding: finding({ verdict, seen: index % 6 !== 0 }),
      origin,
    };
  });
  const held = answered.filter((_, index) => verdicts[index % verdicts.length] !== 'dismissed');
  const settled = held.slice(0, Math.floor(held.length / 2));
  const waiting = out.filter((_, index) => index % 4 === 3);
  const [first, second] = waiting;
  const reported = first && { ...slipOf(first), case_id: '补报-1', check: '补报', title: '人户分离' };
  const unflagged = { what: 'visited' as const, household_id: '无疑点户1', batch: '批-普查' };
  return [
    ...townships.slice(0, -1).map((township, index): Happening => {
      const own = out.filter((one) => one.township === township).map(({ case_id }) => case_id);
      const deadline = index === 0 ? '2026-11-15' : '2026-12-15';
      const sent = { batch: `批-${township}`, recipient: township, township, file: '表.xlsx' };
      return { what: 'dispatched', ...sent, sha256: origin.sha256, deadline, cases: own, households: [] };
    }),
    {
      what: 'dispatched',
      batch: '批-普查',
      recipient: townships[0] ?? '',
      township: townships[0] ?? '',
      file: '普查.xlsx',
      sha256: origin.sha256,
      deadline: '2026-11-15',
      cases: [],
      households: ['无疑点户1', '无疑点户2'],
    },
    {
      ...unflagged,
      visited: '2026-11-12',
      persons_due: 3,
      persons_seen: 2,
      unseen_reason: '外出务工',
      note: '',
      investigators: ['甲某', '乙某'],
      origin,
    },
    ...verified,
    ...(reported ? [{ what: 'reported' as const, slip: reported, origin }] : []),
    ...(reported
      ? [
          {
            what: 'verified' as const,
            case_id: '补报-1',
            batch: '',
            finding: finding({ verdict: 'confirmed' }),
            origin,
          },
        ]
      : []),
    ...(second ? [{ what: 'changed' as const, digest: 'other', slip: slipOf(second) }] : []),
    ...settledHappenings(settled),
    ...(held[0]
      ? [
          {
            what: 'served' as const,
            household_id: held[0].household_id,
            on: '2026-11-16',
            manner: '直接送达',
            by: '甲某',
            origin,
          },
        ]
      : []),
    { what: 'waived', requirement: 'served', household_id: null, by: '丙某', why: '主动退出' },
    { what: 'noticed', round: '1', from: '2026-11-20', to: '2026-11-27', villages: 12, households: 40 },
  ];
}
