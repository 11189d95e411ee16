import { describe, expect, it } from 'vitest';
import type { Happening, Slip } from '../src/ledger/events.js';
import { stateOf } from '../src/ledger/state.js';
import { progressOf } from '../src/progress/progress.js';
import { percent, wan } from '../src/progress/rounding.js';
import type { CaseCounts, Progress } from '../src/progress/types.js';
import { finding, origin } from './helpers/ledger-finding.js';

const date = '2026-11-30';

function progress(happenings: readonly Happening[], on = date): Progress {
  const by = { at: '2026-11-01T00:00:00.000Z', who: '测试员', command: 'test', hash: '' };
  const events = happenings.map((event, index) => ({ seq: index + 1, ...by, event }));
  return progressOf(stateOf(events), on);
}

function slip(case_id: string, more: Partial<Slip> = {}): Slip {
  return {
    case_id,
    check: 'R04.car',
    title: '家有小汽车',
    grade: 'exit',
    household_id: `户${case_id}`,
    township: '东镇',
    village: '甲村',
    category: 'rural',
    head: { name: '某甲', id_number: `主${case_id}` },
    person: null,
    reason: '',
    overpaid: null,
    ...more,
  };
}

const found = (case_id: string, more: Partial<Slip> = {}, digest = 'a'): Happening => ({
  what: 'found',
  digest,
  slip: slip(case_id, more),
});
const sent = (cases: string[], deadline = '2026-12-31', households: string[] = []): Happening => ({
  ...{
    what: 'dispatched',
    batch: `批${deadline}`,
    recipient: '东镇',
    township: '东镇',
    file: '',
    sha256: '',
  },
  ...{ deadline, cases, households },
});
const verified = (case_id: string, verdict: 'confirmed' | 'dismissed' | 'partly', more = {}): Happening => ({
  ...{ what: 'verified', case_id, batch: '', finding: finding({ verdict, ...more }), origin },
});
const settled = (case_id: string, recover = 0): Happening => ({
  ...{
    what: 'settled',
    household_id: `户${case_id}`,
    cases: [case_id],
    measure: 'stop',
    from_month: '2026-12',
  },
  ...{
    before: { persons: 2, amount: 700.1 },
    after: { persons: 0, amount: 0 },
    removed: [],
    recover,
    reason: '',
  },
});
const recovered = (case_id: string, amount: number): Happening => ({
  ...{ what: 'recovered', household_id: `户${case_id}`, amount, on: date, receipt: '', origin: null },
});

const counted = (happenings: readonly Happening[], on = date): Partial<CaseCounts> => {
  const { again: _, ...counts } = progress(happenings, on).total.counts;
  return Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== 0 && value !== null));
};

describe('cases by stage', () => {
  it.each<[string, readonly Happening[], Partial<CaseCounts>]>([
    ['found', [found('1')], { cases: 1, open: 1 }],
    ['sent out', [found('1'), sent(['1'])], { cases: 1, dispatched: 1 }],
    ['late', [found('1'), sent(['1'], '2026-11-29')], { cases: 1, dispatched: 1, overdue: 1 }],
    ['not late on the last day', [found('1'), sent(['1'], date)], { cases: 1, dispatched: 1 }],
    [
      'answered, though after the deadline',
      [found('1'), sent(['1'], '2026-11-01'), verified('1', 'confirmed')],
      { cases: 1, verified: 1, confirmed: 1, pending: 1, judged: 1, held: 1 },
    ],
    [
      'partly so',
      [found('1'), sent(['1']), verified('1', 'partly')],
      { cases: 1, verified: 1, partly: 1, pending: 1, judged: 1, held: 1 },
    ],
    [
      'dismissed: closed without a measure',
      [found('1'), sent(['1']), verified('1', 'dismissed')],
      { cases: 1, verified: 1, dismissed: 1, closed: 1, judged: 1, closed_rate: 100 },
    ],
    [
      'settled',
      [found('1'), verified('1', 'confirmed'), settled('1')],
      { cases: 1, verified: 1, confirmed: 1, settled: 1, closed: 1, judged: 1, held: 1, closed_rate: 100 },
    ],
    [
      'recovered in part',
      [found('1'), verified('1', 'confirmed'), settled('1', 100), recovered('1', 99.99)],
      { cases: 1, verified: 1, confirmed: 1, settled: 1, closed: 1, judged: 1, held: 1, closed_rate: 100 },
    ],
    [
      'recovered whole, in two parts',
      [found('1'), verified('1', 'confirmed'), settled('1', 100), recovered('1', 99.9), recovered('1', 0.1)],
      {
        ...{ cases: 1, verified: 1, confirmed: 1, settled: 1, closed: 1, recovered: 1, judged: 1, held: 1 },
        closed_rate: 100,
      },
    ],
    ['gone before anybody looked', [found('1'), { what: 'gone', case_id: '1' }], { gone: 1 }],
    [
      'gone after a verdict: it still counts',
      [found('1'), verified('1', 'confirmed'), { what: 'gone', case_id: '1' }],
      { cases: 1, verified: 1, confirmed: 1, pending: 1, judged: 1, held: 1 },
    ],
    [
      'reported by visitors: no part of precision',
      [{ what: 'reported', slip: slip('1'), origin }, verified('1', 'confirmed')],
      { cases: 1, verified: 1, confirmed: 1, pending: 1 },
    ],
  ])('%s', (_, happenings, wanted) => {
    const { closed_rate, ...rest } = counted(happenings);
    expect(closed_rate === undefined ? rest : { ...rest, closed_rate }).toEqual(wanted);
  });

  it('adds up: cases are those open, out and verified', () => {
    const { counts } = progress([
      ...['1', '2', '3', '4'].map((id) => found(id)),
      sent(['2', '3', '4']),
      verified('3', 'confirmed'),
      verified('4', 'dismissed'),
    ]).total;
    expect([counts.open, counts.dispatched, counts.verified, counts.cases]).toEqual([1, 1, 2, 4]);
    expect(counts.closed_rate).toBe(25);
  });
});

describe('cases to be looked at again', () => {
  const answered = [found('1'), sent(['1']), verified('1', 'confirmed'), settled('1')];
  it.each<[string, Happening, Partial<CaseCounts['again']>, Partial<CaseCounts>]>([
    [
      'other evidence',
      { what: 'changed', digest: 'b', slip: slip('1') },
      { cases: 1, changed: 1 },
      { open: 1 },
    ],
    [
      'sent back',
      { what: 'sent_back', batch: '', township: '东镇', seed: '1', why: '', cases: ['1'], households: [] },
      { cases: 1, sent_back: 1 },
      { dispatched: 1 },
    ],
    [
      'objected to',
      { what: 'objected', household_id: '户1', on: date, text: '', origin: null },
      { cases: 1, objected: 1 },
      { open: 1 },
    ],
  ])('%s', (_, event, again, counts) => {
    const { total } = progress([...answered, event]);
    expect(total.counts.again).toMatchObject(again);
    expect(total.counts).toMatchObject({ cases: 1, verified: 0, settled: 0, ...counts });
  });

  it('is over when it was verified again', () => {
    const { total } = progress([
      ...answered,
      { what: 'changed', digest: 'b', slip: slip('1') },
      verified('1', 'dismissed'),
    ]);
    expect(total.counts).toMatchObject({ verified: 1, dismissed: 1, again: { cases: 0, changed: 0 } });
  });
});

describe('precision', () => {
  const judged = (verdicts: readonly ('confirmed' | 'dismissed' | 'partly')[], check = 'R04.car') =>
    verdicts.flatMap((verdict, index) => [
      found(`${check}${index}`, { check }),
      verified(`${check}${index}`, verdict),
    ]);

  it('is not told below five verified', () => {
    const { counts } = progress(judged(['confirmed', 'partly', 'dismissed', 'confirmed'])).total;
    expect(counts).toMatchObject({ judged: 4, held: 3, precision: null });
  });

  it('counts true and partly true ones, by check and township', () => {
    const { total, checks, townships, pairs } = progress([
      ...judged(['confirmed', 'partly', 'dismissed', 'confirmed', 'dismissed', 'dismissed']),
      ...judged(['dismissed', 'dismissed', 'dismissed', 'dismissed', 'dismissed'], 'D01.duplicate'),
      found('x', { check: 'R02.death', township: '西镇' }),
    ]);
    expect(total.counts.precision).toBe(27.3);
    expect(checks.map(({ check, counts }) => [check, counts.precision])).toEqual([
      ['R02.death', null],
      ['R04.car', 50],
      ['D01.duplicate', 0],
    ]);
    expect(townships.map(({ township, counts }) => [township, counts.precision])).toEqual([
      ['东镇', 27.3],
      ['西镇', null],
    ]);
    expect(pairs.map(({ check, township }) => `${check} ${township}`)).toEqual([
      'R04.car 东镇',
      'D01.duplicate 东镇',
    ]);
  });
});

describe('visits', () => {
  const visit = (household_id: string, due: number, seen: number, batch = ''): Happening => ({
    ...{ what: 'visited', household_id, batch, visited: date, persons_due: due, persons_seen: seen },
    ...{ unseen_reason: '', note: '', investigators: [], origin },
  });

  it('counts the households of a survey, and the persons of those that came back', () => {
    const { visits } = progress([
      sent([], '2026-11-29', ['甲', '乙', '丙']),
      visit('甲', 3, 2),
      visit('乙', 1, 1),
    ]).total;
    expect(visits).toEqual({
      ...{ households_due: 3, households_visited: 2, households_left: 1, households_overdue: 1 },
      ...{ persons_due: 4, persons_seen: 3, persons_left: 1, visited_rate: 66.7, seen_rate: 75 },
    });
  });

  it('counts a household with three cases once, and each of its persons once', () => {
    const person = { name: '某乙', id_number: '乙' };
    const own = { household_id: '户一' };
    const { visits } = progress([
      found('1', { ...own, person }),
      found('2', { ...own, person }),
      found('3', own),
      sent(['1', '2', '3']),
      verified('1', 'confirmed', { seen: false }),
      verified('2', 'confirmed', { seen: true }),
      verified('3', 'dismissed', { seen: false }),
    ]).total;
    expect(visits).toMatchObject({
      ...{ households_due: 1, households_visited: 1, persons_due: 2, persons_seen: 1, seen_rate: 50 },
    });
  });

  it('counts a household drawn for a second look as not visited, until the answer to it is back', () => {
    const drawn: Happening = {
      ...{ what: 'sent_back', batch: '重核', township: '西镇', seed: '种', why: '', cases: [] },
      households: ['甲', '丁'],
    };
    const before = [sent([], '2026-11-29', ['甲', '乙']), visit('甲', 3, 3), visit('乙', 1, 1), drawn];
    expect(progress(before).total.visits).toMatchObject({
      ...{ households_due: 3, households_visited: 1, households_left: 2, households_overdue: 0 },
      ...{ persons_due: 4, persons_seen: 1 },
    });
    // An answer to the first form says nothing of the second look.
    expect(progress([...before, visit('甲', 3, 3)]).total.visits.households_visited).toBe(1);
    const back = [...before, visit('甲', 3, 2, '重核')];
    expect(progress(back).total.visits).toMatchObject({
      ...{ households_visited: 2, households_left: 1, persons_due: 4, persons_seen: 3 },
    });
    const reported: Happening[] = [
      { what: 'reported', slip: slip('补1', { household_id: '丁', check: '补报' }), origin },
      { ...verified('补1', 'confirmed'), batch: '重核' } as Happening,
    ];
    const { total, townships } = progress([...back, ...reported]);
    expect(total.visits).toMatchObject({ households_due: 3, households_visited: 3 });
    expect(townships.map(({ township }) => township)).toEqual(['东镇']);
    const west = progress(before).townships.find(({ township }) => township === '西镇');
    expect(west?.visits).toMatchObject({ households_due: 1, households_visited: 0 });
  });

  it('puts a surveyed household without cases into the township of its batch', () => {
    const { townships } = progress([sent([], '2026-12-31', ['甲'])]);
    expect(townships).toMatchObject([
      { township: '东镇', visits: { households_due: 1 }, counts: { cases: 0 } },
    ]);
  });
});

describe('recovery', () => {
  it('sums in fen, and never counts a household twice', () => {
    const { recovery } = progress([
      found('1'),
      found('2'),
      verified('1', 'confirmed'),
      verified('2', 'confirmed'),
      settled('1', 0.1),
      settled('2', 0.2),
      recovered('1', 0.1),
      recovered('2', 0.1),
    ]).total;
    expect(recovery).toEqual({ households: 2, owed: 0.3, recovered: 0.2, rate: 66.7 });
  });
});

describe('rounding', () => {
  it.each([
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 8, 12.5],
    [1, 2000, 0.1],
    [1, 2001, 0],
    [0, 5, 0],
    [3, 3, 100],
    [0, 0, null],
  ])('%i of %i is %f per cent', (part, whole, wanted) => {
    expect(percent(part, whole)).toBe(wanted);
  });

  it.each([
    [0, 0],
    [4999, 0],
    [5000, 0.01],
    [1_000_000, 1],
    [123_4499_99, 123.45],
    [123_4500_00, 123.45],
    [123_4550_00, 123.46],
    [-5000, -0.01],
  ])('%i fen are %f 万元', (fen, wanted) => {
    expect(wan(fen) + 0).toBe(wanted);
  });
});
